import type { Article } from '../../src/core/article.ts';
import type { Basis, Figure, Reading as Read } from '../../src/core/figure.ts';
import type { Report } from '../../src/core/incident.ts';
import type { Period } from '../../src/core/period.ts';
import type { AsOf, Reading } from '../../src/store/ports.ts';

/** Readings that no article ever held, for tests of what is kept and found again. */

export const read = <T>(value: T, basis: Basis = 'stated'): Read<T> => ({
  value,
  basis,
  span: basis === 'stated' ? { start: 0, end: 4 } : null,
});

export const days = (from: string, to: string = from): Read<Period> => read({ from, to });

export const asOf = (day: string, time = '12:00:00.000'): AsOf => ({ day, instant: `${day}T${time}Z` });

export const LATE = asOf('2030-01-01');

export const article = (id: string, published: string | null, rest: Partial<Article> = {}): Article => ({
  id,
  title: `Made-up article ${id}`,
  published,
  publisher: null,
  url: null,
  text: `Made up for a test: ${id}.`,
  ...rest,
});

export const figure = (id: string, rest: Partial<Figure> = {}): Figure => ({
  id,
  article: id.split('#')[0] ?? '',
  sentence: 0,
  span: { start: 0, end: 7 },
  quantity: { low: 3, high: 3, bound: 'exact' },
  measure: 'fatalities',
  victims: [],
  victimsDetail: null,
  scope: 'incident',
  operations: null,
  period: null,
  place: null,
  body: null,
  via: null,
  actor: null,
  partOf: null,
  shared: false,
  standing: 'current',
  security: true,
  rules: ['made-up'],
  ...rest,
});

export const report = (id: string, rest: Partial<Report> = {}): Report => ({
  id,
  article: id.split('#')[0] ?? '',
  sentence: 0,
  span: { start: 0, end: 7 },
  type: 'bombing',
  period: null,
  place: null,
  site: null,
  actors: [],
  fatalities: null,
  attackersKilled: null,
  injuries: null,
  abductions: null,
  figures: [],
  background: false,
  rules: ['made-up'],
  ...rest,
});

/** An article that holds these facts; their ids start with the article's id and '#'. */
export const reading = (
  of: Article,
  facts: { readonly figures?: readonly Figure[]; readonly reports?: readonly Report[] } = {},
): Reading => ({
  article: of,
  sentences: [{ index: 0, span: { start: 0, end: of.text.length }, paragraph: 0, role: 'body' }],
  figures: facts.figures ?? [],
  reports: facts.reports ?? [],
});
