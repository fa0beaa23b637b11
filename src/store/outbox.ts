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
import { moveOn } from './subscriptions.ts';

const SELECT = `SELECT m.id, o.platform, o.channel, o.thread, o.occasion, m.part, m.body, o.planned,
    m.not_before AS notBefore, m.state, m.reason, m.attempts, m.claimed_until AS claimedUntil, m.fence, m.sent, m.posted
  FROM messages m JOIN occasions o ON o.key = m.occasion`;

const BY_ID = `${SELECT} WHERE m.id = ?`;

const OF = `${SELECT} WHERE ${AT_ADDRESS} ORDER BY o.planned DESC, o.key DESC, m.part LIMIT :limit`;

const OCCASION = `INSERT OR IGNORE INTO occasions (platform, channel, thread, occasion, planned)
  VALUES (:platform, :channel, :thread, :occasion, :planned) RETURNING key`;

const MESSAGE = `INSERT INTO messages (occasion, part, body, not_before, state) VALUES (?, ?, ?, ?, 'pending')`;

const READY = `SELECT m.id FROM messages m JOIN occasions o ON o.key = m.occasion
  WHERE m.state = 'pending' AND m.not_before <= :at AND o.platform = :platform
    AND NOT EXISTS (SELECT 1 FROM messages e
      WHERE e.occasion = m.occasion AND e.part < m.part AND e.state <> 'sent')
  ORDER BY m.not_before, m.id LIMIT :limit`;

const CLAIM = `UPDATE messages SET state = 'sending', reason = NULL, attempts = attempts + 1, fence = fence + 1,
  claimed_until = :until WHERE id = :id`;

const CLAIMED = `SELECT 1 FROM messages WHERE id = ? AND fence = ? AND state = 'sending'`;

const SENT = `UPDATE messages SET state = 'sent', reason = NULL, claimed_until = NULL, sent = :at, posted = :posted
  WHERE id = :id`;

const NOT_SENT = `UPDATE messages SET state = :state, reason = :reason, claimed_until = NULL,
  not_before = coalesce(:notBefore, not_before) WHERE id = :id`;

const SUSPEND_LATER = `UPDATE messages SET state = 'suspended', reason = :reason WHERE state = 'pending'
  AND occasion = (SELECT occasion FROM messages WHERE id = :id) AND part > (SELECT part FROM messages WHERE id = :id)`;

const LAPSED = `SELECT m.id FROM messages m JOIN occasions o ON o.key = m.occasion
  WHERE m.state = 'sending' AND m.claimed_until <= :at AND o.platform = :platform ORDER BY m.id`;

const AGAIN = `UPDATE messages SET state = 'pending', reason = NULL, not_before = :at
  WHERE id = :id AND state IN ('uncertain', 'dead', 'suspended')`;

const AGAIN_LATER = `UPDATE messages SET state = 'pending', reason = NULL WHERE state = 'suspended'
  AND occasion = (SELECT occasion FROM messages WHERE id = :id) AND part > (SELECT part FROM messages WHERE id = :id)`;

const COUNTS = 'SELECT state, count(*) AS count FROM messages GROUP BY state';

const state = z.enum(MESSAGE_STATES);

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
  state,
  reason: z.string().nullable(),
  attempts: z.int(),
  claimedUntil: z.string().nullable(),
  fence: z.int(),
  sent: z.string().nullable(),
  posted: z.string().nullable(),
});

const idRow = z.object({ id: z.int() });
const countRow = z.object({ state, count: z.int() });

const messageFrom = (found: unknown): Message => row.parse(found);

/** @returns how many messages are new */
const planOne = (prepare: Prepare, { address, occasion, bodies, at, notBefore, nextDue }: Plan): number => {
  const planned = checkedInstant(at);
  const made = prepare(OCCASION).get({ ...addressColumns(address), occasion, planned });
  if (nextDue !== null) moveOn(prepare, address, nextDue);
  // Planned before: perhaps cut into other parts, and one of them may be on its way.
  if (made === undefined) return 0;
  for (const [i, body] of bodies.entries())
    prepare(MESSAGE).run(Number(made.key), i + 1, body, checkedInstant(notBefore));
  return bodies.length;
};

const settleOne = (prepare: Prepare, id: number, settlement: Settlement): void => {
  if (settlement.state === 'sent') {
    prepare(SENT).run({ id, at: checkedInstant(settlement.at), posted: settlement.posted });
    return;
  }
  const { state: to, reason } = settlement;
  const notBefore = settlement.state === 'pending' ? checkedInstant(settlement.notBefore) : null;
  prepare(NOT_SENT).run({ id, state: to, reason, notBefore });
  if (to !== 'pending') prepare(SUSPEND_LATER).run({ id, reason: `the part before it is ${to}: ${reason}` });
};

export const outboxStore = (prepare: Prepare, write: Write): OutboxStore => ({
  plan: plans => write(() => plans.reduce((sum, plan) => sum + planOne(prepare, plan), 0)),
  claim: ({ platform, at, until, limit }) =>
    write(() => {
      checkedInstant(until);
      const ids = prepare(READY).all({ platform, at: checkedInstant(at), limit });
      return ids.map(found => {
        const { id } = idRow.parse(found);
        prepare(CLAIM).run({ id, until });
        return messageFrom(prepare(BY_ID).get(id));
      });
    }),
  settle: (id, fence, settlement) =>
    write(() => {
      if (prepare(CLAIMED).get(id, fence) === undefined) return false;
      settleOne(prepare, id, settlement);
      return true;
    }),
  lapse: (platform, at, to) =>
    write(() => {
      const lapsed = prepare(LAPSED).all({ platform, at: checkedInstant(at) });
      for (const found of lapsed)
        settleOne(
          prepare,
          idRow.parse(found).id,
          to.state === 'pending' ? { ...to, state: 'pending', notBefore: at } : { ...to, state: 'uncertain' },
        );
      return lapsed.length;
    }),
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
