import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Actor } from '../core/actor.ts';
import { nameTable, printedForm } from './names.ts';
import type { ActorName, Actors } from './ports.ts';

const name = z.string().trim().min(2);

const actorSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  name,
  /** Count only as printed here: acronyms, and names that are everyday words too; the name itself if it stands here. */
  exact: z.array(name).default([]),
  aliases: z.array(name).default([]),
  /** What a state calls it; quoted, never adopted. */
  labels: z.array(name).default([]),
  parent: z.string().nullable().default(null),
});

export const actorsSchema = z.strictObject({
  note: z.string(),
  armedGroups: z.array(actorSchema),
  stateForces: z.array(actorSchema),
});

/** Urdu's genitive is printed -e- or -i-: "Lashkar-e-Islam", "Lashkar-i-Islam". */
const genitives = (written: string): readonly string[] =>
  /[- ][ei][- ]/.test(written)
    ? [written.replace(/([- ])[ei](?=[- ])/g, '$1e'), written.replace(/([- ])[ei](?=[- ])/g, '$1i')]
    : [written];

/** Armed groups and state forces of data/lexicon/actors.json; a file that does not fit its schema ends the start. */
export const loadActors = (): Actors => {
  const file = new URL('../../data/lexicon/actors.json', import.meta.url);
  const data = actorsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const actors = new Map<string, Actor>();
  const names: [string, ActorName][] = [];
  for (const [kind, entries] of [
    ['armed-group', data.armedGroups],
    ['state-force', data.stateForces],
  ] as const) {
    for (const { id, name, exact, aliases, labels, parent } of entries) {
      const free = [name, ...aliases].filter(written => !exact.includes(written)).flatMap(genitives);
      const shown = new Set([...exact, ...free]);
      shown.delete(name);
      const actor: Actor = { id, name, kind, aliases: [...shown], parent };
      const plain: ActorName = { actor, label: false, caseSensitive: null };
      const label: ActorName = { actor, label: true, caseSensitive: null };
      actors.set(id, actor);
      for (const written of free) names.push([written, plain]);
      for (const written of labels) names.push([written, label]);
      for (const written of exact)
        names.push([written, { actor, label: false, caseSensitive: printedForm(written) }]);
    }
  }
  return { names: nameTable(names), byId: id => actors.get(id) ?? null, all: () => actors.values() };
};
