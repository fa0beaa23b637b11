import { readFileSync } from 'node:fs';
import { z } from 'zod';

const id = z.string().regex(/^[\p{L}\p{N}/-]+$/u);
const name = z.string().min(2);
const degrees = z.number().min(-180).max(180).nullable();
const population = z.number().int().min(0);
const aliases = z.array(name);
const fileOf = <T extends z.ZodType>(entry: T) =>
  z.strictObject({ note: z.string(), entries: z.array(entry) });

export const countriesSchema = fileOf(z.tuple([id, name, degrees, degrees, aliases]));
export const admin1Schema = fileOf(z.tuple([id, name, degrees, degrees, aliases]));
export const admin2Schema = fileOf(z.tuple([id, name, degrees, degrees, population, aliases]));
export const placesSchema = fileOf(
  z.tuple([id, name, z.enum(['city', 'locality']), degrees, degrees, population, aliases]),
);

/** A place of our own, or more about one that GeoNames has: then `name` and `kind` may be left out. */
export const overlaySchema = fileOf(
  z.strictObject({
    id,
    name: name.optional(),
    kind: z.enum(['admin1', 'admin2', 'city', 'locality']).optional(),
    at: z.tuple([z.number(), z.number()]).optional(),
    population: population.optional(),
    aliases: aliases.optional(),
  }),
);

export const trapsSchema = z.strictObject({
  note: z.string(),
  words: z.array(z.string()),
  titles: z.array(z.string()),
  people: z.array(z.string()),
});

export const areasSchema = fileOf(z.strictObject({ id, name, aliases, members: z.array(id).min(1) }));

export const spellingsSchema = z.strictObject({
  note: z.string(),
  words: z.array(z.array(z.string()).min(2)),
});

export type OverlayEntry = z.infer<typeof overlaySchema>['entries'][number];

/** Overlay files in the order they are laid over one another. */
export const OVERLAYS = [
  'overlay-countries.json',
  'overlay-pakistan.json',
  'overlay-pakistan-towns.json',
  'overlay-afghanistan.json',
  'overlay-india.json',
  'overlay-world.json',
] as const;

/** @throws when the file is missing or does not fit: the data is part of the program. */
export const readGazetteerFile = <T>(file: string, schema: z.ZodType<T>): T =>
  schema.parse(JSON.parse(readFileSync(new URL(`../../data/gazetteer/${file}`, import.meta.url), 'utf8')));
