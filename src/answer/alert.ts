import type { Answer, Block } from '../core/answer.ts';
import { isMonitor, stated } from '../query/asked-incidents.ts';
import type { Services } from '../query/services.ts';
import { asOfNow } from '../query/services.ts';
import { statementsOf } from '../query/statements.ts';
import type { Sighting } from '../query/watching/sightings.ts';
import { finish, openDesk } from './draft.ts';
import { incidentFacts } from './incident-facts.ts';
import { incidentTitle } from './incident-lines.ts';
import { incidentOffer } from './offers.ts';
import { quotesOf } from './quotes.ts';

const MOST_QUOTES = 2;

const NUMBER = new Intl.NumberFormat('en-US');

const tollWords = (toll: number | null): string =>
  toll === null ? 'no number of killed was known' : `${NUMBER.format(toll)} killed`;

/**
 * One incident, told at once.
 * @param told what was told of it before; null: nothing was
 */
export const composeAlert = (
  { view, toll }: Sighting,
  told: { readonly toll: number | null } | null,
  services: Services,
): Answer => {
  const desk = openDesk(services, asOfNow(services.clock));
  const statements = statementsOf(view, isMonitor(services));
  const offer = incidentOffer(view, desk);
  const update: readonly Block[] =
    told === null
      ? []
      : [
          {
            kind: 'notice',
            tone: 'revision',
            content: [`${tollWords(toll)} now; when this was told before, ${tollWords(told.toll)}.`],
          },
        ];
  const blocks = [
    ...update,
    incidentFacts(view, statements, desk),
    ...quotesOf(view, stated(statements), desk).slice(0, MOST_QUOTES),
    { kind: 'offers', title: 'You can ask', items: [offer] } satisfies Block,
  ];
  const figures = stated(statements).map(({ figure }) => figure);
  const title = `${told === null ? 'Alert' : 'Alert, updated'}: ${incidentTitle(view, desk)}`;
  const cited = new Set(desk.book.list().map(({ article, start }) => `${article}#${start}`));
  return finish(
    {
      question: offer.question,
      title,
      blocks,
      figures: figures.filter(({ article, span }) => cited.has(`${article}#${span.start}`)),
    },
    desk,
  );
};
