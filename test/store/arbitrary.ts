import fc from 'fast-check';
import type { Article, SentenceRole } from '../../src/core/article.ts';
import { type Bound, type Figure, MEASURES, VICTIM_CLASSES } from '../../src/core/figure.ts';
import type { Report, Toll } from '../../src/core/incident.ts';
import type { Reading } from '../../src/store/ports.ts';

const PLACES = ['pk', 'pk/balochistan', 'pk/balochistan/quetta', 'pk/punjab', 'af', 'pk/balochistan-east'];
const BODIES = ['picss', 'crss', 'police'];
const ACTORS = ['ttp', 'bla'];

const day = fc
  .integer({ min: 0, max: 60 })
  .map(n => new Date(Date.UTC(2024, 9, 1 + n)).toISOString().slice(0, 10));

const instant = fc
  .integer({ min: 0, max: 60 * 24 })
  .map(hours => new Date(Date.UTC(2024, 9, 1, hours)).toISOString());

const span = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => ({ start, end: start + length }));

const reading = <T>(value: fc.Arbitrary<T>) =>
  fc.option(
    fc.record({ value, basis: fc.constantFrom('stated', 'carried', 'assumed'), span: fc.option(span) }),
  );

const period = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

const count = fc.option(fc.nat(500));

const bound = fc.constantFrom<Bound>('exact', 'at-least', 'more-than', 'at-most', 'about', 'vague');

const figure: fc.Arbitrary<Omit<Figure, 'id' | 'article'>> = fc.record({
  sentence: fc.nat(3),
  span,
  quantity: fc.record({ low: count, high: count, bound }),
  measure: fc.constantFrom(...MEASURES),
  victims: fc.subarray([...VICTIM_CLASSES]),
  victimsDetail: fc.option(fc.string()),
  scope: fc.constantFrom('incident', 'aggregate'),
  operations: fc.option(fc.constantFrom('militant-attacks', 'security-operations', 'both')),
  period: reading(period),
  place: reading(fc.constantFrom(...PLACES)),
  body: reading(fc.constantFrom(...BODIES)),
  via: fc.option(fc.constantFrom(...BODIES)),
  actor: fc.option(fc.constantFrom(...ACTORS)),
  partOf: fc.option(fc.string()),
  shared: fc.boolean(),
  standing: fc.constantFrom('current', 'superseded', 'background'),
  security: fc.boolean(),
  rules: fc.array(fc.string(), { maxLength: 2 }),
});

const toll: fc.Arbitrary<Toll | null> = fc.option(
  fc.record({ low: count, best: count, high: count, figures: fc.array(fc.string(), { maxLength: 2 }) }),
);

const report: fc.Arbitrary<Omit<Report, 'id' | 'article'>> = fc.record({
  sentence: fc.nat(3),
  span,
  type: fc.constantFrom('bombing', 'ambush', 'clash', 'other'),
  period: reading(period),
  place: reading(fc.constantFrom(...PLACES)),
  site: fc.option(fc.string()),
  actors: fc.array(
    fc.record({
      actor: fc.constantFrom(...ACTORS),
      role: fc.constantFrom('claimed', 'blamed', 'suspected'),
      by: fc.option(fc.constantFrom(...BODIES)),
      span,
    }),
    { maxLength: 3 },
  ),
  fatalities: toll,
  attackersKilled: toll,
  injuries: toll,
  abductions: toll,
  figures: fc.array(fc.string(), { maxLength: 2 }),
  background: fc.boolean(),
  rules: fc.array(fc.string(), { maxLength: 2 }),
});

const article: fc.Arbitrary<Omit<Article, 'id'>> = fc.record({
  title: fc.option(fc.string({ unit: 'grapheme' })),
  published: fc.option(fc.oneof(day, instant)),
  publisher: fc.option(fc.string()),
  url: fc.option(fc.webUrl()),
  text: fc.string({ unit: 'grapheme', maxLength: 60 }),
});

const sentences = fc
  .array(
    fc.record({
      span,
      paragraph: fc.nat(5),
      role: fc.constantFrom<SentenceRole>('headline', 'body', 'debris', 'repeat'),
    }),
    { maxLength: 4 },
  )
  .map(list => list.map((sentence, index) => ({ index, ...sentence })));

/** Any readings, each of an article of its own; few places, bodies and days, so that filters catch something. */
export const readings: fc.Arbitrary<Reading[]> = fc
  .array(
    fc.record({
      article,
      sentences,
      figures: fc.array(figure, { maxLength: 4 }),
      reports: fc.array(report, { maxLength: 3 }),
    }),
    { maxLength: 6 },
  )
  .map(list =>
    list.map((one, n) => ({
      article: { id: `article-${n}`, ...one.article },
      sentences: one.sentences,
      figures: one.figures.map((fact, i) => ({
        id: `article-${n}#figure-${i}`,
        article: `article-${n}`,
        ...fact,
      })),
      reports: one.reports.map((fact, i) => ({
        id: `article-${n}#report-${i}`,
        article: `article-${n}`,
        ...fact,
      })),
    })),
  );

/** A filter over the same places, bodies and days. */
export const filter = fc.record(
  {
    within: period,
    overlapping: period,
    place: fc.constantFrom(...PLACES),
    bodies: fc.subarray(BODIES),
    actor: fc.constantFrom(...ACTORS),
    measures: fc.subarray([...MEASURES]),
    scope: fc.constantFrom<Figure['scope']>('incident', 'aggregate'),
    article: fc.nat(5).map(n => `article-${n}`),
    security: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** A moment of asking on any of those days. */
export const moment = instant.map(at => ({ day: at.slice(0, 10), instant: at }));
