import type { TermSentence } from './ports/terms.ts';

/** Seven bits a byte; the highest bit says that more follow. */
const SEVEN = 0x80;

/** Numbers before the terms of a sentence: its index, how many different terms it has, how many in all. */
const HEAD = 3;

const asBytes = (numbers: readonly number[]): Uint8Array => {
  const bytes: number[] = [];
  for (const number of numbers) {
    let rest = number;
    for (; rest >= SEVEN; rest = Math.floor(rest / SEVEN)) bytes.push((rest % SEVEN) | SEVEN);
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
};

/** Packs the sentences of an article: of each its index, how many different terms it has, how many in all, and their numbers. */
export const packSentences = (
  sentences: readonly { readonly index: number; readonly numbers: readonly number[] }[],
): Uint8Array =>
  asBytes(
    sentences.flatMap(({ index, numbers }) => [index, new Set(numbers).size, numbers.length, ...numbers]),
  );

const readNumbers = (packed: Uint8Array): Uint32Array => {
  const numbers = new Uint32Array(packed.length);
  let [held, number, worth] = [0, 0, 1];
  for (const byte of packed) {
    number += (byte % SEVEN) * worth;
    worth *= SEVEN;
    if (byte >= SEVEN) continue;
    numbers[held++] = number;
    number = 0;
    worth = 1;
  }
  return numbers.subarray(0, held);
};

/** What `packSentences` packed. */
export const readSentenceTerms = (packed: Uint8Array): readonly TermSentence[] => {
  const numbers = readNumbers(packed);
  const sentences: TermSentence[] = [];
  for (let at = 0; at < numbers.length; ) {
    const [index, different, length] = [numbers[at] ?? 0, numbers[at + 1] ?? 0, numbers[at + 2] ?? 0];
    sentences.push({ index, different, terms: numbers.subarray(at + HEAD, at + HEAD + length) });
    at += HEAD + length;
  }
  return sentences;
};

/** How much of a row of numbers is met still, when it was met so far and the next one is another (Knuth, Morris, Pratt). */
const fallbacks = (numbers: readonly number[]): readonly number[] => {
  const back = [0];
  let met = 0;
  for (const number of numbers.slice(1)) {
    while (met > 0 && number !== numbers[met]) met = back[met - 1] ?? 0;
    if (number === numbers[met]) met++;
    back.push(met);
  }
  return back;
};

/**
 * Gives a test for packed sentences: whether in one of them these numbers follow one another, with nothing between them but
 * some that may stand there. It reads the bytes one by one and makes nothing of them, fast enough for every article of an
 * archive.
 * @param between none of the numbers is among them
 */
export const inOrder = (
  numbers: readonly number[],
  between: ReadonlySet<number>,
): ((packed: Uint8Array) => boolean) => {
  const back = fallbacks(numbers);
  return packed => {
    let number = 0;
    let worth = 1;
    /** Of a sentence: numbers of its head that are still to come, and of its terms. */
    let head = HEAD;
    let left = 0;
    let met = 0;
    for (let at = 0; at < packed.length; at++) {
      const byte = packed[at] ?? 0;
      number += (byte % SEVEN) * worth;
      worth *= SEVEN;
      if (byte >= SEVEN) continue;
      if (head > 0) {
        head--;
        left = number;
        met = 0;
      } else {
        left--;
        if (met > 0 && number !== numbers[met] && !between.has(number))
          while (met > 0 && number !== numbers[met]) met = back[met - 1] ?? 0;
        if (number === numbers[met]) met++;
        if (met === numbers.length) return true;
      }
      if (head === 0 && left === 0) head = HEAD;
      number = 0;
      worth = 1;
    }
    return false;
  };
};
