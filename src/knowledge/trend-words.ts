import { z } from 'zod';
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
});
