import { z } from 'zod';
import { figureSchema, fromDoc, reportSchema } from './nouns.ts';
import type { AsOf } from './ports/archive.ts';
import type { HoldingStore } from './ports/holdings.ts';
import { EXISTS, existsAt } from './published.ts';
import type { Prepare } from './statements.ts';

const REVISION = 'SELECT revision FROM archive';

const AMONG = 'a.key IN (SELECT value FROM json_each(:versions)) AND';

const reports = (among: string): string =>
  `SELECT t.key, a.key AS version, a.published, t.doc FROM articles a JOIN reports t ON t.article = a.key
   WHERE ${among} ${EXISTS} ORDER BY a.key, t.start, t.stop, t.id`;

const counts = (among: string): string =>
  `SELECT t.key, a.key AS version, a.published, t.doc FROM articles a JOIN figures t ON t.article = a.key AND t.counted = 1
   WHERE ${among} ${EXISTS} ORDER BY a.key, t.start, t.stop, t.id`;

const FIGURE_AT = 'SELECT doc FROM figures WHERE key = ? AND article = ?';
const REPORT_AT = 'SELECT doc FROM reports WHERE key = ? AND article = ?';

/** Each line is one range of an index. The range of moments is a little wide: a day is compared with an instant. */
const TOUCHED = `
  SELECT key FROM articles WHERE revision > :revision
  UNION ALL SELECT key FROM articles WHERE moment > :first AND moment <= :last
    AND ((day > :day_from AND day <= :day_to) OR (instant > :from AND instant <= :to))
  UNION ALL SELECT key FROM articles WHERE since > :from AND since <= :to
  UNION ALL SELECT key FROM articles WHERE until > :from AND until <= :to`;

const revisionRow = z.object({ revision: z.int() });
const held = z.object({ key: z.int(), version: z.int(), published: z.string().nullable() });
const keyRow = z.object({ key: z.int() });

const ordered = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a]);

const between = (a: AsOf, b: AsOf) => {
  const [from, to] = ordered(a.instant, b.instant);
  const [dayFrom, dayTo] = ordered(a.day, b.day);
  return {
    from,
    to,
    day_from: dayFrom,
    day_to: dayTo,
    first: ordered(dayFrom, from)[0],
    last: ordered(dayTo, to)[1],
  };
};

const at = <T>(row: T | undefined, key: number): T => {
  if (row === undefined) throw new RangeError(`fact ${key} was read again meanwhile`);
  return row;
};

export const holdingReads = (prepare: Prepare): HoldingStore => ({
  revision: () => revisionRow.parse(prepare(REVISION).get()).revision,
  holdings: (asOf, versions) => {
    const among = versions === undefined ? '' : AMONG;
    const values = {
      ...existsAt(asOf),
      ...(versions === undefined ? {} : { versions: JSON.stringify(versions) }),
    };
    return {
      reports: prepare(reports(among))
        .iterate(values)
        .map(row => ({ ...held.parse(row), report: fromDoc(reportSchema, row) })),
      counts: prepare(counts(among))
        .iterate(values)
        .map(row => ({ ...held.parse(row), figure: fromDoc(figureSchema, row) })),
    };
  },
  figureAt: (key, version) => fromDoc(figureSchema, at(prepare(FIGURE_AT).get(key, version), key)),
  reportAt: (key, version) => fromDoc(reportSchema, at(prepare(REPORT_AT).get(key, version), key)),
  touched: ({ revision, asOf }, now) => {
    const rows = prepare(TOUCHED).all({ revision, ...between(asOf, now) });
    return [...new Set(rows.map(row => keyRow.parse(row).key))];
  },
});
