import type { Shape } from '../units/units.ts';
import type { Draft, Matcher } from './draft.ts';
import { draftsFor, measureOf, wordsAt } from './subject.ts';

/** The verb that a list of places leaves out after the first: "died in Lahore, six in Quetta and four in Khuzdar". */
const verbBefore = (shape: Shape, at: number): number | null => {
  const from = Math.max(0, at - 30);
  const found = /(?<verb>[KIHRX])p[ptxLDBfEN,&]{0,28}$|(?<last>[KIHRX]),?$/d.exec(
    shape.letters.slice(from, at),
  );
  const verb = found?.indices?.groups?.verb?.[0] ?? found?.indices?.groups?.last?.[0];
  return verb === undefined ? null : from + verb;
};

/** Reads "Eight people died in Lahore, six in Quetta and four in Khuzdar", "In Quetta three were killed, in Khuzdar two". */
export const ellipsis: Matcher = {
  name: 'ellipsis',
  pattern:
    /(?<joint>,?&|,)(?:(?<first>N)p(?:t?[xB]p)?t?(?<place>[LDB])(?![bxp]{0,2}[KIHRXYd])|(?:p[LD],?(?<last>N)(?=$|[,;&])))/dg,
  read: (match, shape) => {
    const [joint, place] = [match.at('joint'), match.at('place')];
    const who = match.at('first') ?? match.at('last');
    const verb = joint === null ? null : verbBefore(shape, joint);
    const measure = verb === null ? null : measureOf(shape.units[verb]);
    if (who === null || verb === null || measure === null) return [];
    // "and two in hospital" says who was taken there; "one in hospital" after "died on the spot" where he died.
    if (place !== null && shape.letters[place] === 'B' && shape.letters[verb] !== 'X') return [];
    if (/^(?:only|another)$/.test(wordsAt(shape, shape.units[who]))) return [];
    return draftsFor(shape, who, { rule: 'ellipsis', measure, verb: [who, who + 1] });
  },
};

/** Reads "Three soldiers were martyred and as many injured", "and an equal number were wounded". */
export const asMany: Matcher = {
  name: 'as-many',
  pattern: /(?<same>e)[bx]{0,3}(?<verb>[KIHRX])/dg,
  read: (match, shape) => {
    const [same, verb] = [match.at('same'), match.at('verb')];
    const measure = verb === null ? null : measureOf(shape.units[verb]);
    const unit = same === null ? undefined : shape.units[same];
    if (same === null || verb === null || measure === null || unit === undefined) return [];
    const people = shape.units
      .slice(0, same)
      .flatMap(one => one.people)
      .findLast(one => one.quantity?.low != null && (one.form === 'counted' || one.form === 'elliptic'));
    if (people === undefined || people.quantity === null) return [];
    return [
      {
        rule: 'as-many',
        measure,
        quantity: people.quantity,
        people,
        from: unit.from,
        to: unit.to,
        verb: { from: unit.from, to: shape.units[verb]?.to ?? unit.to },
        statement: `as-many:${unit.from}`,
        role: 'total',
        hedged: false,
        sides: null,
      } satisfies Draft,
    ];
  },
};
