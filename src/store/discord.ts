import { z } from 'zod';
import { checkedInstant } from './instant.ts';
import type { Write } from './lease.ts';
import type { DiscordStore } from './ports/discord.ts';
import type { Prepare } from './statements.ts';

const BEGIN = 'INSERT OR REPLACE INTO discord_questions (id, body, taken) VALUES (?, ?, ?)';
const DONE = 'DELETE FROM discord_questions WHERE id = ?';
const UNFINISHED = 'SELECT id, body, taken AS at FROM discord_questions ORDER BY taken, id';

const questionRow = z.object({ id: z.string(), body: z.string(), at: z.string() });

/** @param append runs a write that needs no lease */
export const discordStore = (prepare: Prepare, append: Write): DiscordStore => {
  const run = (sql: string, ...values: readonly string[]): ReturnType<DiscordStore['done']> =>
    append(() => {
      prepare(sql).run(...values);
      return null;
    });
  return {
    begin: (id, body, at) => run(BEGIN, id, body, checkedInstant(at)),
    done: id => run(DONE, id),
    unfinished: () =>
      prepare(UNFINISHED)
        .all()
        .map(row => questionRow.parse(row)),
  };
};
