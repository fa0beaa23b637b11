import type { Answer, Block } from '../core/answer.ts';
import { plainText } from './plain.ts';

/** An answer with a note on how its question was read, before all else; after the one line of a refusal. */
export const prefaced = (answer: Answer, note: string): Answer => {
  const notice: Block = { kind: 'notice', tone: 'info', content: [note] };
  const [first, ...others] = answer.blocks;
  const blocks =
    answer.refused && first !== undefined ? [first, notice, ...others] : [notice, ...answer.blocks];
  return { ...answer, blocks, text: plainText(blocks, answer.citations) };
};
