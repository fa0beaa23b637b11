import type { Day, Period } from '../../../src/core/period.ts';
import { readPeriods } from '../../../src/text/periods.ts';

/** A Friday: what the made-up texts of these tables were printed on. */
const ANCHOR: Day = '2024-11-22';

interface Around {
  readonly anchor?: Day | null;
  readonly tense?: 'news' | 'question';
  readonly running?: Period | null;
}

/** Each period as "rule from to" (one day once), in the order of the text. */
export const reads = (
  text: string,
  { anchor = ANCHOR, tense = 'news', running = null }: Around = {},
): string[] =>
  readPeriods(text, anchor, tense, running).map(({ rule, period: { from, to } }) =>
    from === to ? `${rule} ${from}` : `${rule} ${from} ${to}`,
  );
