import type { Quantity } from '../../core/figure.ts';
import type { Lexicon } from '../../knowledge/lexicon.ts';
import { NUMBER_STARTS, numberAt } from '../../text/numbers.ts';
import { oncePerWord } from '../once-per-word.ts';
import { isAge } from './ages.ts';
import type { Line, Word } from './words.ts';

export interface QuantityAt {
  readonly quantity: Quantity;
  /** Words it takes, its bound included. */
  readonly length: number;
  /** "another five", "five more": they come on top of a figure before. */
  readonly more: boolean;
}

/** Words that are a bound only with a number behind them: "over 40", but not "over the border". */
const exactly = (value: number): Quantity => ({ low: value, high: value, bound: 'exact' });

const bounded = (value: number, bound: Quantity['bound']): Quantity => {
  switch (bound) {
    case 'at-least':
      return { low: value, high: null, bound };
    case 'more-than':
      return { low: value + 1, high: null, bound };
    case 'at-most':
      return { low: null, high: value, bound };
    case 'about':
      return { low: value, high: value, bound };
    default:
      return exactly(value);
  }
};

const UNITS =
  /^(?:%|per|percent|pc|pct|km|kms|kilometres?|kilometers?|miles?|metres?|meters?|feet|foot|kg|kilograms?|kilos?|tons?|tonnes?|years?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|seconds?|am|pm|mm|cm|acres?|litres?|degrees?|rupees?|dollars?|euros?|pounds?|afghanis?|rs|usd|pkr|th|st|nd|rd|times|percentage|overs?|runs?|wickets?|x|caliber|calibre|hectares?|bore|inch|inches|points?)$/;

const CURRENCY = /^(?:[$£€₹¥]|rs|us\$|usd|pkr|inr|eur)$/i;

const SCALE: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['lakh', 100_000],
  ['million', 1_000_000],
  ['crore', 10_000_000],
  ['billion', 1_000_000_000],
]);

const isScale = (word: string): boolean => SCALE.has(word);

/** A plain number: digits or words, with "million" and the like. */
const plainNumber = (words: readonly Word[], i: number): { value: number; length: number } | null => {
  const word = words[i];
  if (word === undefined) return null;
  if (word.kind === 'number') {
    const text = word.folded;
    const next = words[i + 1]?.folded ?? '';
    // "12 500 people": a blank between thousands, as the UN prints it.
    if (/^[1-9]\d{0,2}$/.test(text) && /^\d{3}$/.test(next) && words[i + 1]?.joined === false)
      return { value: Number(text + next), length: 2 };
    const grouped =
      /^\d{1,3}(?:,\d{2,3})+$/.test(text) || (/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(text) && !isScale(next));
    if (!grouped && !/^\d+(?:\.\d+)?$/.test(text)) return null;
    const value = Number(grouped ? text.replaceAll(/[.,]/g, '') : text);
    const factor = SCALE.get(next);
    if (factor !== undefined) return { value: Math.round(value * factor), length: 2 };
    return Number.isInteger(value) ? { value, length: 1 } : null;
  }
  if (word.kind !== 'word') return null;
  if (word.folded === 'half' && words[i + 1]?.folded === 'a' && words[i + 2]?.folded === 'dozen') {
    return { value: 6, length: 3 };
  }
  if (word.folded === 'a' && words[i + 1]?.folded === 'score' && words[i + 2]?.folded === 'of') {
    return { value: 20, length: 3 };
  }
  if (word.folded === 'a' && words[i + 1]?.folded === 'couple') {
    return { value: 2, length: words[i + 2]?.folded === 'of' ? 3 : 2 };
  }
  const run: string[] = [];
  for (let k = i; k < words.length && run.length < 8; k++) {
    const at = words[k];
    if (at === undefined || at.kind !== 'word') break;
    run.push(at.folded);
  }
  const read = numberAt(run, 0);
  if (read === null) return null;
  const of = words[i + read.length]?.folded === 'of' && run[read.length - 1] === 'dozen' ? 1 : 0;
  return { value: read.value, length: read.length + of };
};

/** Whether what stands around makes the number money, a measure, an age, a time or a share, and no count. */
const isMeasured = (words: readonly Word[], from: number, end: number): boolean => {
  const before = words[from - 1];
  const first = words[from];
  const next = words[end];
  if (before !== undefined && CURRENCY.test(before.text) && before.kind !== 'number') return true;
  if (before?.text === '#' || before?.text === '/' || (before?.text === ':' && first?.joined === true))
    return true;
  if (next === undefined) return false;
  if (next.text === '%' || next.text === '/' || (next.text === ':' && words[end + 1]?.joined === true))
    return true;
  if (next.kind === 'word' && next.joined && !next.hyphened) return true;
  return UNITS.test(next.folded);
};

