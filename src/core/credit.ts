import type { Citation } from './answer.ts';
import { publishedDay } from './article.ts';

/**
 * Where citations of one article come from, in one line of plain characters: "Khaama Press (via MENAFN), 2024-11-22, article
 * 000_dacc30807b447544#865, #975". What is not known is said to be so; the numbers are where the quotes stand in the text,
 * and with the id before them what /why takes.
 */
export const credit = (citations: readonly Citation[]): string => {
  const [first] = citations;
  if (first === undefined) return '';
  const starts = [...new Set(citations.map(({ start }) => `#${start}`))].join(', ');
  return `${first.publisher ?? 'publisher unknown'}, ${publishedDay(first) ?? 'undated'}, article ${first.article}${starts}`;
};

/** Citations of one sentence together, in the order of their first numbers: a sentence that prints three figures is shown once. */
export const bySentence = (citations: readonly Citation[]): Citation[][] => {
  const groups = new Map<string, Citation[]>();
  for (const citation of citations) {
    const key = `${citation.article}\n${citation.sentence}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [citation]);
    else group.push(citation);
  }
  return [...groups.values()];
};
