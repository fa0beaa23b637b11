import { z } from 'zod';
import { checkedInstant } from './instant.ts';
import type { Write } from './lease.ts';
import type { KeptQuestion, QuestionStore } from './ports/questions.ts';
import type { Prepare } from './statements.ts';
import { textHash } from './text-hash.ts';

const KEEP = `INSERT OR IGNORE INTO questions (id, question, instant, previous)
  VALUES (:id, :question, :instant, :previous)`;

const KEPT = 'SELECT question, instant, previous FROM questions WHERE id = ?';

/** 64 bits: two of a million questions share an id with a chance of one in forty million. */
const ID_LENGTH = 16;

const questionRow = z.object({
  question: z.string(),
  instant: z.string(),
  previous: z.string().nullable(),
});

const idOf = ({ question, instant, previous }: KeptQuestion): string =>
  textHash(JSON.stringify([question, instant, previous])).slice(0, ID_LENGTH);

/** @param append runs a write that needs no lease */
export const questionStore = (prepare: Prepare, append: Write): QuestionStore => ({
  keep: asked =>
    append(() => {
      const { question, previous } = asked;
      const id = idOf(asked);
      prepare(KEEP).run({ id, question, instant: checkedInstant(asked.instant), previous });
      return id;
    }),
  kept: id => {
    const row = prepare(KEPT).get(id);
    return row === undefined ? null : questionRow.parse(row);
  },
});
