import type { People } from './group.ts';
import { isOfThem } from './of-them.ts';
import type { Unit } from './unit.ts';
import type { Shape } from './units.ts';

const isPeople = (unit: Unit | undefined): boolean => unit !== undefined && 'QNTPqU'.includes(unit.symbol);

/** Names in brackets behind people say who they were: "Three soldiers (A, B and C) were killed". */
const bracketed = (units: readonly Unit[], i: number): number => {
  if (units[i + 1]?.symbol !== '(') return 0;
  for (let k = i + 2; k < Math.min(i + 26, units.length); k++) {
    const unit = units[k];
    if (unit?.symbol === ')') return k - i;
    const counted =
      unit !== undefined &&
      'QNV'.includes(unit.symbol) &&
      unit.people.some(people => people.form === 'counted' || people.form === 'elliptic');
    if (unit === undefined || counted || 'KIHRXYFC;'.includes(unit.symbol)) return 0;
  }
  return 0;
};

/** "people, including a commander and two guards," – the list that "including" opens, with its closing comma. */
const included = (units: readonly Unit[], i: number): { length: number; parts: readonly People[] } | null => {
  const comma = units[i + 1]?.symbol === ',' ? 1 : 0;
  const opener = units[i + 1 + comma];
  if (opener?.symbol !== 'g' || units[i + 2 + comma]?.symbol === ',') return null;
  const parts: People[] = [];
  let k = i + 2 + comma;
  for (; k < Math.min(i + 18, units.length); k++) {
    const unit = units[k];
    if (unit === undefined) break;
    // "21 militants including 2 commanders and 4 soldiers": the soldiers are no militants, the list goes on.
    if (unit.symbol === '&' && otherSide(units[i], units[k + 1])) break;
    if (isPeople(unit)) parts.push(...unit.people);
    else if (unit.symbol === ',' && parts.length > 0 && !continues(units, k)) break;
    else if (!'&,xGLtfpDB"'.includes(unit.symbol)) break;
  }
  if (parts.length === 0) return null;
  const closed = units[k]?.symbol === ',' ? 1 : 0;
  // Only where the sentence goes on about the whole: "…, were killed", "…, and 10 assailants were killed".
  const next = units[k + closed]?.symbol ?? '-';
  // "32 people, including 21 attackers and 11 civilians were killed": print forgets the closing comma.
  const unclosed =
    comma === 1 &&
    next === 'b' &&
    'KIHRX'.includes(units[k + 1]?.symbol ?? '-') &&
    units[i]?.people[0]?.form === 'counted';
  const goesOn = 'b&KIHRX'.includes(next) && (closed === comma || units[k]?.symbol === '&' || unclosed);
  return goesOn ? { length: k + closed - i - 1, parts } : null;
};

const otherSide = (head: Unit | undefined, next: Unit | undefined): boolean => {
  const [own, side] = [head?.people[0]?.side ?? null, next?.people[0]?.side ?? null];
  return own !== null && side !== null && own !== side;
};

/** After a comma inside a list of parts more parts follow. */
const continues = (units: readonly Unit[], comma: number): boolean => {
  const next = units[comma + 1];
  if (isPeople(next)) return !'bKIHRX'.includes(units[comma + 2]?.symbol ?? '-');
  return (
    next?.symbol === '&' &&
    isPeople(units[comma + 2]) &&
    units[comma + 2]?.people[0]?.form !== 'counted' &&
    units[comma + 3]?.symbol === ','
  );
};

/** "Two people, a guard and a cook, were killed": singles that add up to the count spell it out. */
const apposed = (units: readonly Unit[], i: number): { length: number; parts: readonly People[] } | null => {
  const first = units[i]?.people[0];
  if (units[i + 1]?.symbol !== ',' || first?.form !== 'counted' || first.quantity === null) return null;
  const parts: People[] = [];
  for (let k = i + 2; k < Math.min(i + 16, units.length); k++) {
    const unit = units[k];
    if (unit === undefined) return null;
    if (unit.symbol === ',' && parts.length > 0 && 'bKIHRX'.includes(units[k + 1]?.symbol ?? '-')) {
      const sum = parts.reduce((total, people) => total + (people.quantity?.low ?? 0), 0);
      const fits = sum === first.quantity.low || parts.every(people => people.form === 'named');
      return fits ? { length: k - i, parts } : null;
    }
    if (isPeople(unit)) parts.push(...unit.people);
    else if (!'&,xG"'.includes(unit.symbol)) return null;
  }
  return null;
};

const CLOSES: Readonly<Record<string, string>> = { ',': ',', '–': '–', '(': ')' };

/** "five people, two of them children, were", "26 people – 14 of them soldiers – died", "35 people (20 militants and 15 soldiers) died": parts between marks. */
const aside = ({ line, units }: Shape, i: number): { length: number; parts: readonly People[] } | null => {
  const opener = units[i + 1]?.symbol ?? '';
  const closer = CLOSES[opener];
  const whole = units[i]?.people[0]?.quantity?.low ?? null;
  if (closer === undefined || whole === null || !(opener === '(' || isOfThem(line, units[i + 2])))
    return null;
  const parts: People[] = [];
  for (let k = i + 2; k < Math.min(i + 16, units.length); k++) {
    const unit = units[k];
    if (unit === undefined) return null;
    if (unit.symbol === closer && parts.length > 0 && 'b&KIHRXdI'.includes(units[k + 1]?.symbol ?? '-')) {
      const sum = parts.reduce((total, people) => total + (people.quantity?.low ?? 0), 0);
      return sum > 0 && sum <= whole ? { length: k - i, parts } : null;
    }
    if (isPeople(unit)) parts.push(...unit.people);
    else if (!'&,xGg'.includes(unit.symbol)) return null;
  }
  return null;
};

/** Draws what only describes people into their unit, so that the verb behind finds its subject. */
export const absorb = (shape: Shape): Shape => {
  const { units } = shape;
  const kept: Unit[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined) continue;
    if (!isPeople(unit)) {
      kept.push(unit);
      continue;
    }
    const inBrackets = bracketed(units, i);
    const beside = inBrackets > 0 ? null : (aside(shape, i) ?? apposed(units, i) ?? included(units, i));
    const length = inBrackets || (beside?.length ?? 0);
    const last = units[i + length];
    kept.push(
      length === 0 || last === undefined ? unit : { ...unit, to: last.to, parts: beside?.parts ?? [] },
    );
    i += length;
  }
  return { ...shape, units: kept, letters: kept.map(unit => unit.symbol).join('') };
};