/** "twice", "66 percent" and the like right before "more than". */
const isShare = (words: readonly Word[], at: number): boolean =>
  /^(?:%|percent|cent|pc|pct|times|twice|points?|higher|lower)$/.test(words[at - 1]?.folded ?? '');

/** "The 2018 peak", "2024's toll": four digits without a separator are a year, unless people follow at once. */
const isYear = (word: Word | undefined, next: string | undefined): boolean =>
  word !== undefined &&
  /^(?:19|20)\d\d$/.test(word.text) &&
  !/^(?:people|civilians|soldiers|militants|persons)$/.test(next ?? '');

/** Whether a verb of rising or falling stands a few words before. */
const movesBefore = (folded: readonly string[], at: number, { grammar }: Lexicon): boolean =>
  folded
    .slice(Math.max(0, at - 4), at)
    .some((_, k) => grammar.longestAt(folded, Math.max(0, at - 4) + k)?.values.includes('rise') === true);

/**
 * Reads the count that starts at a word, with its bound: "at least 14", "more than 40", "dozens of", "30 to 40".
 * @returns null for money, distances, ages, times, shares and for words that are no number
 */
export const quantityAt = oncePerWord((line: Line, from: number, lexicon: Lexicon): QuantityAt | null => {
  const { words, folded } = line;
  const first = words[from];
  if (first === undefined || first.kind === 'mark') return null;
  if (first.kind === 'word' && !NUMBER_STARTS.has(first.folded) && !lexicon.boundStarts.has(first.folded))
    return null;
  let i = from;
  let bound: Quantity['bound'] = 'exact';
  let more = false;
  for (let round = 0; round < 3; round++) {
    const found = lexicon.bounds.longestAt(folded, i);
    if (found === null) break;
    const word = found.values[0];
    if (word === undefined) break;
    if (word.bound === 'vague') {
      const quantity: Quantity = { low: word.low, high: null, bound: 'vague' };
      return { quantity, length: i + found.length - from, more: false };
    }
    if (folded.slice(i, i + found.length).some(w => w === 'another' || w === 'additional' || w === 'further'))
      more = true;
    if (word.bound !== 'exact') bound = word.bound;
    i += found.length;
    // "66 percent more than the 1,533 killed in 2023": what is compared is no bound.
    const compares = folded[i - 1] === 'than' && (folded[i] === 'the' || isShare(words, from));
    if (compares) return null;
  }
  const between = folded[i] === 'between' ? 1 : 0;
  const number = plainNumber(words, i + between);
  if (number === null) return null;
  const start = i + between;
  let end = start + number.length;
  if (isMeasured(words, start, end) || isAge(line, start, end)) return null;
  if (words[start]?.hyphened === true && words[start - 1]?.kind === 'word') return null;
  if (isYear(words[start], folded[end])) return null;
  let quantity = bounded(number.value, bound);
  const link = folded[end];
  const hyphenRange = words[end]?.kind === 'number' && words[end]?.hyphened === true;
  // "climbed from 16 to 24", "rose by two to 26": two numbers, no range.
  const moves =
    link === 'to' && /^(?:from|by)$/.test(folded[from - 1] ?? '') && movesBefore(folded, from - 1, lexicon);
  const linked =
    (link === 'to' && !moves) || link === 'or' || link === '–' || (between === 1 && link === 'and');
  if (hyphenRange || linked) {
    const second = plainNumber(words, hyphenRange ? end : end + 1);
    if (second !== null && second.value > number.value) {
      end += second.length + (hyphenRange ? 0 : 1);
      if (isMeasured(words, end - second.length, end)) return null;
      quantity = { low: number.value, high: second.value, bound: 'about' };
    } else if (hyphenRange || between === 1) return null;
  } else if (between === 1) return null;
  if (folded[end] === 'or' && folded[end + 1] === 'more') {
    quantity = bounded(number.value, 'at-least');
    end += 2;
  } else if (folded[end] === 'or' && folded[end + 1] === 'so') {
    quantity = bounded(number.value, 'about');
    end += 2;
  } else if (folded[end] === 'odd' || folded[end] === 'plus' || folded[end] === '+') {
    quantity = bounded(number.value, folded[end] === 'odd' ? 'about' : 'at-least');
    end += 1;
  }
  if (folded[end] === 'more' && folded[end + 1] !== 'than') {
    more = true;
    end += 1;
  }
  return { quantity, length: end - from, more };
});
