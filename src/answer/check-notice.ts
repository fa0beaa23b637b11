import type { Block } from '../core/answer.ts';
import type { Figure } from '../core/figure.ts';
import type { Check } from '../query/audit/check.ts';
import { headNumber } from '../query/quantity.ts';
import { marks } from './cite.ts';
import type { Desk } from './draft.ts';
import { trendNotice } from './trend-notice.ts';
import { MEASURE_WORDS } from './words.ts';

type Notice = Extract<Block, { kind: 'notice' }>;

const NUMBER = new Intl.NumberFormat('en-US');

const shown = (figure: Figure): string => NUMBER.format(headNumber(figure.quantity) ?? 0);

const scope = (figure: Figure, { speech }: Desk): string =>
  `${speech.source(figure)}, ${MEASURE_WORDS[figure.measure]}, ${speech.period(figure)}, ${speech.place(figure.place?.value ?? null)}`;

/** What a look at one body's arithmetic found, with every number cited: "1,612 + 934 = 2,546 ✓ adds up". */
export const checkNotice = (check: Check, desk: Desk): Notice => {
  switch (check.kind) {
    case 'sum': {
      const { total, parts, sum, gap } = check;
      const numbers = parts.map(shown).join(' + ');
      const cited = marks([...parts, total].map(desk.book.figure));
      return gap === 0
        ? {
            kind: 'notice',
            tone: 'check',
            content: [`${numbers} = ${shown(total)} ✓ adds up (${scope(total, desk)}) `, ...cited],
          }
        : {
            kind: 'notice',
            tone: 'warning',
            content: [
              `${numbers} = ${NUMBER.format(sum)}, but the total is ${shown(total)}: does not add up by ${NUMBER.format(Math.abs(gap))} (${scope(total, desk)}) `,
              ...cited,
            ],
          };
    }
    case 'excess': {
      const { whole, part } = check;
      return {
        kind: 'notice',
        tone: 'warning',
        content: [
          `${desk.speech.figure(part)} (${scope(part, desk)}) is more than the whole it lies in: ${desk.speech.figure(whole)} (${scope(whole, desk)}) `,
          ...marks([part, whole].map(desk.book.figure)),
        ],
      };
    }
    case 'trend':
      return trendNotice(check, desk);
  }
};
