import type { TermSentence } from './ports/terms.ts';

/** Seven bits a byte; the highest bit says that more follow. */
const SEVEN = 0x80;

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
    sentences.push({ index, different, terms: numbers.subarray(at + 3, at + 3 + length) });
    at += 3 + length;
  }
  return sentences;
};
