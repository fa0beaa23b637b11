import { z } from 'zod';
import { checkedInstant } from './instant.ts';
import type { Write } from './lease.ts';
import type { TelegramStore } from './ports/telegram.ts';
import type { Prepare } from './statements.ts';

const RECEIVE = 'INSERT OR IGNORE INTO telegram_updates (id, body, received) VALUES (?, ?, ?)';
const BEGIN = 'UPDATE telegram_updates SET begun = ? WHERE id = ?';
const DONE = 'UPDATE telegram_updates SET body = NULL WHERE id = ?';
const UNFINISHED = 'SELECT id, body, begun FROM telegram_updates WHERE body IS NOT NULL ORDER BY id';
const FORGET = 'DELETE FROM telegram_updates WHERE received < ? AND body IS NULL';
const CHAT = 'SELECT form, suspended FROM telegram_chats WHERE chat = ?';
const SAVE_CHAT = `INSERT INTO telegram_chats (chat, form, suspended) VALUES (?, ?, ?)
  ON CONFLICT (chat) DO UPDATE SET form = excluded.form, suspended = excluded.suspended`;
const MOVES = ['telegram_chats', 'telegram_waits', 'telegram_uncertain'].map(
  table => `UPDATE OR REPLACE ${table} SET chat = :to WHERE chat = :from`,
);
const WAIT = `INSERT INTO telegram_waits (chat, until) VALUES (?, ?)
  ON CONFLICT (chat) DO UPDATE SET until = max(until, excluded.until)`;
const WAITS = 'SELECT chat, until FROM telegram_waits WHERE until > ?';
const DOUBT = 'INSERT OR IGNORE INTO telegram_uncertain (chat, instant, question) VALUES (?, ?, ?)';
const DOUBTS = 'SELECT instant, question FROM telegram_uncertain WHERE chat = ? ORDER BY instant DESC';
const SETTLE = 'DELETE FROM telegram_uncertain WHERE chat = ? AND instant = ?';

const updateRow = z.object({ id: z.int(), body: z.string(), begun: z.int() });
const chatRow = z.object({ form: z.enum(['plain', 'rich']), suspended: z.string().nullable() });
const waitRow = z.object({ chat: z.string(), until: z.string() });
const doubtRow = z.object({ instant: z.string(), question: z.string() });

/** @param append runs a write that needs no lease */
export const telegramStore = (prepare: Prepare, append: Write): TelegramStore => {
  const run = (
    sql: string,
    ...values: readonly (string | number | null)[]
  ): ReturnType<TelegramStore['done']> =>
    append(() => {
      prepare(sql).run(...values);
      return null;
    });
  return {
    receive: (id, body, at) => append(() => prepare(RECEIVE).run(id, body, checkedInstant(at)).changes > 0),
    begin: (id, begun) => run(BEGIN, begun ? 1 : 0, id),
    done: id => run(DONE, id),
    unfinished: () =>
      prepare(UNFINISHED)
        .all()
        .map(row => updateRow.parse(row))
        .map(({ begun, ...rest }) => ({ ...rest, begun: begun === 1 })),
    forget: before => run(FORGET, checkedInstant(before)),
    chat: chat => {
      const row = prepare(CHAT).get(chat);
      return row === undefined ? null : chatRow.parse(row);
    },
    saveChat: (chat, { form, suspended }) => run(SAVE_CHAT, chat, form, suspended),
    move: (from, to) =>
      append(() => {
        for (const sql of MOVES) prepare(sql).run({ from, to });
        return null;
      }),
    wait: (chat, until) => run(WAIT, chat, checkedInstant(until)),
    waits: after =>
      prepare(WAITS)
        .all(after)
        .map(row => waitRow.parse(row)),
    doubt: (chat, instant, question) => run(DOUBT, chat, checkedInstant(instant), question),
    doubts: chat =>
      prepare(DOUBTS)
        .all(chat)
        .map(row => doubtRow.parse(row)),
    settle: (chat, instant) => run(SETTLE, chat, instant),
  };
};
