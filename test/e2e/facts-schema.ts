import { z } from 'zod';

const count = z.int().nonnegative();
const basis = z.enum(['stated', 'carried', 'assumed']);
const period = z.strictObject({ from: z.iso.date(), to: z.iso.date() });

const place = z.strictObject({
  id: z.string(),
  name: z.string().min(1),
  kind: z.enum(['country', 'admin1', 'admin2', 'area', 'city', 'locality']),
  admin2: z.string().nullable(),
  admin1: z.string().nullable(),
  country: z.string().nullable(),
  aliases: z.array(z.string()),
  basis,
});

const figure = z.strictObject({
  measure: z.enum(['fatalities', 'injuries', 'casualties', 'incidents', 'abductions', 'arrests']),
  low: count.nullable(),
  high: count.nullable(),
  bound: z.enum(['exact', 'at-least', 'more-than', 'at-most', 'about', 'vague']),
  victims: z.array(z.enum(['civilians', 'security-forces', 'militants'])),
  scope: z.enum(['incident', 'aggregate']),
  operations: z.enum(['militant-attacks', 'security-operations', 'both']).nullable(),
  security: z.boolean(),
  standing: z.enum(['current', 'superseded', 'background']),
  shared: z.boolean(),
  period: period.extend({ basis }).nullable(),
  place: place.nullable(),
  body: z
    .strictObject({
      id: z.string(),
      name: z.string().min(1),
      aliases: z.array(z.string()),
      kind: z.enum([
        'monitor',
        'official',
        'police',
        'military',
        'hospital',
        'media',
        'armed-group',
        'witness',
        'unnamed',
      ]),
      basis,
    })
    .nullable(),
  via: z.string().nullable(),
  partOf: count.nullable(),
  quote: z.string().min(1),
  start: count,
  end: count,
  rules: z.array(z.string()).min(1),
});

const toll = z
  .strictObject({ low: count.nullable(), best: count.nullable(), high: count.nullable() })
  .nullable();

const incident = z.strictObject({
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
  date: period.nullable(),
  place: place.nullable(),
  site: z.string().nullable(),
  actors: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      aliases: z.array(z.string()),
      role: z.enum(['claimed', 'blamed', 'suspected']),
    }),
  ),
  fatalities: toll,
  attackersKilled: toll,
  injuries: toll,
  abductions: toll,
  background: z.boolean(),
  figures: z.array(count),
});

const trend = z.strictObject({
  kind: z.enum(['share', 'growth', 'average']),
  value: z.number().nonnegative(),
  bound: figure.shape.bound,
  direction: z.enum(['up', 'down']).nullable(),
  measure: figure.shape.measure,
  victims: figure.shape.victims,
  of: count.nullable(),
  from: count.nullable(),
  to: count.nullable(),
  period: figure.shape.period,
  place: figure.shape.place,
  body: figure.shape.body,
  quote: z.string().min(1),
  start: count,
  end: count,
  rules: z.array(z.string()).min(1),
});

/** The JSON of an article's facts as others read it: no field more or less. */
export const factsSchema = z.strictObject({
  id: z.union([z.string(), z.number()]),
  figures: z.array(figure),
  incidents: z.array(incident),
  trends: z.array(trend),
});

/** What stands in the place of a line that could not be read. */
export const errorSchema = z.strictObject({ line: z.int().positive(), error: z.string().min(10) });
