import type { Answer, Citation } from '../core/answer.ts';
import type { Figure } from '../core/figure.ts';
import type { Desk } from './draft.ts';

/** What /why was asked about: by its id, by where it stands in an article, or by its number in an answer. */
export type Wanted =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'numbered'; readonly n: number; readonly question: string | null };

/** "3", "[3]", "3 of /casualties 2024"; anything else is an address. */
export const readWanted = (typed: string): Wanted => {
  const numbered = /^\[?(\d{1,4})\]?(?:\s+(?:of|in|from)\s+(\S.*))?$/s.exec(typed);
  return numbered === null
    ? { kind: 'address', address: typed }
    : { kind: 'numbered', n: Number(numbered[1]), question: numbered[2] ?? null };
};

/** The address of a page that /why is asked about, in the brackets of a chat or without its scheme; null for figures. */
export const pageIn = (typed: string): string | null => {
  const bare = typed.trim().replace(/^<(.*)>$/, '$1');
  if (/^https?:\/\/\S+$/i.test(bare)) return bare;
  return /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/\S*$/i.test(bare) ? `https://${bare}` : null;
};

/** All figures of an article, those of no attack among them, in the order of its text. */
const figuresOf = (article: string, { services, asOf }: Desk): Figure[] => {
  const all = [
    ...services.store.figures({ asOf, article }),
    ...services.store.figures({ asOf, article, security: false }),
  ];
  return all
    .filter((figure, i) => all.findIndex(other => other.id === figure.id) === i)
    .sort((a, b) => a.span.start - b.span.start || (a.id < b.id ? -1 : 1));
};

/** The figure of an id, or those that stand at a position: `<article>#<start>`; empty when there is none. */
export const figuresAt = (address: string, desk: Desk): Figure[] => {
  const exact = desk.services.store.figure(address, desk.asOf);
  if (exact !== null) return [exact];
  const place = /^(.+)#(\d+)$/.exec(address);
  if (place?.[1] === undefined) return [];
  const at = Number(place[2]);
  const figures = figuresOf(place[1], desk);
  const starting = figures.filter(figure => figure.span.start === at);
  return starting.length > 0 ? starting : figures.filter(({ span }) => span.start <= at && at < span.end);
};

/** What an answer cites under a number: its figures; of a quoted sentence those it prints. */
export const figuresCited = (
  { figures }: Answer,
  { n, article, start, end }: Citation,
  desk: Desk,
): Figure[] => {
  const stated = figures.filter(figure => figure.citation === n).map(({ id }) => id);
  const all = figuresOf(article, desk);
  const own = all.filter(
    figure => stated.includes(figure.id) || (figure.span.start === start && figure.span.end === end),
  );
  return own.length > 0 ? own : all.filter(({ span }) => start <= span.start && span.end <= end);
};
