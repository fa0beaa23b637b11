/** English number words, as print uses them for people: "thirty-one", "two dozen", "a hundred and five". */
const SMALL = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10]),
);
const SCALES = new Map([
  ['dozen', 12],
  ['score', 20],
  ['hundred', 100],
  ['thousand', 1000],
  ['lakh', 100_000],
  ['million', 1_000_000],
  ['crore', 10_000_000],
  ['billion', 1_000_000_000],
]);

const ORDINALS = new Map(
  (
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
    'fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
  )
    .split(' ')
    .map((word, i) => [word, i + 1]),
);

/** Words a number may open with; what is none of them opens no number. */
export const NUMBER_STARTS: ReadonlySet<string> = new Set([
  ...SMALL.keys(),
  ...TENS.keys(),
  ...SCALES.keys(),
  'a',
  'an',
  'half',
  'between',
]);

export interface NumberWords {
  readonly value: number;
  /** How many words it takes. */
  readonly length: number;
}

/**
 * Reads the number that starts at a word.
 * @param words folded words, hyphens parted: "thirty-one" is two
 * @returns null when no number starts there; "a" and "an" alone are no number
 */
export const numberAt = (words: readonly string[], from: number): NumberWords | null => {
  let total = 0;
  let current: number | null = null;
  let length = 0;
  let last: 'none' | 'unit' | 'ten' | 'scale' | 'and' = 'none';
  let i = from;
  for (; i < words.length; i++) {
    const word = words[i] ?? '';
    const small = SMALL.get(word);
    const ten = TENS.get(word);
    const scale = SCALES.get(word);
    if (small !== undefined) {
      const fits: boolean =
        last === 'none' || last === 'scale' || last === 'and' || (last === 'ten' && small > 0 && small < 10);
      if (!fits) break;
      current = (current ?? 0) + small;
      last = 'unit';
    } else if (ten !== undefined) {
      if (last !== 'none' && last !== 'scale' && last !== 'and') break;
      current = (current ?? 0) + ten;
      last = 'ten';
    } else if (scale !== undefined) {
      if (last === 'none' || last === 'and') break;
      if (scale >= 1000) {
        total += (current ?? 1) * scale;
        current = null;
      } else current = (current ?? 1) * scale;
      last = 'scale';
    } else if (word === 'and' && last === 'scale' && isBelowHundred(words, i + 1)) {
      last = 'and';
      continue;
    } else if ((word === 'a' || word === 'an') && last === 'none' && SCALES.has(words[i + 1] ?? '')) {
      if (words[i + 1] === 'score') break;
      current = 1;
      last = 'unit';
    } else break;
    length = i - from + 1;
  }
  return length === 0 ? null : { value: total + (current ?? 0), length };
};

/** "a hundred and five" goes on, "two hundred and three hundred" does not. */
const isBelowHundred = (words: readonly string[], i: number): boolean => {
  const value = SMALL.get(words[i] ?? '') ?? TENS.get(words[i] ?? '');
  return value !== undefined && !SCALES.has(words[i + 1] ?? '') && !SCALES.has(words[i + 2] ?? '');
};

/** "third" → 3; null for anything else. */
export const ordinalOf = (word: string): number | null => {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word);
  return digits === null ? (ORDINALS.get(word) ?? null) : Number(digits[1]);
};

/** "3", "three" or "twenty-one" as a number; null for anything else. */
export const numberOf = (text: string): number | null => {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const words = text.toLowerCase().split(/[\s-]+/);
  const read = numberAt(words, 0);
  return read !== null && read.length === words.length ? read.value : null;
};
