import type { People } from './group.ts';
import { isOfThem } from './of-them.ts';
import type { Unit } from './unit.ts';
import type { Shape } from './units.ts';

/** `,` `&` `,&` and `&` with a determiner: what joins two groups of people into one list. */
const JOINT = /^(?:,?&|,|&t)$/;

const isPeople = (unit: Unit | undefined): boolean => unit !== undefined && 'QNTPqU'.includes(unit.symbol);

/** The letter of a list: counted if any of it is. */
const listSymbol = (list: readonly People[]): string => {
  if (list.length === 1) return '';
  return list.some(people => people.quantity !== null) ? 'Q' : 'q';
};

/**
 * Joins groups that stand in one list ("two soldiers, a guard and five of his men") into one unit.
 * Not joined: a group that brings its own verb after an active one ("killed two soldiers and three others were injured"),
 * an apposition ("Two people, a guard and a cook, were killed") – see parts.ts – and names followed by a definite ("Alam, the governor,").
 */
export const coordinate = (shape: Shape): Shape => {
  const merged: Unit[] = [];
  const { units } = shape;
  for (let i = 0; i < units.length; i++) {
    const first = units[i];
    if (first === undefined) continue;
    if (!isPeople(first)) {
      merged.push(first);
      continue;
    }
    const list = [...first.people];
    const before = merged.at(-1)?.symbol ?? '';
    let end = i;
    for (;;) {
      let next = end + 1;
      while (next < units.length && next - end < 8 && !isPeople(units[next])) next += 1;
      const unit = units[next];
      const joint = units
        .slice(end + 1, next)
        .map(u => u.symbol)
        .join('');
      // "A councillor of the Awami Party and one of his friends were killed": what the first belongs to stands between.
      const several = /^(?:were|are|have)/.test(wordsOf(shape, units[next + 1]));
      const owned = several && before !== 'g' && /^x?[fp][tx]{0,2}[LPGB]x?,?&$/.test(joint);
      if (unit === undefined || !isPeople(unit) || !(JOINT.test(joint) || owned)) break;
      const after = units[next + 1]?.symbol ?? '';
      const afterThat = units[next + 2]?.symbol ?? '';
      const ownVerb =
        'KIHRXY'.includes(after) && after !== '' ? true : after === 'b' && 'KIHRXYbqd'.includes(afterThat);
      if (before !== '' && 'KIkiHhRrSpf'.includes(before) && ownVerb) break;
      // "Six were killed, including two guards and three people were hurt": the whole has its verb, the three bring theirs.
      if (before === 'g' && ownVerb && /[KIHRXY][pxtLDE]{0,6},?g$/.test(lettersOf(merged))) break;
      // "12 wounded, one of them a child, and two people who were dead": what "of them" opened ends at the comma.
      // "52 soldiers, 46 civilians, and 11 militants" goes on: the list had commas before.
      if (before === 'g' && joint === ',&' && (list.length < 2 || ownVerb)) break;
      // "(53 security personnel, 54 civilians, 10 militants)": in brackets commas are enough.
      const bracketed = before === '(' && joint === ',';
      // "two martyrs and three wounded": the noun has said what happened to the first.
      if (list.some(people => /^(?:martyr|body|dead body)$/.test(people.noun ?? ''))) break;
      // A comma alone joins only when the list goes on to an "and": otherwise the next group starts a new statement.
      if (joint === ',' && isOfThem(shape.line, unit)) break;
      if (joint === ',' && !bracketed && !headlineList(shape, next) && !goesOnToAnd(units, next)) break;
      if (joint === ',' && !headlineList(shape, next) && appositive(list, unit)) break;
      list.push(...unit.people);
      end = next;
    }
    const last = units[end];
    merged.push(
      end === i || last === undefined
        ? first
        : {
            ...first,
            symbol: listSymbol(list),
            to: last.to,
            people: list,
            parts: units.slice(i, end + 1).flatMap(unit => unit.parts),
          },
    );
    i = end;
  }
  return { ...shape, units: merged, letters: merged.map(u => u.symbol).join('') };
};

const lettersOf = (units: readonly Unit[]): string =>
  units
    .slice(-10)
    .map(unit => unit.symbol)
    .join('');

const wordsOf = (shape: Shape, unit: Unit | undefined): string =>
  unit === undefined ? '' : shape.line.folded.slice(unit.from, unit.to).join(' ');

/** "Four cops, passer-by injured", "kills 5 children, policeman": in a headline a comma is an "and". */
const headlineList = ({ line, units }: Shape, at: number): boolean =>
  line.headline && 'KIHRdpXYcD,:–'.includes(units[at + 1]?.symbol ?? ',') && units[at + 2]?.symbol !== 'g';

const goesOnToAnd = (units: readonly Unit[], from: number): boolean => {
  for (let i = from + 1; i < Math.min(from + 9, units.length); i++) {
    const unit = units[i];
    if (unit?.symbol === '&' && 'kihr'.includes(units[i + 1]?.symbol ?? '-')) return true;
    if (unit?.symbol === '&')
      return isPeople(units[i + 1]) || (units[i + 1]?.symbol === 't' && isPeople(units[i + 2]));
    if (!isPeople(unit) && unit?.symbol !== ',') return false;
  }
  return false;
};

/** "Two people, a guard and a cook": what follows a count of two or more in a comma may spell it out; "Alam, the governor" says who he is. */
const appositive = (list: readonly People[], next: Unit): boolean => {
  const [first] = list;
  if (list.length !== 1 || first === undefined) return false;
  if (first.form === 'named') return next.people[0]?.form === 'definite' || next.people[0]?.form === 'one';
  const total = first.quantity?.low ?? 0;
  return first.form === 'counted' && first.side === null && total >= 2;
};
