import type { Article } from '../../src/core/article.ts';
import type { Facts } from '../../src/extract/json.ts';

/** Made up, like every text here. */
export const madeUpArticle = (facts: Partial<Article> = {}): Article => ({
  id: 'made-up',
  title: null,
  published: null,
  publisher: null,
  url: null,
  text: 'Three policemen were killed in Quetta, police said.',
  ...facts,
});

type FigureJson = Facts['figures'][number];

/** A figure of which nothing is known but what it counts. */
export const madeUpFigure = (facts: Partial<FigureJson> = {}): FigureJson => ({
  measure: 'fatalities',
  low: 3,
  high: 3,
  bound: 'exact',
  victims: [],
  scope: 'incident',
  operations: null,
  security: true,
  standing: 'current',
  shared: false,
  period: null,
  place: null,
  body: null,
  via: null,
  partOf: null,
  quote: 'Three policemen were killed',
  start: 0,
  end: 27,
  rules: ['made-up'],
  ...facts,
});
