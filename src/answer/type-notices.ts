import type { Block } from '../core/answer.ts';
import type { IncidentView } from '../query/incidents/incident.ts';
import { unmetWords } from '../query/pick.ts';
import type { Plan } from '../query/plan.ts';
import { joined } from './speech.ts';

const nearest = (words: readonly string[]): Block[] =>
  words.length === 0
    ? []
    : [
        {
          kind: 'notice',
          tone: 'info',
          content: [
            `Not told of what follows: ${joined(words.map(word => `“${word}”`))}; it is the nearest that the articles hold.`,
          ],
        },
      ];

/** The words for a kind of incident, where none of these is told to be of that kind. */
const unnamedType = (views: readonly IncidentView[], { types, typeWords }: Plan): readonly string[] =>
  views.length === 0 ||
  views.some(({ incident }) => incident.reports.some(report => types.includes(report.type)))
    ? []
    : typeWords;

/** Says so where incidents only may be of the kind asked for: nobody is to take an "attack" for a suicide bombing. */
export const typeNotices = (views: readonly IncidentView[], plan: Plan): Block[] =>
  nearest(unnamedType(views, plan));

/** Says which words of the question no report of the incidents told holds: a railway station is no polling station. */
export const unmetNotices = (views: readonly IncidentView[], plan: Plan): Block[] =>
  nearest([...unnamedType(views, plan), ...unmetWords(views, plan)]);
