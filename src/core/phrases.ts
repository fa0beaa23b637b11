import { foldWords } from './fold.ts';

/** Names of one or more words, looked up in running text: the longest that starts at a word wins. */
export interface PhraseTable<T> {
  /** @param words folded words of the text, see fold.ts */
  readonly longestAt: (
    words: readonly string[],
    from: number,
  ) => { readonly length: number; readonly values: readonly T[] } | null;
  /** Whether any name begins with this folded word. */
  readonly opens: (word: string) => boolean;
  /** Whether any name begins with one of these folded words: most sentences hold none, and need no look at each word. */
  readonly opensIn: (words: readonly string[]) => boolean;
  /** Everything that carries exactly this name. */
  readonly named: (name: string) => readonly T[];
}

/** One flat map of whole names: a gazetteer has some 30,000, and a tree of maps would be slow to build. */
export const phraseTable = <T>(entries: Iterable<readonly [phrase: string, value: T]>): PhraseTable<T> => {
  /** First words of all names. */
  const opening = new Set<string>();
  const byName = new Map<string, T[]>();
  /** Second words of longer names. */
  const goesOn = new Set<string>();
  /** First words of longer names, so that most words of a text cost two looks. */
  const opensLonger = new Set<string>();
  /** Most words of any name of three and more that begins with these two: many begin with "the" or "Al". */
  const reach = new Map<string, number>();
  for (const [phrase, value] of entries) {
    const words = foldWords(phrase);
    const [first, second] = words;
    if (first === undefined) continue;
    opening.add(first);
    if (second !== undefined) {
      opensLonger.add(first);
      goesOn.add(second);
    }
    if (words.length > 2) {
      const two = `${first} ${second}`;
      if ((reach.get(two) ?? 2) < words.length) reach.set(two, words.length);
    }
    const name = words.length === 1 ? first : words.join(' ');
    const values = byName.get(name);
    if (values === undefined) byName.set(name, [value]);
    else if (!values.includes(value)) values.push(value);
  }
  return {
    longestAt: (words, from) => {
      const first = words[from];
      if (first === undefined) return null;
      const second = opensLonger.has(first) ? words[from + 1] : undefined;
      if (second !== undefined && goesOn.has(second)) {
        const two = `${first} ${second}`;
        for (let length = Math.min(reach.get(two) ?? 2, words.length - from); length > 1; length--) {
          const values = byName.get(length === 2 ? two : words.slice(from, from + length).join(' '));
          if (values !== undefined) return { length, values };
        }
      }
      const values = byName.get(first);
      return values === undefined ? null : { length: 1, values };
    },
    opens: word => opening.has(word),
    opensIn: words => words.some(word => opening.has(word)),
    named: name => byName.get(foldWords(name).join(' ')) ?? [],
  };
};
