import type { Answer, Block } from '../core/answer.ts';
import { foundSentences } from '../query/found-sentences.ts';
import type { Plan } from '../query/plan.ts';
import type { Services } from '../query/services.ts';
import { readingNotices } from './asked.ts';
import { finish, openDesk } from './draft.ts';
import { quoteOf } from './quotes.ts';
import { refusePlan } from './refuse.ts';

const MOST_HITS = 8;

/** Sentences that hold the words, best first, quoted and cited. They state no figure. */
export const composeSearch = (question: string, plan: Plan, services: Services): Answer => {
  const desk = openDesk(services, plan.asOf);
  const quotes = foundSentences(plan, MOST_HITS, services).flatMap((hit): Block[] => {
    const sentence = services.store
      .sentences(hit.article, plan.asOf)
      .find(each => each.index === hit.sentence);
    if (sentence === undefined) return [];
    const n = desk.book.sentence(hit.article, hit.sentence);
    return quoteOf(hit.article, hit.sentence, n, desk).map(quote => ({
      ...quote,
      marks: hit.marks.map(mark => ({
        start: mark.start - sentence.span.start,
        end: mark.end - sentence.span.start,
      })),
    }));
  });
  if (quotes.length === 0) return refusePlan(question, plan, desk);
  const blocks: Block[] = [...readingNotices(plan, desk.speech), ...quotes];
  return finish({ question, title: `Search: ${plan.words}`, blocks }, desk);
};
