import { z } from 'zod';
import { AT_ADDRESS, addressColumns, threadFrom } from './address.ts';
import { checkedInstant } from './instant.ts';
import type { Write } from './lease.ts';
import {
  MESSAGE_STATES,
  type Message,
  type MessageState,
  type OutboxStore,
  type Plan,
  type Settlement,
} from './ports/outbox.ts';
import type { Prepare } from './statements.ts';
import { moveOn, moveRows, suspendAt } from './subscriptions.ts';

const SELECT = `SELECT m.id, o.platform, o.channel, o.thread, o.occasion, m.part, m.body, o.planned,
    m.not_before AS notBefore, m.expires, m.state, m.reason, m.attempts, m.begun, m.claimed_until AS claimedUntil, m.fence,
    m.sent, m.posted, (SELECT json_group_array(b.posted ORDER BY b.part) FROM messages b
      WHERE b.occasion = m.occasion AND b.part < m.part) AS before
  FROM messages m JOIN occasions o ON o.key = m.occasion`;

const BY_ID = `${SELECT} WHERE m.id = ?`;

const OF = `${SELECT} WHERE ${AT_ADDRESS} ORDER BY o.planned DESC, o.key DESC, m.part LIMIT :limit`;

const OCCASION = `INSERT OR IGNORE INTO occasions (platform, channel, thread, occasion, planned, outcome, until)
  VALUES (:platform, :channel, :thread, :occasion, :planned, :outcome, :until) RETURNING key`;

const MESSAGE = `INSERT INTO messages (occasion, part, body, not_before, expires, state)
  VALUES (?, ?, ?, ?, ?, 'pending')`;

const READY = `SELECT m.id, o.channel, o.thread FROM messages m INDEXED BY messages_pending CROSS JOIN occasions o ON o.key = m.occasion
  WHERE m.state = 'pending' AND m.not_before <= :at AND o.platform = :platform
    AND NOT EXISTS (SELECT 1 FROM messages e
      WHERE e.occasion = m.occasion AND e.part < m.part AND e.state <> 'sent')
  ORDER BY m.not_before, m.id`;

const BUSY = `SELECT DISTINCT o.channel, o.thread FROM messages m INDEXED BY messages_sending JOIN occasions o ON o.key = m.occasion
  WHERE m.state = 'sending' AND o.platform = ?`;

const CLAIM = `UPDATE messages SET state = 'sending', reason = NULL, fence = fence + 1,
  claimed_until = :until WHERE id = :id`;

const CLAIMED = `SELECT 1 FROM messages WHERE id = ? AND fence = ? AND state = 'sending'`;

const BEGIN = `UPDATE messages SET begun = coalesce(begun, :at), attempts = attempts + 1
  WHERE id = :id AND fence = :fence AND state = 'sending'`;

const SENT = `UPDATE messages SET state = 'sent', reason = NULL, claimed_until = NULL, sent = :at, posted = :posted
  WHERE id = :id`;

const NOT_SENT = `UPDATE messages SET state = :state, reason = :reason, claimed_until = NULL,
  not_before = coalesce(:notBefore, not_before), begun = CASE WHEN :doubt = 1 THEN begun END WHERE id = :id`;

const SUSPEND_LATER = `UPDATE messages SET state = 'suspended', reason = :reason WHERE state = 'pending'
  AND occasion = (SELECT occasion FROM messages WHERE id = :id) AND part > (SELECT part FROM messages WHERE id = :id)`;

const LAPSED = `SELECT m.id, m.begun FROM messages m INDEXED BY messages_sending JOIN occasions o ON o.key = m.occasion
  WHERE m.state = 'sending' AND (:all = 1 OR m.claimed_until <= :at) AND o.platform = :platform ORDER BY m.id`;

const AGAIN = `UPDATE messages SET state = 'pending', reason = NULL, not_before = :at, begun = NULL, expires = NULL
  WHERE id = :id AND state IN ('uncertain', 'dead', 'suspended')`;

const AGAIN_LATER = `UPDATE messages SET state = 'pending', reason = NULL, expires = NULL WHERE state = 'suspended'
  AND occasion = (SELECT occasion FROM messages WHERE id = :id) AND part > (SELECT part FROM messages WHERE id = :id)`;

const EXPIRED = `SELECT m.id FROM messages m INDEXED BY messages_expiring JOIN occasions o ON o.key = m.occasion WHERE m.state = 'pending'
  AND m.expires IS NOT NULL AND m.expires <= :at AND m.begun IS NULL AND m.part = 1 AND o.platform = :platform`;

