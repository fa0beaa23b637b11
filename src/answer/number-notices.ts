import type { Block, Inline } from '../core/answer.ts';
import type { Figure } from '../core/figure.ts';
import type { Plan } from '../query/plan.ts';
import type { Statement } from '../query/statements.ts';
import type { Desk } from './draft.ts';
import { WORDS } from './words.ts';

const NUMBER = new Intl.NumberFormat('en-US');

const says = ({ quantity }: Figure, number: number): boolean =>
  quantity.low === number ||
  quantity.high === number ||
  (quantity.bound === 'more-than' && quantity.low === number + 1);

/** "Is it 10 or 8": for each number of the question who says it, and whether it still stands; or that nobody does. */
export const numberNotices = (
  statements: readonly Pick<Statement, 'figure' | 'current'>[],
  { numbers }: Plan,
  { speech, book }: Desk,
): Block[] =>
  numbers.map((number): Block => {
    const said = statements.filter(({ figure }) => says(figure, number));
    const content = said.flatMap(({ figure, current }, i): Inline[] => [
      `${i === 0 ? '' : '; '}${speech.figure(figure)}, ${speech.source(figure)}${current ? '' : ` (${WORDS.replaced})`} `,
      { kind: 'cite', n: book.figure(figure) },
    ]);
    return {
      kind: 'notice',
      tone: 'info',
      content: [`${NUMBER.format(number)}: `, ...(content.length === 0 ? [WORDS.sayNumber] : content)],
    };
  });
