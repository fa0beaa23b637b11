import type { Block } from '../core/answer.ts';
import type { IncidentView } from '../query/incidents/merge.ts';
import type { Plan } from '../query/plan.ts';
import { joined } from './speech.ts';

/** Says so where incidents only may be of the kind asked for: nobody is to take an "attack" for a suicide bombing. */
export const typeNotices = (views: readonly IncidentView[], plan: Plan): Block[] => {
  const named = views.some(({ incident }) =>
    incident.reports.some(report => plan.types.includes(report.type)),
  );
  return plan.types.length === 0 || views.length === 0 || named
    ? []
    : [
        {
          kind: 'notice',
          tone: 'info',
          content: [
            `No report here says ${joined(plan.typeWords.map(word => `“${word}”`))}; what follows is the nearest that they tell.`,
          ],
        },
      ];
};
