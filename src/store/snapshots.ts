import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import { MEASURES, VICTIM_CLASSES } from '../core/figure.ts';
import type { Write } from './lease.ts';
import { figureSchema, reportSchema, type Shape } from './nouns.ts';
import type { LedgerSnapshot, SnapshotStore } from './ports/snapshot.ts';
import type { Prepare } from './statements.ts';

const READ = `SELECT content FROM snapshots WHERE name = 'ledger' AND rules = ?`;

const REVISION = `SELECT revision FROM snapshots WHERE name = 'ledger' AND rules = ?`;

/** One that was made later, or by the rules of another version of the program, is not gone back behind. */
const KEEP = `INSERT INTO snapshots (name, rules, revision, content) VALUES ('ledger', :rules, :revision, :content)
  ON CONFLICT (name) DO UPDATE SET rules = excluded.rules, revision = excluded.revision, content = excluded.content
  WHERE snapshots.rules <> excluded.rules OR snapshots.revision <= excluded.revision`;

const isText = (each: unknown): boolean => typeof each === 'string';

/** Long lists, which a look at each element through a schema would take a second for. */
const texts = z.custom<readonly string[]>(value => Array.isArray(value) && value.every(isText));
const textsOrNull = z.custom<readonly (string | null)[]>(
  value => Array.isArray(value) && value.every(each => each === null || isText(each)),
);

const numbers = z.instanceof(Uint32Array);
const basis = z.enum(['stated', 'carried', 'assumed']);
const known = <T>(value: z.ZodType<T>) => z.object({ value, basis });
const body = known(z.string()).nullable();
const { shape: figure } = figureSchema;
const { shape: report } = reportSchema;

const figureKind = z.object({
  measure: z.enum(MEASURES),
  victims: z.array(z.enum(VICTIM_CLASSES)),
  victimsDetail: figure.victimsDetail,
  scope: figure.scope,
  operations: figure.operations,
  via: figure.via,
  actor: figure.actor,
  shared: figure.shared,
  standing: figure.standing,
  security: figure.security,
  body,
  isPart: z.boolean(),
});

const toldKind = z.object({
  figure: z.object({
    measure: figure.measure,
    victims: figure.victims,
    victimsDetail: figure.victimsDetail,
    via: figure.via,
    body,
  }),
  role: z.enum(['headline', 'part', 'attackers', 'shared']),
  current: z.boolean(),
});

const number = z.number().nullable();

const snapshot = z.object({
  seen: z.object({ revision: z.int(), asOf: z.object({ day: z.string(), instant: z.string() }) }),
  versions: numbers,
  articles: texts,
  published: textsOrNull,
  periods: z.array(known(z.object({ from: z.string(), to: z.string() }))),
  places: z.array(known(z.string())),
  quantities: z.array(figure.quantity),
  figureKinds: z.array(figureKind),
  reportKinds: z.array(
    z.object({
      type: report.type,
      background: z.boolean(),
      actors: z.array(
        z.object({
          actor: z.string(),
          role: z.enum(['claimed', 'blamed', 'suspected']),
          by: z.string().nullable(),
        }),
      ),
    }),
  ),
  sites: texts,
  tolls: z.array(z.object({ low: number, best: number, high: number })),
  told: z.array(z.array(toldKind)),
  counts: numbers,
  reports: numbers,
  reportIds: texts,
  incidents: numbers,
} satisfies Shape<LedgerSnapshot>);

const revisionRow = z.object({ revision: z.int() });
const row = z.object({ content: z.instanceof(Uint8Array) });

/** Null where it is damaged: it can be made again. */
const contentOf = (bytes: Uint8Array): unknown => {
  try {
    return deserialize(bytes);
  } catch {
    return null;
  }
};

/** @param append runs a write that needs no lease */
export const snapshotStore = (prepare: Prepare, append: Write): SnapshotStore => ({
  ledger: rules => {
    const found = prepare(READ).get(rules);
    const read = found === undefined ? null : contentOf(row.parse(found).content);
    const parsed = snapshot.safeParse(read);
    return parsed.success ? parsed.data : null;
  },
  ledgerRevision: rules => {
    const found = prepare(REVISION).get(rules);
    return found === undefined ? null : revisionRow.parse(found).revision;
  },
  keepLedger: (rules, kept) =>
    append(() => {
      prepare(KEEP).run({ rules, revision: kept.seen.revision, content: serialize(kept) });
      return null;
    }),
});
