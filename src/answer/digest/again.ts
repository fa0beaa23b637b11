import type { Block } from '../../core/answer.ts';

/** What may not have arrived, offered to be sent again. */
export const againOffers = (
  messages: readonly { readonly id: number; readonly part: number; readonly occasion?: string }[],
): readonly Block[] =>
  messages.length === 0
    ? []
    : [
        {
          kind: 'offers',
          title: 'Send again',
          items: messages.map(({ id, part, occasion = 'the digest' }) => ({
            label: `send again: ${occasion}, part ${part}`,
            question: `/digest again ${id}`,
          })),
        },
      ];
