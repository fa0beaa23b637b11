import type { Measure } from '../../core/figure.ts';
import type { Shape } from '../units/units.ts';
import type { Matcher } from './draft.ts';
import { measureOf, wordsAt } from './subject.ts';
import { one } from './toll-measure.ts';

/** What the sentence counted before: "1,616 deaths … followed by Balochistan with 782". */
const countedBefore = (shape: Shape, at: number): Measure | null => {
  const said = shape.units
    .slice(0, at)
    .findLast(
      (unit, i) =>
        unit.symbol === 'V' || ('FJCKIX'.includes(unit.symbol) && /[NQ]/.test(shape.letters.slice(0, i))),
    );
  return said?.symbol === 'V' ? 'incidents' : measureOf(said);
};

/** Reads "followed by Balochistan with 782", "Sindh (66) and Punjab (34)": the same counted for one place after another. */
export const byPlace: Matcher = {
  name: 'by-place',
  pattern: /(?<place>L)(?:(?<open>\()(?<inside>N)\)|(?<with>p)(?<behind>N)(?=[,.;&]|$))/dg,
  read: (match, shape) => {
    const [place, link, count] = [
      match.at('place'),
      match.at('with'),
      match.at('inside') ?? match.at('behind'),
    ];
    if (place === null || count === null) return [];
    if (link !== null && wordsAt(shape, shape.units[link]) !== 'with') return [];
    const before = shape.letters.slice(0, place);
    const followed = shape.units.slice(0, place).some(unit => wordsAt(shape, unit) === 'followed by');
    const listed =
      /L\(N\)[,&]{1,2}$/.test(before) || /^\)?[,&]{1,2}L\(N\)/.test(shape.letters.slice(count + 1));
    const measure = followed || listed ? countedBefore(shape, place) : null;
    if (measure === null) return [];
    const to = shape.units[match.end - 1]?.to ?? 0;
    return one(shape, count, { rule: 'by-place', measure, role: 'total' }, place).map(draft => ({
      ...draft,
      verb: { ...draft.verb, to },
    }));
  },
};
