import type { Block } from '../core/answer.ts';
import type { Plan } from '../query/plan.ts';
import { periodWords } from './periods.ts';
import type { Speech } from './speech.ts';
import { joined } from './speech.ts';
import { WORDS } from './words.ts';

/** The scope of a question in words, for titles: "Bannu, Khyber Pakhtunkhwa, Pakistan · November 2024 · soldiers · PICSS". */
export const scopeWords = (plan: Plan, speech: Speech): string =>
  [
    joined(plan.places.map(speech.place)),
    joined(plan.periods.map(({ period }) => periodWords(period))),
    plan.victims?.word ?? '',
    plan.victims === null ? joined(plan.peopleWords) : '',
    joined(plan.bodies.map(body => speech.body(body.id))),
    joined(plan.actors.map(actor => speech.actor(actor.id))),
  ]
    .filter(part => part !== '')
    .join(' · ');

export const titled = (name: string, plan: Plan, speech: Speech): string => {
  const scope = scopeWords(plan, speech);
  return scope === '' ? name : `${name}: ${scope}`;
};

/** Words of a question that nothing is counted by, so that nobody takes the answer for one to them. */
export const unusedNotices = ({ rest, people }: Plan): Block[] => {
  const unused = rest.filter(word => !people.some(noun => noun.includes(word) || word.includes(noun)));
  return unused.length === 0
    ? []
    : [
        {
          kind: 'notice',
          tone: 'info',
          content: [`Not taken into account: ${joined(unused.map(word => `“${word}”`))}.`],
        },
      ];
};

/** What was read into the question: a typo taken for a name, a name taken for one of its places. */
export const readingNotices = (plan: Plan, speech: Speech): Block[] => [
  ...plan.corrections.map(
    ({ typed, read }): Block => ({
      kind: 'notice',
      tone: 'info',
      content: [`“${typed}” is read as “${read}”.`],
    }),
  ),
  ...(plan.safety ? [{ kind: 'notice', tone: 'info', content: [WORDS.notSafety] } satisfies Block] : []),
  ...plan.years.map(
    ({ typed, period }): Block => ({
      kind: 'notice',
      tone: 'info',
      content: [`“${typed}” is read as ${periodWords(period)}, the latest that the articles tell of.`],
    }),
  ),
  ...plan.dayFirst.map(
    ({ typed, period }): Block => ({
      kind: 'notice',
      tone: 'info',
      content: [`“${typed}” is read as ${periodWords(period)}, the day first.`],
    }),
  ),
  ...plan.places.flatMap((place): Block[] => {
    const members = speech.members(place);
    return members.length === 0
      ? []
      : [
          {
            kind: 'notice',
            tone: 'info',
            content: [`${speech.placeShort(place)}: ${joined(members)}, each counted apart.`],
          },
        ];
  }),
  ...plan.choices.map(
    ({ typed, taken, others }): Block => ({
      kind: 'notice',
      tone: 'info',
      content: [
        `“${typed}” is read as ${speech.place(taken)}; there is also ${joined(others.slice(0, 3).map(speech.place))}.`,
      ],
    }),
  ),
];
