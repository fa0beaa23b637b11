import { foldWords } from '../core/fold.ts';
import { type PhraseTable, phraseTable } from '../core/phrases.ts';

/** Tokens that may stand inside a name and are no word of it: "military's media wing", "CPI (Maoist)", "SPLM/A". */
const INSIDE = /^(?:['’ʼ]s?|[/()])$/;

/** As the reader cuts it: letters and digits part ("M23" → "M 23"), a possessive is no word of the name. */
const cut = (name: string): string =>
  name
    .replace(/['’ʼ](?:s(?!\p{L})|(?!\p{L}))/gu, ' ')
    .replace(/&/g, ' and ')
    .replace(/\p{L}(?=\p{N})|\p{N}(?=\p{L})/gu, '$& ');

/** The words and marks of a name as print has them, joined by one blank: "IS-K" → "IS K", "CPI (Maoist)" → "CPI ( Maoist". */
export const printedForm = (name: string): string =>
  (cut(name).match(/[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*|\p{N}+|[/()]/gu) ?? [])
    .join(' ')
    .replace(/ \)$/, '');

/**
 * A table of names that bears with print: "the military's media wing" is found by "military media wing", "Location &
 * Event Data" by "Location and Event Data". Lengths count the words of the text, possessives and marks included.
 */
export const nameTable = <T>(entries: Iterable<readonly [name: string, value: T]>): PhraseTable<T> => {
  const list = Array.from(entries, ([name, value]) => [cut(name), value] as const);
  const table = phraseTable(list);
  /** Most words of any name that begins with this word, so that most words of a text cost one look. */
  const reach = new Map<string, number>();
  for (const [name] of list) {
    const words = foldWords(name);
    const first = words[0] ?? '';
    reach.set(first, Math.max(reach.get(first) ?? 0, words.length));
  }
  return {
    longestAt: (words, from) => {
      const limit = reach.get(words[from] ?? '');
      if (limit === undefined) return null;
      const bare: string[] = [];
      const ends: number[] = [];
      for (let i = from; i < words.length && bare.length < limit && i - from < 3 * limit; i++) {
        const word = words[i] ?? '';
        if (INSIDE.test(word)) continue;
        bare.push(word === '&' ? 'and' : word);
        ends.push(i + 1);
      }
      const found = table.longestAt(bare, 0);
      const end = found === null ? undefined : ends[found.length - 1];
      return found === null || end === undefined ? null : { length: end - from, values: found.values };
    },
    opens: word => reach.has(word),
    opensIn: words => words.some(word => reach.has(word)),
    named: name => table.named(cut(name)),
  };
};
