import type { Line } from './words.ts';

const OLDEST = 110;
const MOST_BACK = 10;
const LISTED = /^(?:,|and|or|to|between|–)$/;

const isYoung = ({ words }: Line, at: number): boolean => {
  const word = words[at];
  return word?.kind === 'number' && /^\d{1,3}$/.test(word.text) && Number(word.text) <= OLDEST;
};

/** The word before a list of numbers that ends here: "aged" of "aged 10, 12 and 14". */
const beforeList = (line: Line, from: number): number => {
  let at = from - 1;
  while (at >= 0 && from - at < MOST_BACK && (isYoung(line, at) || LISTED.test(line.folded[at] ?? '')))
    at -= 1;
  return at;
};

/** Nothing that could be counted follows: a mark, a joint of the list, or the verb of the whole. */
const standsAlone = (line: Line, end: number): boolean => {
  const next = line.words[end];
  return next === undefined || next.kind === 'mark' || /^(?:and|or|to|was|were)$/.test(next.folded);
};

/**
 * Whether the number at a word is an age: "aged 25", "at the age of 12", "aged 10, 12 and 14", "a man, 25, was",
 * "two brothers, 12 and 14, were".
 * @param end word behind the number
 */
export const isAge = (line: Line, from: number, end: number): boolean => {
  if (!isYoung(line, end - 1) || !standsAlone(line, end)) return false;
  const { folded, words } = line;
  const before = beforeList(line, from);
  const said = folded[before] ?? '';
  if (/^(?:aged?|ages)$/.test(said) || (said === 'of' && /^ages?$/.test(folded[before - 1] ?? '')))
    return true;
  // ", 25," and ", 12 and 14,": nothing but numbers between two commas, behind a word.
  const opened = folded[before + 1] === ',' && words[before]?.kind === 'word';
  let close = end;
  while (isYoung(line, close) || /^(?:and|or)$/.test(folded[close] ?? '')) close += 1;
  return (
    opened &&
    folded[close] === ',' &&
    /^(?:was|were|has|had|who|and|died|of|from)$/.test(folded[close + 1] ?? '')
  );
};

/** Words of the ages that are listed from a number on: three of "10, 12 and 14" and their joints. */
export const agesLength = (line: Line, from: number): number => {
  if (!isAge(line, from, from + 1)) return 0;
  let end = from + 1;
  while (LISTED.test(line.folded[end] ?? '') && isYoung(line, end + 1)) end += 2;
  return end - from;
};
