import type { Answer } from '../core/answer.ts';
import type { Plan } from '../query/plan.ts';
import type { Services } from '../query/services.ts';
import { widestFirst } from '../query/widest-first.ts';
import { finish, openDesk } from './draft.ts';
import { figureLines, listOf, text } from './lines.ts';
import { whyOffer } from './offers.ts';
import { refusal } from './refusal.ts';
import { offersFor } from './refuse.ts';
import { joined } from './speech.ts';
import { WORDS } from './words.ts';

const NUMBER = new Intl.NumberFormat('en-US');
const MOST_LINES = 12;

/** "Is 2,546 right": what the articles print with just this number, whoever says it and whatever it counts. */
export const composeNumber = (question: string, plan: Plan, services: Services): Answer => {
  const desk = openDesk(services, plan.asOf);
  const printed = joined(plan.numbers.map(number => NUMBER.format(number)));
  const figures = services.store
    .figures({ asOf: plan.asOf })
    .filter(({ quantity: { low, high, bound } }) =>
      plan.numbers.some(
        number => low === number || high === number || (bound === 'more-than' && low === number + 1),
      ),
    )
    .sort(widestFirst)
    .slice(0, MOST_LINES);
  if (figures.length === 0)
    return refusal(question, `No figure of the articles is ${printed}.`, offersFor(plan, desk));
  const blocks = [
    text(`The articles print ${printed} for:`),
    ...listOf(figureLines(figures, desk)),
    { kind: 'offers', title: WORDS.nextTitle, items: [whyOffer(question)] } as const,
  ];
  return finish({ question, title: `Number: ${printed}`, blocks, figures }, desk);
};

/** Whether a question names a number and nothing else that could be looked for. */
export const isNumberAlone = ({
  numbers,
  rest,
  forced,
  periods,
  places,
  bodies,
  actors,
  types,
}: Plan): boolean =>
  numbers.length > 0 &&
  !forced &&
  rest.length + periods.length + places.length + bodies.length + actors.length + types.length === 0;
