import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Actor, Body } from '../core/actor.ts';
import { nameTable, printedForm } from './names.ts';
import type { Actors, Bodies, BodyName } from './ports.ts';

const name = z.string().trim().min(2);

export const bodiesSchema = z.strictObject({
  note: z.string(),
  bodies: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
      name,
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
      /** Count only as printed here: acronyms, and names that are words of everyday as well ("Dawn"). */
      exact: z.array(name).default([]),
      aliases: z.array(name).default([]),
      counts: z.string().min(10).nullable().default(null),
    }),
  ),
});

/** The name itself counts only as printed where it is among the exact ones. */
const freely = (written: string, exact: readonly string[]): boolean => !exact.includes(written);

/** A group counts as well, in its own favour: "the BLA said it killed 12 soldiers". Its names stay those of a group. */
const groupAsBody = ({ id, name, aliases }: Actor): Body => ({
  id,
  name,
  kind: 'armed-group',
  aliases,
  counts: null,
  listed: true,
});

/**
 * Who counts and vouches, from data/lexicon/bodies.json; a file that does not fit its schema ends the start.
 * @param actors whose armed groups are found by their ids; reading finds them by their names as groups
 */
export const loadBodies = (actors: Actors): Bodies => {
  const file = new URL('../../data/lexicon/bodies.json', import.meta.url);
  const data = bodiesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const bodies = new Map<string, Body>();
  const names: [string, BodyName][] = [];
  for (const { id, name, kind, exact, aliases, counts } of data.bodies) {
    const printed = exact.filter(written => written !== name);
    const body: Body = { id, name, kind, aliases: [...printed, ...aliases], counts, listed: true };
    const plain: BodyName = { body, caseSensitive: null };
    bodies.set(id, body);
    for (const written of [name, ...aliases].filter(written => freely(written, exact)))
      names.push([written, plain]);
    for (const written of exact) names.push([written, { body, caseSensitive: printedForm(written) }]);
  }
  const byId = (id: string): Body | null => {
    const group = actors.byId(id);
    return bodies.get(id) ?? (group?.kind === 'armed-group' ? groupAsBody(group) : null);
  };
  return { names: nameTable(names), byId, all: () => bodies.values() };
};
