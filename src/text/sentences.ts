import type { Sentence, SentenceRole } from '../core/article.ts';
import type { Span } from '../core/span.ts';
import { isDebris } from './debris.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A full stop after these ends no sentence: ranks, titles, months, initials, "D.I. Khan", "a.m. local time". */
const ABBREVIATION =
  /(?:\b(?:Gen|Lt|Col|Maj|Capt|Brig|Cpl|Sgt|Sub|Insp|Supt|Dr|Mr|Mrs|Ms|Prof|Hon|Rev|St|Sr|Jr|Gov|Sen|Rep|Pres|No|Nos|vs|approx|Dist|Distt|Dept|Govt|Ltd|Co|Inc|Corp|Mt|Ft|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|a\.m|p\.m|i\.e|e\.g|al|Const|Mohd|Md|Adm|Cmdr|Res)|(?:^|[\s("“.])\p{Lu})\.\s*$/u;

const ends = (piece: string): boolean => !ABBREVIATION.test(piece);

/** Longer than any sentence in print: what reads a sentence may look at all its pairs of words. */
const MOST_CHARACTERS = 1500;

const WORD = /[\p{L}\p{M}\p{N}\p{Cs}]/u;

/** Where a text may be cut without cutting a word or a number: half of "1,612" is another number. */
const isJoint = (text: string, at: number): boolean =>
  !(WORD.test(text[at - 1] ?? '') && WORD.test(text[at] ?? '')) &&
  !/\d[.,]\d/.test(text.slice(Math.max(0, at - 2), at + 2));

/** The last blank before the limit, else the last joint, else the first one after it. */
const cutAt = (text: string, from: number, end: number): number => {
  const limit = from + MOST_CHARACTERS;
  for (let at = limit; at > from; at--) if (/\s/.test(text[at] ?? '')) return at;
  for (let at = limit; at > from; at--) if (isJoint(text, at)) return at;
  for (let at = limit + 1; at < end; at++) if (isJoint(text, at)) return at;
  return end;
};

/** What goes on and on without a full stop, cut between words: lists, tables, and texts made to be slow to read. */
const pieces = (text: string, span: Span): Span[] => {
  const found: Span[] = [];
  let { start } = span;
  while (span.end - start > MOST_CHARACTERS) {
    const end = cutAt(text, start, span.end);
    found.push({ start, end });
    start = end;
  }
  return [...found, { start, end: span.end }];
};

/** "The raid failed. 12 men were killed.": the segmenter sees no sentence that opens with a figure. */
const BEFORE_A_FIGURE = /(?<=\p{Ll}{3}[.!?]["”’)]{0,2}\s{1,3})(?=\d)/u;

/** Segments of a line, as the segmenter cuts it and before figures. */
function* segmentsOf(source: string): Generator<{ readonly segment: string; readonly index: number }> {
  for (const { segment, index } of segmenter.segment(source)) {
    if (!/\d/.test(segment)) {
      yield { segment, index };
      continue;
    }
    let at = index;
    for (const part of segment.split(BEFORE_A_FIGURE)) {
      yield { segment: part, index: at };
      at += part.length;
    }
  }
}

/** Sentences within one line, without the blanks around them. */
const within = (text: string, line: Span): Span[] => {
  const spans: Span[] = [];
  let open: number | null = null;
  const source = text.slice(line.start, line.end);
  for (const { segment, index } of segmentsOf(source)) {
    const start: number = open ?? line.start + index;
    const end = line.start + index + segment.length;
    const next = source[index + segment.length];
    // "a.m. local time", "Rs. 5 million": what goes on in lower case or with a figure has not ended.
    if (end < line.end && (!ends(segment) || (next !== undefined && /[\p{Ll}]/u.test(next)))) {
      open = start;
      continue;
    }
    open = null;
    spans.push({ start, end });
  }
  if (open !== null) spans.push({ start: open, end: line.end });
  return spans
    .flatMap(span => pieces(text, span))
    .flatMap(span => {
      const printed = text.slice(span.start, span.end);
      const lead = printed.length - printed.trimStart().length;
      const body = printed.trim();
      return body === '' ? [] : [{ start: span.start + lead, end: span.start + lead + body.length }];
    });
};

/** A first line without a full stop, with more text below, is the headline; "Surge in Violence" further down is one too. */
const isHeadline = (line: string, hasMore: boolean): boolean => {
  if (!hasMore || /[.!?:;,]["”’)]?$/.test(line.slice(-2))) return false;
  return line.split(/\s+/).length <= 24 && /\p{L}/u.test(line);
};

/**
 * Cuts an article's text into sentences, line by line: a line break ends a sentence.
 * Debris of the page and lines printed twice keep their place but say so in their role.
 */
export const readSentences = (text: string): Sentence[] => {
  const lines: Span[] = [];
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    if (match[0].trim() === '') continue;
    const end = match.index + match[0].length;
    // " date 2024-11-22 RAWALPINDI: …": the mark of a stored text is a line of its own.
    const mark = lines.length === 0 ? /^\s*date \d{4}-\d{2}-\d{2}\b/.exec(match[0])?.[0].length : undefined;
    if (mark !== undefined) lines.push({ start: match.index, end: match.index + mark });
    lines.push({ start: match.index + (mark ?? 0), end });
  }
  const seen = new Set<string>();
  const sentences: Sentence[] = [];
  for (const [paragraph, line] of lines.entries()) {
    const printed = text.slice(line.start, line.end).trim();
    const repeated = printed.length > 20 && seen.has(printed);
    seen.add(printed);
    const role: SentenceRole = repeated
      ? 'repeat'
      : isDebris(printed)
        ? 'debris'
        : isHeadline(printed, paragraph < lines.length - 1)
          ? 'headline'
          : 'body';
    for (const span of within(text, line)) sentences.push({ index: sentences.length, span, paragraph, role });
  }
  return sentences;
};

/** What is read and may be quoted. */
export const isReadable = (sentence: Sentence): boolean =>
  sentence.role === 'body' || sentence.role === 'headline';
