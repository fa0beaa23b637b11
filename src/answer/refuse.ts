import type { Answer, Block } from '../core/answer.ts';
import { printed } from '../core/span.ts';
import { nearestSentence } from '../query/evidence.ts';
import { nearestScopes } from '../query/nearest.ts';
import type { Plan } from '../query/plan.ts';
import { onlyPeriod, onlyPlace } from '../query/plan.ts';
import { readingNotices, scopeWords } from './asked.ts';
import type { Desk } from './draft.ts';
import { finish } from './draft.ts';
import { shortened } from './headline.ts';
import { figureOffer, incidentOffer } from './offers.ts';
import type { Offer } from './refusal.ts';
import { joined } from './speech.ts';
import { MEASURE_WORDS, WORDS } from './words.ts';

const MOST_OFFERS = 5;

/** Questions that the articles can answer, nearest to one that they cannot. */
export const offersFor = (plan: Plan, desk: Desk): Offer[] => {
  const { figures, incidents } = nearestScopes(plan, desk.services);
  const offers = [
    ...incidents.slice(0, 2).map(each => incidentOffer(each, desk)),
    ...figures.map(each => figureOffer(each, desk)),
  ];
  return offers
    .filter((offer, i) => offers.findIndex(other => other.question === offer.question) === i)
    .slice(0, MOST_OFFERS);
};

/** Deaths of another kind in the same place and time: said, so that nobody takes them for an attack. */
const otherCauses = (plan: Plan, { services, book }: Desk): Block[] => {
  const place = onlyPlace(plan);
  const period = onlyPeriod(plan)?.period;
  if (place === null) return [];
  const other = services.store.figures({
    asOf: plan.asOf,
    place,
    security: false,
    ...(period === undefined ? {} : { overlapping: period }),
  });
  const first = other.find(figure => !figure.security);
  if (first === undefined) return [];
  const sentence = services.store
    .sentences(first.article, plan.asOf)
    .find(each => each.index === first.sentence);
  const article = services.store.article(first.article, plan.asOf);
  const quote: Block[] =
    sentence === undefined || article === null
      ? []
      : [
          {
            kind: 'quote',
            n: book.figure(first),
            text: printed(article.text, sentence.span),
            marks: [
              { start: first.span.start - sentence.span.start, end: first.span.end - sentence.span.start },
            ],
          },
        ];
  return [
    {
      kind: 'notice',
      tone: 'info',
      content: [
        'What the articles report there is no attack (a flood, an accident or the like) and is in no security toll. ',
        { kind: 'cite', n: book.figure(first) },
      ],
    },
    ...quote,
  ];
};

const nearest = (plan: Plan, { services, book }: Desk): Block[] => {
  const evidence = nearestSentence(plan, services);
  if (evidence === null) return [];
  return [
    {
      kind: 'quote',
      n: book.sentence(evidence.article.id, evidence.sentence.index),
      text: printed(evidence.article.text, evidence.sentence.span),
      marks: [],
    },
  ];
};

/** Enough of a question to know it again. */
const SHOWN_OF_A_QUESTION = 100;

/** One line that says what the corpus does not hold, the sentence that comes nearest, and the nearest scopes it holds. */
export const refusePlan = (question: string, plan: Plan, desk: Desk): Answer => {
  const scope = scopeWords(plan, desk.speech);
  // "Casualties" asks for killed, injured and both in one number: one word says it.
  const asked = plan.measures.includes('casualties') ? (['casualties'] as const) : plan.measures;
  const what = asked.length === 0 ? '' : ` of ${joined(asked.map(each => MEASURE_WORDS[each]))}`;
  const apart =
    plan.places.length > 1 && plan.intent !== 'compare'
      ? ` ${joined(plan.places.map(desk.speech.place))} do not lie in one another.`
      : '';
  const numeric = plan.forced || plan.counting || plan.rest.length + plan.typeWords.length === 0;
  const kind = plan.typeWords.length === 0 || plan.operations !== null ? '' : ` in ${joined(plan.typeWords)}`;
  const message =
    scope === '' || !numeric
      ? `The articles hold nothing on “${shortened(plan.words, SHOWN_OF_A_QUESTION)}”.`
      : plan.intent === 'incident' && !plan.counting && plan.victims === null
        ? `The articles tell of no incident${kind === '' ? '' : ` (${joined(plan.typeWords)})`} for ${scope}.${apart}`
        : `The articles give no number${what}${kind} for ${scope}.${apart}`;
  const offers = offersFor(plan, desk);
  const blocks: Block[] = [
    { kind: 'paragraph', content: [message] },
    ...readingNotices(plan, desk.speech),
    ...otherCauses(plan, desk),
    ...(numeric ? nearest(plan, desk) : []),
    ...(offers.length === 0
      ? []
      : [{ kind: 'offers', title: WORDS.nextTitle, items: offers } satisfies Block]),
  ];
  return finish({ question, title: 'No answer', blocks, refused: true }, desk);
};
