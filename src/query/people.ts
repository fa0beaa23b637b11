import type { Figure } from '../core/figure.ts';
import { fold } from '../core/fold.ts';

/** Words that say no more than "people" or the class does. */
const GENERAL = new Set(
  (
    'person,body,man,member,individual,victim,casualty,life,other,soul,human,citizen,' +
    'civilian,noncombatant,non-combatant,militant,terrorist,insurgent,' +
    'security personnel,security force,security man,security official,security officer,security member,' +
    'member of the security forces,personnel,law enforcement personnel,law enforcer'
  ).split(','),
);

const IRREGULAR: readonly (readonly [one: string, many: string])[] = [
  ['person', 'people'],
  ['child', 'children'],
  ['body', 'bodies'],
  ['life', 'lives'],
];

/** Plurals that look like the singular, or that only print knows. */
const UNCHANGED = /(?:personnel|police|levies|troops|forces|corps)$/i;

/** "policemen" → "policeman", "security personnel" stays. */
export const singularOf = (words: string): string => {
  if (UNCHANGED.test(words)) return words;
  const known = IRREGULAR.find(([, many]) => words.endsWith(many));
  if (known !== undefined) return words.slice(0, words.length - known[1].length) + known[0];
  if (/men$/.test(words)) return words.replace(/men$/, 'man');
  if (/[^aeiou]ies$/.test(words)) return words.replace(/ies$/, 'y');
  if (/(?:ss|x|ch|sh)es$/.test(words)) return words.replace(/es$/, '');
  return /[^s]s$/.test(words) ? words.slice(0, -1) : words;
};

/** "policeman" → "policemen"; what is a plural already stays. */
export const pluralWord = (words: string): string => {
  const one = singularOf(words);
  if (UNCHANGED.test(one)) return one;
  const known = IRREGULAR.find(([single]) => one.endsWith(single));
  if (known !== undefined) return one.slice(0, one.length - known[0].length) + known[1];
  if (/man$/.test(one)) return one.replace(/man$/, 'men');
  if (/[^aeiou]y$/.test(one)) return one.replace(/y$/, 'ies');
  return /(?:s|x|ch|sh)$/.test(one) ? `${one}es` : `${one}s`;
};

/** Whether a noun says no more of people than that they are some. */
export const isGeneral = (noun: string): boolean => GENERAL.has(fold(singularOf(noun)));

/** The word by which an article narrows a class ("soldier", "driver"), singular; null when it only names the class. */
export const narrowerWord = ({ victimsDetail }: Pick<Figure, 'victimsDetail'>): string | null => {
  if (victimsDetail === null) return null;
  const one = singularOf(victimsDetail.trim());
  return isGeneral(one) || one === '' ? null : one;
};
