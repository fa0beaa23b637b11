import { foldWords } from '../core/fold.ts';

/** The joint of Persian names ("Pul-e Khumri") as it stands between words. */
const EZAFE = new Set(['e', 'i', 'ye', 'yi']);

/** The joint as a word of its own, as the end of the word before, or left out. */
const joined = (words: readonly string[], joint: (before: string) => readonly string[]): string => {
  const out: string[] = [];
  for (const [index, word] of words.entries()) {
    if (index > 0 && EZAFE.has(word)) out.push(...joint(out.pop() ?? ''));
    else out.push(word);
  }
  return out.join(' ');
};

const JOINTS: readonly ((before: string) => readonly string[])[] = [
  before => [before, 'e'],
  before => [before, 'i'],
  before => [`${before}i`],
  before => [`${before}e`],
  before => [before],
];

/**
 * Ways to print one name of Pakistan or Afghanistan, the name itself first: "Pul-e Khumri" is also "Puli Khumri" and
 * "Pul Khumri", "Musa Khel" also "Musakhail", "Qila Saifullah" also "Killa Saifullah".
 * @param groups words that are spelled in several ways, see data/gazetteer/spellings.json
 */
export const spellings = (name: string, groups: ReadonlyMap<string, readonly string[]>): string[] => {
  const words = foldWords(name);
  if (!words.some(word => EZAFE.has(word) || groups.has(word))) return [words.join(' ')];
  const found = new Set([words.join(' ')]);
  if (words.some((word, index) => index > 0 && EZAFE.has(word))) {
    for (const joint of JOINTS) found.add(joined(words, joint));
  }
  for (const way of [...found]) {
    const parts = way.split(' ');
    for (const [at, part] of parts.entries()) {
      for (const other of groups.get(part) ?? []) found.add(parts.with(at, other).join(' '));
    }
  }
  for (const way of [...found]) {
    const [first, last, ...more] = way.split(' ');
    if (more.length === 0 && (last === 'khel' || last === 'khail')) found.add(`${first}${last}`);
  }
  return [...found];
};
