import { z } from 'zod';
import type { Article, Sentence } from '../core/article.ts';
import { type Figure, MEASURES, type Quantity, type Reading, VICTIM_CLASSES } from '../core/figure.ts';
import type { IncidentActor, Report, Toll } from '../core/incident.ts';
import type { Period } from '../core/period.ts';
import type { Span } from '../core/span.ts';
import type { Trend } from '../core/trend.ts';

/** One schema for every field, optional ones too: a field added to a noun fails to compile until it is read here. */
export type Shape<T> = { readonly [K in keyof T]-?: z.ZodType<T[K]> };

const span = z.object({ start: z.int(), end: z.int() } satisfies Shape<Span>);

const period = z.object({ from: z.string(), to: z.string() } satisfies Shape<Period>);

const reading = <T>(value: z.ZodType<T>): z.ZodType<Reading<T>> =>
  z.object({ value, basis: z.enum(['stated', 'carried', 'assumed']), span: span.nullable() });

const quantity = z.object({
  low: z.number().nullable(),
  high: z.number().nullable(),
  bound: z.enum(['exact', 'at-least', 'more-than', 'at-most', 'about', 'vague']),
} satisfies Shape<Quantity>);

export const figureSchema = z.object({
  id: z.string(),
  article: z.string(),
  sentence: z.int(),
  span,
  quantity,
  measure: z.enum(MEASURES),
  victims: z.array(z.enum(VICTIM_CLASSES)),
  victimsDetail: z.string().nullable(),
  scope: z.enum(['incident', 'aggregate']),
  operations: z.enum(['militant-attacks', 'security-operations', 'both']).nullable(),
  period: reading(period).nullable(),
  place: reading(z.string()).nullable(),
  body: reading(z.string()).nullable(),
  via: z.string().nullable(),
  actor: z.string().nullable(),
  partOf: z.string().nullable(),
  shared: z.boolean(),
  standing: z.enum(['current', 'superseded', 'background']),
  security: z.boolean(),
  rules: z.array(z.string()),
} satisfies Shape<Figure>);

export const trendSchema = z.object({
  id: z.string(),
  article: z.string(),
  span,
  kind: z.enum(['share', 'growth', 'average']),
  value: z.number(),
  bound: quantity.shape.bound,
  direction: z.enum(['up', 'down']).nullable(),
  of: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  measure: z.enum(MEASURES),
  victims: z.array(z.enum(VICTIM_CLASSES)),
  period: reading(period).nullable(),
  place: reading(z.string()).nullable(),
  body: reading(z.string()).nullable(),
  rules: z.array(z.string()),
} satisfies Shape<Trend>);

const toll = z.object({
  low: z.number().nullable(),
  best: z.number().nullable(),
  high: z.number().nullable(),
  figures: z.array(z.string()),
} satisfies Shape<Toll>);

const incidentActor = z.object({
  actor: z.string(),
  role: z.enum(['claimed', 'blamed', 'suspected']),
  by: z.string().nullable(),
  span,
} satisfies Shape<IncidentActor>);

export const reportSchema = z.object({
  id: z.string(),
  article: z.string(),
  sentence: z.int(),
  span,
  type: z.enum([
    'suicide-bombing',
    'bombing',
    'shooting',
    'ambush',
    'armed-attack',
    'rocket-attack',
    'air-strike',
    'operation',
    'clash',
    'abduction',
    'bodies-found',
    'unexploded-ordnance',
    'other',
  ]),
  period: reading(period).nullable(),
  place: reading(z.string()).nullable(),
  site: z.string().nullable(),
  actors: z.array(incidentActor),
  fatalities: toll.nullable(),
  attackersKilled: toll.nullable(),
  injuries: toll.nullable(),
  abductions: toll.nullable(),
  figures: z.array(z.string()),
  background: z.boolean(),
  rules: z.array(z.string()),
} satisfies Shape<Report>);

export const articleSchema = z.object({
  id: z.string(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  text: z.string(),
} satisfies Shape<Article>);

const sentenceRow = z.object({
  position: z.int(),
  start: z.int(),
  stop: z.int(),
  paragraph: z.int(),
  role: z.enum(['headline', 'body', 'debris', 'repeat']),
});

/** A row of `sentences`, which stand there in flat columns. */
export const sentenceFrom = (row: unknown): Sentence => {
  const { position, start, stop, paragraph, role } = sentenceRow.parse(row);
  return { index: position, span: { start, end: stop }, paragraph, role };
};

const docRow = z.object({ doc: z.string() });

/** The noun that a row keeps as JSON in its column `doc`. */
export const fromDoc = <T>(schema: z.ZodType<T>, row: unknown): T =>
  schema.parse(JSON.parse(docRow.parse(row).doc));
