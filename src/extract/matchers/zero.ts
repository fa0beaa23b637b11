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

/** Casualties are both dead and hurt. */
const covered = (measure: Measure): readonly Measure[] =>
  measure === 'casualties' ? ['fatalities', 'injuries'] : [measure];

/** Reads "no casualties were reported", "no deaths or injuries", "did not cause any casualties", "without causing any loss of life". */
export const noCasualties: Matcher = {
  name: 'no-casualties',
  pattern: /(?<none>n)(?<gap>[xbt/]{0,4}?)(?<noun>[CFJ])(?:,?[/&n]n?x?(?<second>[CFJ]))?/dg,
  read: (match, shape) => {
    const [none, noun] = [match.at('none'), match.at('noun')];
    const measure = noun === null ? null : measureOf(shape.units[noun]);
    if (none === null || noun === null || measure === null) return [];
    const word = wordsAt(shape, shape.units[none]);
    const loss = wordsAt(shape, shape.units[noun]);
    if (word === 'never' || word === 'nor') return [];
    const between = shape.line.folded.slice(shape.units[none]?.to, shape.units[noun]?.from).join(' ');
    if (word === 'not' && !/^(?:(?:cause|suffer|incur|sustain|inflict|claim) )?any(?: \w+)?$/.test(between))
      return [];
    const second = match.at('second');
    const also = second === null ? null : measureOf(shape.units[second]);
    const measures = [...new Set([measure, also ?? measure].flatMap(one => covered(one)))].sort();
    if (loss === 'lives') return [];
    return zero(shape, 'no-casualties', measures, none, (second ?? noun) + 1);
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
  pattern: /(?<none>n)(?<gap>[xtTqQN/pf]{0,4}?)(?<be>b{1,2})(?<verb>[KI])(?:[/&](?<second>[KI]))?/dg,
  read: (match, shape) => {
    const [none, verb, gap] = [match.at('none'), match.at('verb'), match.at('gap')];
    const measure = verb === null ? null : measureOf(shape.units[verb]);
    if (none === null || verb === null || gap === null || measure === null) return [];
    const word = wordsAt(shape, shape.units[none]);
    const wasNot = word === 'not' && match.after('gap') === gap;
    if (wasNot || word === 'never' || word === 'without' || word === 'nor') return [];
    const all = /^(?:nobody|no one|none)$/.test(word) && wordsAt(shape, shape.units[verb]) === 'hurt';
    const second = match.at('second');
    const also = second === null ? null : measureOf(shape.units[second]);
    const measures: readonly Measure[] = all ? ['fatalities', 'injuries'] : [measure, also ?? measure];
    return zero(shape, 'nobody', [...new Set(measures)].sort(), none, (second ?? verb) + 1);
  },
};

/** Reads "The driver escaped unhurt", "the passengers remained safe": neither dead nor hurt, and said of them alone. */
export const unhurt: Matcher = {
  name: 'unhurt',
  pattern: /(?<who>[QNTPUq])(?<gap>[xpfDLBGtbv"()–,]{0,8}?)(?<state>z)/dg,
  read: (match, shape) => {
    const [who, state] = [match.at('who'), match.at('state')];
    if (who === null || state === null || /[ng]/.test(shape.letters[who - 1] ?? '')) return [];
    const people = shape.units[who]?.people ?? [];
    if (people.some(one => one.side === 'militants')) return [];
    const side = people.find(one => one.side !== null)?.side ?? null;
    return zero(shape, 'unhurt', ['fatalities', 'injuries'], who, state + 1).map(
      (draft): Draft => ({ ...draft, sides: side === null ? null : [side] }),
    );
  },
};
