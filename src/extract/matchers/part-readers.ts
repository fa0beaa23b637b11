import type { People } from '../units/group.ts';
import type { Shape } from '../units/units.ts';
import { PART_READERS, partDraft, sideBehind } from './breakdown.ts';
import { clashes, type Draft, each, unitMatch } from './draft.ts';
import type { Running, Total } from './running.ts';

const sum = (people: readonly People[]): number =>
  people.reduce((total, one) => total + (one.quantity?.low ?? 0), 0);

/** "172 casualties, including 79 fatalities": what is read as dead or hurt is no count of casualties. */
const splits = (other: Draft, part: Draft): boolean =>
  part.measure === 'casualties' && other.from < part.to && part.from < other.to;

/** "72 were militants and seven their own men": the list goes on behind the side of its first count. */
const continued = (shape: Shape, unit: number): readonly People[] => {
  const behind =
    /^(?:f[tow]?x?[dKIF])?(?:fN)?b[tx]?[x,]{0,3}Q/.exec(shape.letters.slice(unit + 1))?.[0].length ?? 0;
  const list = behind === 0 ? undefined : shape.units[unit + behind];
  const [first] = list?.people ?? [];
  return first?.quantity === null ? (list?.people.filter(people => people.quantity !== null) ?? []) : [];
};

/** "Civilians and members of the forces account for 281 of the dead": the sides stand before the count. */
const subjectSides = (shape: Shape, unit: number) => {
  const link = /q[x]{1,2}p$/.exec(shape.letters.slice(0, unit));
  const subject = link === null ? undefined : shape.units[link.index];
  const sides = new Set(subject?.people.map(people => people.side));
  return subject === undefined || sides.has(null) || sides.size < 2
    ? null
    : (['civilians', 'security-forces', 'militants'] as const).filter(side => sides.has(side));
};

/**
 * Reads the lists that take a total apart. They belong to the nearest total before them in the sentence, else to the
 * last one of the sentences before. Implicit ones ("a wanted commander among them") count only in a list with counts.
 */
export const readParts = (shape: Shape, drafts: readonly Draft[], running: Running): Draft[] => {
  const parts: Draft[] = [];
  for (const reader of PART_READERS) {
    each(reader.pattern, shape.letters, match => {
      const { at } = unitMatch(match);
      const index = at(reader.list);
      const unit = index === null ? undefined : shape.units[index];
      if (index === null || unit === undefined) return false;
      const before = drafts
        .filter(draft => draft.role === 'total' && draft.to <= unit.from && draft.measure !== 'incidents')
        .at(-1);
      const inner =
        shape.letters.slice(index + 1, index + 3) === 'fN'
          ? shape.units[index + 2]?.people[0]?.quantity?.low
          : undefined;
      const meant = inner == null ? undefined : running.totals.findLast(total => total.low === inner);
      const whole: Total | null =
        meant ??
        (before === undefined ? running.total : { measure: before.measure, low: before.quantity.low });
      const measure = reader.measure(shape, at, whole);
      if (measure === null || measure === 'incidents') return false;
      const list = [...unit.people, ...continued(shape, index)].map((people, i): People => {
        const side = people.side ?? (i === 0 ? sideBehind(shape, index) : null);
        return { ...people, side };
      });
      const single = reader.single !== undefined && at(reader.single) !== null;
      const counted = list.filter(
        people => people.quantity !== null && (people.form !== 'one' || list.length > 1 || single),
      );
      const says = at('state') !== null;
      const tooLarge =
        whole?.low != null && sum(counted) > whole.low && reader.anySize !== true && reader.alone !== true;
      if (!says && (whole === null || tooLarge)) return false;
      if (reader.needsSide && counted.some(people => people.side === null)) return false;
      if (reader.needsList && counted.length < 2) return false;
      const sides = subjectSides(shape, index);
      const read = counted
        .flatMap(people => partDraft(reader.name, measure, people, unit))
        .map((draft): Draft => (sides === null ? draft : { ...draft, sides }))
        .map((draft): Draft => (reader.alone === true ? { ...draft, role: 'total' } : draft))
        .filter(
          draft =>
            !drafts.some(other => clashes(other, draft) || splits(other, draft)) &&
            !parts.some(other => other.from < draft.to && draft.from < other.to),
        );
      parts.push(...read);
      return read.length > 0;
    });
  }
  return parts;
};
