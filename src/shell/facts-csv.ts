import { stringify } from 'csv-stringify/sync';
import type { Article } from '../core/article.ts';
import type { Facts } from '../extract/json.ts';
import { readMasthead } from '../text/masthead.ts';

interface Row {
  readonly article: Omit<Article, 'text'>;
  /** Counts from 0 within the article; `partOf` is such a number. */
  readonly index: number;
  readonly figure: Facts['figures'][number];
}

type Cell = string | number | boolean | null;

const COLUMNS: readonly (readonly [name: string, cell: (row: Row) => Cell])[] = [
  ['article', ({ article }) => article.id],
  ['title', ({ article }) => article.title],
  ['publisher', ({ article }) => article.publisher],
  ['published', ({ article }) => article.published],
  ['url', ({ article }) => article.url],
  ['figure', ({ index }) => index],
  ['measure', ({ figure }) => figure.measure],
  ['low', ({ figure }) => figure.low],
  ['high', ({ figure }) => figure.high],
  ['bound', ({ figure }) => figure.bound],
  ['victims', ({ figure }) => figure.victims.join('+')],
  ['scope', ({ figure }) => figure.scope],
  ['operations', ({ figure }) => figure.operations],
  ['security', ({ figure }) => figure.security],
  ['standing', ({ figure }) => figure.standing],
  ['from', ({ figure }) => figure.period?.from ?? null],
  ['to', ({ figure }) => figure.period?.to ?? null],
  ['period_basis', ({ figure }) => figure.period?.basis ?? null],
  ['place', ({ figure }) => figure.place?.name ?? null],
  ['admin1', ({ figure }) => figure.place?.admin1 ?? null],
  ['country', ({ figure }) => figure.place?.country ?? null],
  ['body', ({ figure }) => figure.body?.name ?? null],
  ['body_kind', ({ figure }) => figure.body?.kind ?? null],
  ['part_of', ({ figure }) => figure.partOf],
  ['quote', ({ figure }) => figure.quote],
  ['start', ({ figure }) => figure.start],
  ['end', ({ figure }) => figure.end],
];

/**
 * Quoted as RFC 4180 says, lines ended by LF. A text that a spreadsheet would take for a formula (it begins with =, +,
 * -, @, a tab or a CR) has an apostrophe before it. Unknown is an empty cell.
 */
const toCsv = (rows: readonly (readonly Cell[])[]): string =>
  stringify([...rows], { escape_formulas: true, cast: { boolean: value => String(value) } });

/** The names of the columns. */
export const CSV_HEADER = toCsv([COLUMNS.map(([name]) => name)]);

/** The article as its rows cite it: what it was not given with is read from its text. */
const cited = ({ text, ...article }: Article): Row['article'] => {
  const masthead = readMasthead(text);
  return {
    ...article,
    title: article.title ?? masthead.title,
    published: article.published ?? masthead.published,
    publisher: article.publisher ?? masthead.publisher,
  };
};

/** One row a figure, each with its citation; an article without figures has none. */
export const factsCsv = (whole: Article, { figures }: Facts): string => {
  if (figures.length === 0) return '';
  const article = cited(whole);
  return toCsv(figures.map((figure, index) => COLUMNS.map(([, cell]) => cell({ article, index, figure }))));
};
