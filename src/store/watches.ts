import { z } from 'zod';
import { AT_ADDRESS, addressColumns, threadFrom } from './address.ts';
import { checkedInstant } from './instant.ts';
import type { Write } from './lease.ts';
import { planOne } from './outbox.ts';
import type { Watch, WatchStore, WatchWish } from './ports/watches.ts';
import type { Prepare } from './statements.ts';

const COLUMNS = 'id, platform, channel, thread, wish, added, added_by AS addedBy';

const ALL = `SELECT ${COLUMNS} FROM watches WHERE removed IS NULL ORDER BY id`;

const OF = `SELECT ${COLUMNS} FROM watches WHERE removed IS NULL AND ${AT_ADDRESS} ORDER BY id`;

const ADD = `INSERT INTO watches (platform, channel, thread, wish, added, added_by)
  VALUES (:platform, :channel, :thread, :wish, :added, :addedBy) RETURNING id`;

const REMOVE = `UPDATE watches SET removed = :at WHERE id = :id AND removed IS NULL AND ${AT_ADDRESS}`;

const TOLD = `SELECT a.toll FROM alert_reports r JOIN alerts a ON a.key = r.alert
  WHERE r.report IN (SELECT value FROM json_each(:reports)) AND a.watch = :watch ORDER BY a.key DESC LIMIT 1`;

const SENT =
  'SELECT not_before AS at FROM alerts WHERE watch = :watch AND not_before > :after ORDER BY not_before';

const ALERT = 'INSERT INTO alerts (watch, not_before, toll) VALUES (?, ?, ?) RETURNING key';

const REPORT = 'INSERT INTO alert_reports (report, alert) VALUES (?, ?)';

const UNTIL = 'SELECT until AS at FROM watched WHERE one = 1';

const MOVE = `INSERT INTO watched (one, until) VALUES (1, :until)
  ON CONFLICT (one) DO UPDATE SET until = excluded.until WHERE excluded.until > until`;

const wishSchema: z.ZodType<WatchWish> = z.strictObject({
  places: z.array(z.string()),
  groups: z.array(z.string()),
  minToll: z.int().nonnegative().nullable(),
  step: z.int().positive(),
  quiet: z.strictObject({ from: z.string(), to: z.string(), zone: z.string() }).nullable(),
  perHour: z.int().positive(),
});

const row = z.object({
  id: z.int(),
  platform: z.string(),
  channel: z.string(),
  thread: z.string().transform(threadFrom),
  wish: z.string().transform(json => wishSchema.parse(JSON.parse(json))),
  added: z.string(),
  addedBy: z.string(),
});

const idRow = z.object({ id: z.int() });
const keyRow = z.object({ key: z.int() });
const tollRow = z.object({ toll: z.int().nullable() });
const atRow = z.object({ at: z.string() });

const watchFrom = (found: unknown): Watch => row.parse(found);

export const watchStore = (prepare: Prepare, write: Write): WatchStore => ({
  add: ({ wish, added, addedBy, ...address }) =>
    write(() => {
      const kept = {
        ...addressColumns(address),
        wish: JSON.stringify(wishSchema.parse(wish)),
        added: checkedInstant(added),
        addedBy,
      };
      return idRow.parse(prepare(ADD).get(kept)).id;
    }),
  remove: (id, address, at) =>
    write(() => prepare(REMOVE).run({ id, at: checkedInstant(at), ...addressColumns(address) }).changes > 0),
  list: address =>
    (address === undefined ? prepare(ALL).all() : prepare(OF).all(addressColumns(address))).map(watchFrom),
  told: (watch, reports) => {
    const found = prepare(TOLD).get({ watch, reports: JSON.stringify(reports) });
    return found === undefined ? null : tollRow.parse(found);
  },
  sent: (watch, after) =>
    prepare(SENT)
      .all({ watch, after: checkedInstant(after) })
      .map(found => atRow.parse(found).at),
  until: () => {
    const found = prepare(UNTIL).get();
    return found === undefined ? null : atRow.parse(found).at;
  },
  tell: (alerts, until) =>
    write(() => {
      for (const { watch, reports, toll, plan } of alerts) {
        planOne(prepare, plan);
        const { key } = keyRow.parse(prepare(ALERT).get(watch, checkedInstant(plan.notBefore), toll));
        for (const report of new Set(reports)) prepare(REPORT).run(report, key);
      }
      prepare(MOVE).run({ until: checkedInstant(until) });
      return null;
    }),
});
