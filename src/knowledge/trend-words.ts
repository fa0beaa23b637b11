import { z } from 'zod';
import { foldWords } from '../core/fold.ts';
import { type PhraseTable, phraseTable } from '../core/phrases.ts';

const words = z.array(z.string());
const percents = z.record(z.string(), z.number());

export const trendsSchema = z.strictObject({
  note: z.string(),
  percent: words,
  fractions: percents,
  multiples: percents,
  up: words,
  down: words,
  accounts: words,
  counting: words,
  average: words,
  daily: words,
});

/** Words of shares, growth and averages, see data/lexicon/trends.json. */
export interface TrendWords {
  readonly percent: PhraseTable<string>;
  /** "two thirds", in percent. */
  readonly fractions: PhraseTable<number>;
  /** "doubled" 100, "halved" -50: growth in percent. */
  readonly multiples: PhraseTable<number>;
  readonly change: PhraseTable<'up' | 'down'>;
  /** "accounting for" */
  readonly accounts: PhraseTable<string>;
  /** "number", "toll": what may stand before "of attacks". */
  readonly counting: ReadonlySet<string>;
  readonly average: ReadonlySet<string>;
  /** "a day", "daily" */
  readonly daily: PhraseTable<string>;
  /** The last words of everything that is or measures a number here: a sentence without any of them prints no trend. */
  readonly signs: ReadonlySet<string>;
}

const plain = (list: readonly string[]) => phraseTable(list.map(word => [word, word] as const));

export const trendWords = (data: z.infer<typeof trendsSchema>): TrendWords => ({
  percent: plain(data.percent),
  fractions: phraseTable(Object.entries(data.fractions)),
  multiples: phraseTable(Object.entries(data.multiples)),
  change: phraseTable([
    ...data.up.map(word => [word, 'up'] as const),
    ...data.down.map(word => [word, 'down'] as const),
  ]),
  accounts: plain(data.accounts),
  counting: new Set(data.counting),
  average: new Set(data.average),
  daily: plain(data.daily),
  signs: new Set([
    '%',
    ...[
      ...data.percent,
      ...Object.keys(data.fractions),
      ...Object.keys(data.multiples),
      ...data.daily,
    ].flatMap(phrase => foldWords(phrase).slice(-1)),
  ]),
});
