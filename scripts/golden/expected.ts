import { z } from 'zod';
import type { Article } from '../../src/core/article.ts';
import type { Figure } from '../../src/core/figure.ts';
import type { Report, Toll } from '../../src/core/incident.ts';
import { printed } from '../../src/core/span.ts';
import type { Extraction } from '../../src/extract/extract.ts';

const count = z.int().nonnegative().nullable();
const toll = z.strictObject({ low: count, best: count, high: count }).nullable();
const period = z.strictObject({ from: z.iso.date(), to: z.iso.date() }).nullable();

/** What `expected.json` of a golden folder holds: the facts of its `source.txt`, checked by a person. */
export const expectedSchema = z.strictObject({
  /** Where the text comes from: "made up", or what a reader should know of it. */
  note: z.string(),
  /** The bundled article that the source is a copy of. */
  article: z.string().optional(),
  published: z.string().nullable(),
  figures: z.array(
    z.strictObject({
      quote: z.string(),
      measure: z.string(),
      low: count,
      high: count,
      bound: z.string(),
      victims: z.array(z.string()),
      scope: z.string(),
      operations: z.string().nullable(),
      security: z.boolean(),
      standing: z.string(),
      shared: z.boolean(),
      period,
      place: z.string().nullable(),
      body: z.string().nullable(),
      /** Position of the figure it is a part of. */
      partOf: z.int().nonnegative().nullable(),
    }),
  ),
  incidents: z.array(
    z.strictObject({
      type: z.string(),
      date: period,
      place: z.string().nullable(),
      site: z.string().nullable(),
      actors: z.array(z.string()),
      fatalities: toll,
      attackersKilled: toll,
      injuries: toll,
      abductions: toll,
      background: z.boolean(),
    }),
  ),
});

export type Expected = Readonly<z.infer<typeof expectedSchema>>;

const tollOf = (of: Toll | null) => (of === null ? null : { low: of.low, best: of.best, high: of.high });

/** The facts of an article in the form in which golden folders keep them. */
export const expectedOf = (
  article: Article,
  { figures, reports }: Extraction,
): Pick<Expected, 'published' | 'figures' | 'incidents'> => {
  const index = new Map(figures.map((figure, i) => [figure.id, i]));
  const figure = (one: Figure) => ({
    quote: printed(article.text, one.span),
    measure: one.measure,
    low: one.quantity.low,
    high: one.quantity.high,
    bound: one.quantity.bound,
    victims: [...one.victims],
    scope: one.scope,
    operations: one.operations,
    security: one.security,
    standing: one.standing,
    shared: one.shared,
    period: one.period?.value ?? null,
    place: one.place?.value ?? null,
    body: one.body?.value ?? null,
    partOf: one.partOf === null ? null : (index.get(one.partOf) ?? null),
  });
  const incident = (one: Report) => ({
    type: one.type,
    date: one.period?.value ?? null,
    place: one.place?.value ?? null,
    site: one.site,
    actors: one.actors.map(({ actor, role }) => `${actor} ${role}`),
    fatalities: tollOf(one.fatalities),
    attackersKilled: tollOf(one.attackersKilled),
    injuries: tollOf(one.injuries),
    abductions: tollOf(one.abductions),
    background: one.background,
  });
  return { published: article.published, figures: figures.map(figure), incidents: reports.map(incident) };
};
