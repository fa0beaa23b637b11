import type { TermSentence } from './ports.ts';

/**
 * The sentences in which terms follow one another with nothing between them but names, which stand before the words that
 * spell them. Where a phrase is printed, the stems of its words do: a sentence without that need not be read.
 * @param names numbers of the terms of names; none of `terms` is among them
 */
export const sentencesWith = (
  sentences: readonly TermSentence[],
  terms: readonly number[],
  names: ReadonlySet<number>,
): readonly number[] =>
  sentences.flatMap(({ index, terms: printed }) => (follows(printed, terms, names) ? index : []));

const follows = (printed: Uint32Array, terms: readonly number[], names: ReadonlySet<number>): boolean => {
  const first = terms[0] ?? -1;
  for (let at = printed.indexOf(first); at >= 0; at = printed.indexOf(first, at + 1)) {
    let [met, next] = [1, at + 1];
    for (; met < terms.length && next < printed.length; next++) {
      const term = printed[next] ?? -1;
      if (term === terms[met]) met++;
      else if (!names.has(term)) break;
    }
    if (met === terms.length) return true;
  }
  return false;
};