const DELAY = `UPDATE messages SET not_before = :until WHERE state = 'pending' AND not_before < :until
  AND occasion IN (SELECT key FROM occasions WHERE platform = :platform)`;

const MERGE = `UPDATE messages SET state = 'dead', reason = :merges WHERE state = 'suspended' AND occasion IN (
  SELECT o.key FROM occasions o JOIN messages f ON f.occasion = o.key AND f.part = 1
  WHERE ${AT_ADDRESS} AND o.outcome IS NOT NULL AND f.state = 'suspended')`;

/** What comes after one that is held back told what is new since that one. */
const TOLD = `SELECT max(o.until) AS told FROM occasions o WHERE ${AT_ADDRESS} AND o.outcome IN ('posted', 'quiet')
  AND NOT EXISTS (SELECT 1 FROM messages f
    WHERE f.occasion = o.key AND f.part = 1 AND f.state IN ('suspended', 'dead'))
  AND NOT EXISTS (SELECT 1 FROM occasions h JOIN messages f ON f.occasion = h.key AND f.part = 1
    WHERE h.platform = o.platform AND h.channel = o.channel AND h.thread = o.thread
      AND h.outcome IS NOT NULL AND h.until <= o.until AND f.state = 'suspended')`;

const DIGESTS = `SELECT occasion, planned, outcome, until FROM occasions
  WHERE ${AT_ADDRESS} AND outcome IS NOT NULL ORDER BY planned DESC, key DESC LIMIT :limit`;

const COUNTS = 'SELECT state, count(*) AS count FROM messages GROUP BY state';

const state = z.enum(MESSAGE_STATES);

const beforeList = z.array(z.string().nullable());

const row = z.object({
  id: z.int(),
  platform: z.string(),
  channel: z.string(),
  thread: z.string().transform(threadFrom),
  occasion: z.string(),
  part: z.int(),
  body: z.string(),
  planned: z.string(),
  notBefore: z.string(),
  expires: z.string().nullable(),
  state,
  reason: z.string().nullable(),
  attempts: z.int(),
  begun: z.string().nullable(),
  claimedUntil: z.string().nullable(),
  fence: z.int(),
  sent: z.string().nullable(),
  posted: z.string().nullable(),
  before: z.string().transform(json => beforeList.parse(JSON.parse(json))),
});

const idRow = z.object({ id: z.int() });
const lapsedRow = z.object({ id: z.int(), begun: z.string().nullable() });
const whereRow = z.object({ channel: z.string(), thread: z.string() });
const toldRow = z.object({ told: z.string().nullable() });
const dayRow = z.object({
  occasion: z.string(),
  planned: z.string(),
  outcome: z.enum(['posted', 'quiet', 'merged']),
  until: z.string(),
});
const countRow = z.object({ state, count: z.int() });

const messageFrom = (found: unknown): Message => row.parse(found);

/** @returns how many messages are new */
export const planOne = (prepare: Prepare, plan: Plan): number => {
  const { address, occasion, bodies, at, notBefore, expires = null, digest = null, nextDue } = plan;
  const planned = checkedInstant(at);
  const [outcome, until] = digest === null ? [null, null] : [digest.outcome, checkedInstant(digest.until)];
  const columns = addressColumns(address);
  const made = prepare(OCCASION).get({ ...columns, occasion, planned, outcome, until });
  if (nextDue !== null) moveOn(prepare, address, nextDue);
  // Planned before: perhaps cut into other parts, and one of them may be on its way.
  if (made === undefined) return 0;
  if (digest !== null && digest.outcome !== 'merged')
    prepare(MERGE).run({ ...columns, merges: digest.merges });
  const last = expires === null ? null : checkedInstant(expires);
  for (const [i, body] of bodies.entries())
    prepare(MESSAGE).run(Number(made.key), i + 1, body, checkedInstant(notBefore), last);
  return bodies.length;
};

/** Ids of what may be sent, one an address, and none of an address to which something is on its way. */
const readyIds = (prepare: Prepare, platform: string, at: string, limit: number): readonly number[] => {
  const whereOf = (found: unknown): string => {
    const { channel, thread } = whereRow.parse(found);
    return `${channel} ${thread}`;
  };
  const busy = new Set(prepare(BUSY).all(platform).map(whereOf));
  const ids: number[] = [];
  for (const found of prepare(READY).iterate({ platform, at })) {
    if (ids.length >= limit) break;
    const where = whereOf(found);
    if (busy.has(where)) continue;
    busy.add(where);
    ids.push(idRow.parse(found).id);
  }
  return ids;
};

