import type { Day } from '../core/period.ts';
import { readPeriods } from './periods.ts';
import { isReadable, readSentences } from './sentences.ts';

export interface Masthead {
  readonly title: string | null;
  /** Day it was published, as the text itself says; null when it does not. */
  readonly published: Day | null;
  readonly publisher: string | null;
}

/** "RAWALPINDI, Dec 12, 2021:", "Oct 30, 2025 (PORT SUDAN) –", "April 1, 2024", "10:44 AM | January 17, 2025" */
const firstFullDate = (text: string): Day | null => {
  const dates = readPeriods(text, null, 'news').filter(
    read => read.precision === 'day' && read.rule !== 'iso-day',
  );
  return dates[0]?.period.from ?? null;
};

/**
 * What a plain text says of itself: the headline, and the day in a ` date …` line, a dateline, a line of its own
 * near the top, or a "Published on" line. A date inside a sentence of the article is no publication date.
 */
export const readMasthead = (text: string): Masthead => {
  const lines = text.split(/[\r\n]+/).filter(line => line.trim() !== '');
  const first = readSentences(text).find(isReadable);
  const title = first?.role === 'headline' ? text.slice(first.span.start, first.span.end) : null;
  const publisher = /^\s*date \S+ \(MENAFN-\s*([^)]{1,60})\)/.exec(text)?.[1]?.trim();
  return {
    title,
    published: publishedIn(lines),
    publisher: publisher === undefined ? null : `${publisher} (via MENAFN)`,
  };
};

const publishedIn = (lines: readonly string[]): Day | null => {
  const stated = /^\s*date (\d{4}-\d{2}-\d{2})\b/.exec(lines[0] ?? '')?.[1];
  if (stated !== undefined) return readPeriods(stated, null, 'news')[0]?.period.from ?? null;
  const record = /^\s*\d{1,2}\/\d{1,2}\/\d{4}:/.exec(lines[0] ?? '')?.[0];
  if (record !== undefined) return readPeriods(record, null, 'news')[0]?.period.from ?? null;
  for (const line of lines) {
    const label =
      /^\s*(?:published|posted|updated|last updated|first published)(?: on| at| in [\p{L}, ]{1,30})?:?\s+(.{6,60})$/iu.exec(
        line,
      );
    const day = label?.[1] === undefined ? null : firstFullDate(label[1]);
    if (day !== null) return day;
  }
  for (const line of lines.slice(0, 6)) {
    // A line of its own ("April 1, 2024", "June 10, 2023 | By our correspondent"), or what stands before a dateline's mark.
    const head =
      line.length <= 70 ? line : (/^.{4,60}?(?::\s|\)\s*[–—-]\s|\s[–—-]\s|\)\s)/.exec(line)?.[0] ?? '');
    if (line.length <= 70 && /[.!?]$/.test(line.trim())) continue;
    const day = firstFullDate(head);
    if (day !== null) return day;
  }
  return null;
};
