import type { PhraseTable } from '../../src/core/phrases.ts';
import { lineOf } from '../../src/extract/units/words.ts';
import { tokenize } from '../../src/text/tokens.ts';

/** Cuts a text as the reader does and gives the name at its first word: what it names, and the words it takes. */
export const readName = <T extends { readonly caseSensitive: string | null }>(
  names: PhraseTable<T>,
  text: string,
): { readonly named: readonly T[]; readonly taken: string } => {
  const line = lineOf(tokenize(text));
  const found = names.longestAt(line.folded, 0);
  if (found === null) return { named: [], taken: '' };
  const words = line.words.slice(0, found.length);
  const printed = words.map(word => word.text).join(' ');
  return {
    named: found.values.filter(({ caseSensitive }) => caseSensitive === null || caseSensitive === printed),
    taken: text.slice(0, words.at(-1)?.span.end),
  };
};