const settleOne = (prepare: Prepare, id: number, settlement: Settlement): void => {
  if (settlement.state === 'sent') {
    prepare(SENT).run({ id, at: checkedInstant(settlement.at), posted: settlement.posted });
    return;
  }
  const { state: to, reason } = settlement;
  const isAgain = settlement.state === 'pending';
  const notBefore = isAgain ? checkedInstant(settlement.notBefore) : null;
  const doubt = !isAgain || settlement.doubt === true ? 1 : 0;
  prepare(NOT_SENT).run({ id, state: to, reason, notBefore, doubt });
  if (to !== 'pending') prepare(SUSPEND_LATER).run({ id, reason: `the part before it is ${to}: ${reason}` });
};

/** One that is tried again keeps its place before what was planned since: the platform may soon forget the attempt. */
const lapseOne = (
  prepare: Prepare,
  found: unknown,
  { state: to, reason }: Parameters<OutboxStore['lapse']>[2],
): void => {
  const { id, begun } = lapsedRow.parse(found);
  if (begun !== null && to === 'uncertain') settleOne(prepare, id, { state: to, reason });
  else
    prepare(NOT_SENT).run({ id, state: 'pending', reason, notBefore: null, doubt: begun === null ? 0 : 1 });
};

export const outboxStore = (prepare: Prepare, write: Write): OutboxStore => ({
  plan: plans => write(() => plans.reduce((sum, plan) => sum + planOne(prepare, plan), 0)),
  claim: ({ platform, at, until, limit }) =>
    write(() => {
      checkedInstant(until);
      return readyIds(prepare, platform, checkedInstant(at), limit).map(id => {
        prepare(CLAIM).run({ id, until });
        return messageFrom(prepare(BY_ID).get(id));
      });
    }),
  begin: (id, fence, at) =>
    write(() => prepare(BEGIN).run({ id, fence, at: checkedInstant(at) }).changes > 0),
  settle: (id, fence, settlement) =>
    write(() => {
      if (prepare(CLAIMED).get(id, fence) === undefined) return false;
      settleOne(prepare, id, settlement);
      return true;
    }),
  lapse: (platform, at, to, all = false) =>
    write(() => {
      const lapsed = prepare(LAPSED).all({ platform, at: checkedInstant(at), all: all ? 1 : 0 });
      for (const found of lapsed) lapseOne(prepare, found, to);
      return lapsed.length;
    }),
  expire: (platform, at, reason) =>
    write(() => {
      const expired = prepare(EXPIRED).all({ platform, at: checkedInstant(at) });
      for (const found of expired) settleOne(prepare, idRow.parse(found).id, { state: 'suspended', reason });
      return expired.length;
    }),
  suspend: (address, reason) => write(() => suspendAt(prepare, address, reason)),
  delay: (platform, until) =>
    write(() => Number(prepare(DELAY).run({ platform, until: checkedInstant(until) }).changes)),
  move: (from, to) =>
    write(() => {
      moveRows(prepare, 'watches', from, to);
      return moveRows(prepare, 'occasions', from, to);
    }),
  told: address => toldRow.parse(prepare(TOLD).get(addressColumns(address))).told,
  digests: (address, limit) =>
    prepare(DIGESTS)
      .all({ ...addressColumns(address), limit })
      .map(found => dayRow.parse(found)),
  again: (id, at) =>
    write(() => {
      if (prepare(AGAIN).run({ id, at: checkedInstant(at) }).changes === 0) return false;
      prepare(AGAIN_LATER).run({ id });
      return true;
    }),
  of: (address, limit) =>
    prepare(OF)
      .all({ ...addressColumns(address), limit })
      .map(messageFrom),
  counts: () => {
    const counted = new Map(
      prepare(COUNTS)
        .all()
        .map(found => countRow.parse(found))
        .map(one => [one.state, one.count]),
    );
    const count = (one: MessageState): number => counted.get(one) ?? 0;
    return {
      pending: count('pending'),
      sending: count('sending'),
      sent: count('sent'),
      uncertain: count('uncertain'),
      dead: count('dead'),
      suspended: count('suspended'),
    };
  },
});
