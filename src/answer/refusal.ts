import type { Answer, Block } from '../core/answer.ts';
import { plainText } from './plain.ts';

export type Offer = Extract<Block, { kind: 'offers' }>['items'][number];

const TITLE = 'No answer';
const OFFERS_TITLE = 'You can ask';

/**
 * The answer to a question that gets none.
 * @param message one line: what is wrong or missing, and what to do
 * @param offers questions that can be answered
 */
export const refusal = (question: string, message: string, offers: readonly Offer[] = []): Answer => {
  const blocks: Block[] = [{ kind: 'paragraph', content: [message] }];
  if (offers.length > 0) blocks.push({ kind: 'offers', title: OFFERS_TITLE, items: offers });
  return {
    question,
    title: TITLE,
    refused: true,
    blocks,
    text: plainText(blocks, []),
    figures: [],
    citations: [],
  };
};
