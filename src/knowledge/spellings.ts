import { foldWords } from '../core/fold.ts';

/** Words that are written in several ways whatever the place: [one way, the others]. */
const WORDS: readonly (readonly string[])[] = [
  ['qila', 'qilla', 'killa', 'kila', 'qala'],
  ['khel', 'khail', 'kheil', 'kheyl'],
  ['muhammad', 'mohammad', 'mohammed'],
  ['sahib', 'saheb'],
];

const EZAFE = new Set(['e', 'i', 'ye', 'yi']);

const joined = (words: readonly string[], ezafe: string): string => {
  const out: string[] = [];
  for (const [index, word] of words.entries()) {
    if (index > 0 && EZAFE.has(word)) {
      if (ezafe === 'word') out.push('e');
      else if (ezafe !== '') out.push(`${out.pop() ?? ''}${ezafe}`);
    } else out.push(word);
  }
  return out.join(' ');
};

/**
 * Ways to print one name of Pakistan or Afghanistan, the name itself first: the joint "-e-" is also "-i-", part of
 * the word before, or left out ("Pul-e Khumri", "Puli Khumri", "Pul Khumri"); "Musa Khel" is also "Musakhail".
 */
export const spellings = (name: string): string[] => {
  const words = foldWords(name);
  const found = new Set([name]);
  if (words.slice(1).some(word => EZAFE.has(word))) {
    found.add(joined(words, 'word'));
    found.add(joined(words, 'word').replace(/ e /g, ' i '));
    for (const ezafe of ['', 'i', 'e']) found.add(joined(words, ezafe));
  }
  for (const way of [...found]) {
    const parts = foldWords(way);
    for (const group of WORDS) {
      const at = parts.findIndex(word => group.includes(word));
      if (at < 0) continue;
      for (const word of group) found.add(parts.with(at, word).join(' '));
    }
  }
  for (const way of [...found]) {
    const match = /^(\p{L}+) (khel|khail)$/u.exec(way.toLowerCase());
    if (match !== null) found.add(`${match[1]}${match[2]}`);
  }
  return [...found];
};
