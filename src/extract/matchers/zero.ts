import type { Measure, Quantity, VictimClass } from '../../core/figure.ts';
import type { Shape } from '../units/units.ts';
import type { Draft, Matcher } from './draft.ts';
import { measureOf, wordsAt } from './subject.ts';

const NONE: Quantity = { low: 0, high: 0, bound: 'exact' };

/** Whose side the words name: "No vaccinator was harmed", "no casualties … on the side of the defenders". */
const sideIn = (shape: Shape, from: number, to: number): VictimClass | null =>
  shape.units
    .slice(from, to)
    .flatMap(unit => unit.people)
    .find(people => people.side !== null && people.side !== 'militants')?.side ?? null;

const zero = (
  shape: Shape,
  rule: string,
  measures: readonly Measure[],
  from: number,
  to: number,
): Draft[] => {
  const side = sideIn(shape, from, to + 8);
  return measures.map(measure => ({
    rule,
    measure,
    quantity: NONE,
    people: null,
    from: shape.units[from]?.from ?? 0,
    to: shape.units[to - 1]?.to ?? 0,
    verb: { from: shape.units[to - 1]?.from ?? 0, to: shape.units[to - 1]?.to ?? 0 },
    statement: `${rule}:${from}`,
    role: 'total',
    hedged: false,
    sides: side === null ? null : [side],
  }));
};

/** Reads "no casualties were reported", "there were no reported injuries", "without loss". Casualties are both dead and hurt. */
export const noCasualties: Matcher = {
  name: 'no-casualties',
  pattern: /(?<none>n)(?<gap>[xb/]{0,4}?)(?<noun>[CFJ])/dg,
  read: (match, shape) => {
    const [none, noun] = [match.at('none'), match.at('noun')];
    const measure = noun === null ? null : measureOf(shape.units[noun]);
    if (none === null || noun === null || measure === null) return [];
    const word = wordsAt(shape, shape.units[none]);
    const loss = wordsAt(shape, shape.units[noun]);
    if (word === 'never' || word === 'nor') return [];
    if (
      word === 'not' &&
      !/\bany\b/.test(shape.line.folded.slice(shape.units[none]?.to, shape.units[noun]?.from).join(' '))
    )
      return [];
    const measures: Measure[] = measure === 'casualties' ? ['fatalities', 'injuries'] : [measure];
    return loss === 'lives' ? [] : zero(shape, 'no-casualties', measures, none, noun + 1);
  },
};

/** Reads "without loss": a post repelled an attack and lost nobody. */
export const withoutLoss: Matcher = {
  name: 'without-loss',
  pattern: /(?<none>n)(?<noun>x)(?!f)/dg,
  read: (match, shape) => {
    const [none, noun] = [match.at('none'), match.at('noun')];
    if (none === null || noun === null) return [];
    const words = `${wordsAt(shape, shape.units[none])} ${wordsAt(shape, shape.units[noun])}`;
    return words === 'without loss' ? zero(shape, 'without-loss', ['fatalities'], none, noun + 1) : [];
  },
};

/** Reads "Nobody was hurt", "No vaccinator was harmed", "no one was killed". "Hurt" said of nobody covers the dead. */
export const nobody: Matcher = {
  name: 'nobody',
  pattern: /(?<none>n)(?<gap>[xtTqQN/pf]{0,4}?)(?<be>b{1,2})(?<verb>[KI])/dg,
  read: (match, shape) => {
    const [none, verb, gap] = [match.at('none'), match.at('verb'), match.at('gap')];
    const measure = verb === null ? null : measureOf(shape.units[verb]);
    if (none === null || verb === null || gap === null || measure === null) return [];
    const word = wordsAt(shape, shape.units[none]);
    const wasNot = word === 'not' && match.after('gap') === gap;
    if (wasNot || word === 'never' || word === 'without' || word === 'nor') return [];
    const all = /^(?:nobody|no one|none)$/.test(word) && wordsAt(shape, shape.units[verb]) === 'hurt';
    return zero(shape, 'nobody', all ? ['fatalities', 'injuries'] : [measure], none, verb + 1);
  },
};
