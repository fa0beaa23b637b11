import { foldWords } from './fold.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly values: T[];
}

const node = <T>(): Node<T> => ({ next: new Map(), values: [] });

/** Names of one or more words, looked up in running text: the longest that starts at a word wins. */
export interface PhraseTable<T> {
  /** @param words folded words of the text, see fold.ts */
  readonly longestAt: (
    words: readonly string[],
    from: number,
  ) => { readonly length: number; readonly values: readonly T[] } | null;
  /** Everything that carries exactly this name. */
  readonly named: (name: string) => readonly T[];
}

export const phraseTable = <T>(entries: Iterable<readonly [phrase: string, value: T]>): PhraseTable<T> => {
  const root = node<T>();
  for (const [phrase, value] of entries) {
    let at = root;
    const words = foldWords(phrase);
    if (words.length === 0) continue;
    for (const word of words) {
      let next = at.next.get(word);
      if (next === undefined) {
        next = node<T>();
        at.next.set(word, next);
      }
      at = next;
    }
    if (!at.values.includes(value)) at.values.push(value);
  }
  return {
    longestAt: (words, from) => {
      let at: Node<T> | undefined = root;
      let best: { length: number; values: readonly T[] } | null = null;
      for (let i = from; i < words.length; i++) {
        at = at.next.get(words[i] ?? '');
        if (at === undefined) break;
        if (at.values.length > 0) best = { length: i - from + 1, values: at.values };
      }
      return best;
    },
    named: name => {
      let at: Node<T> | undefined = root;
      for (const word of foldWords(name)) at = at?.next.get(word);
      return at === undefined || at === root ? [] : at.values;
    },
  };
};
