import { readFileSync } from 'node:fs';
import { z } from 'zod';

// Some 17,000 entries are checked at every start: only what the program leans on. How ids are spelled, that
// degrees lie on the globe and that nothing is named twice is held by the tests.
const id = z.string();
const name = z.string();
const degrees = z.number().nullable();
const population = z.number();
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

/** @throws when the file is missing or does not fit: the data is part of the program. */
export const readGazetteerFile = <T>(file: string, schema: z.ZodType<T>): T =>
  schema.parse(JSON.parse(readFileSync(new URL(`../../data/gazetteer/${file}`, import.meta.url), 'utf8')));
