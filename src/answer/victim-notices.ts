import type { Block } from '../core/answer.ts';
import type { Figure } from '../core/figure.ts';
import type { Plan } from '../query/plan.ts';
import { victimsFit } from '../query/scope.ts';
import { victimWords } from './speech.ts';

/** Says where a narrower word was asked ("soldiers") than anybody counts ("security personnel"). */
export const victimNotices = (figures: readonly Figure[], { victims }: Plan): Block[] => {
  if (victims === null || figures.length === 0) return [];
  const wider = figures.every(figure => victimsFit(victims, figure) === 'wider');
  return wider
    ? [
        {
          kind: 'notice',
          tone: 'info',
          content: [
            `Nobody counts ${victims.word} alone here; what follows are all ${victimWords(victims.classes)}.`,
          ],
        },
      ]
    : [];
};
