import type { Citation } from './answer.ts';
import { publishedDay } from './article.ts';

/**
 * Where a citation comes from, in one line of plain characters: "Khaama Press (via MENAFN), 2024-11-22, article
 * 000_dacc30807b447544". What is not known is said to be so.
 */
export const credit = (citation: Pick<Citation, 'publisher' | 'published' | 'article'>): string =>
  `${citation.publisher ?? 'publisher unknown'}, ${publishedDay(citation) ?? 'undated'}, article ${citation.article}`;
