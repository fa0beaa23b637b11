import { createHash } from 'node:crypto';
import type { Answer } from '../../core/answer.ts';
import type { Asked } from '../common/asking.ts';

/** The oldest is forgotten first. */
const MOST = 200;

interface KeptAnswer {
  readonly answer: Answer;
  readonly asked: Asked;
}

/** Answers whose pages are turned without asking again, for as long as the program runs. */
export interface KeptAnswers {
  /** @returns the id under which it is found */
  readonly keep: (kept: KeptAnswer) => string;
  readonly find: (id: string) => KeptAnswer | null;
}

export const createKeptAnswers = (): KeptAnswers => {
  const held = new Map<string, KeptAnswer>();
  return {
    keep: kept => {
      const { question, instant } = kept.asked;
      const words = JSON.stringify([question, instant, kept.answer.text]);
      const id = createHash('sha256').update(words).digest('hex').slice(0, 16);
      held.delete(id);
      held.set(id, kept);
      const [oldest] = held.keys();
      if (held.size > MOST && oldest !== undefined) held.delete(oldest);
      return id;
    },
    find: id => held.get(id) ?? null,
  };
};
