import type { Block } from '../core/answer.ts';
import { encloses, printed } from '../core/span.ts';
import type { IncidentView } from '../query/incidents/incident.ts';
import type { Desk } from './draft.ts';
import { actorsOf } from './incident-facts.ts';
import { incidentTitle } from './incident-lines.ts';
import { quoteOf } from './quotes.ts';
import { WORDS } from './words.ts';

/** Words by which a sentence speaks of who did it, or says that nobody knows. */
const DEED =
  /\b(?:claim(?:ed|s)? (?:of )?responsib\w+|responsib\w+|claim(?:ed|s) (?:the|it|that)|no (?:immediate )?claim|no group|nobody (?:has|had)|owned up|behind (?:it|the|that)|blam(?:ed|es|ing)|accus(?:ed|es|ing)|denied (?:any )?(?:involvement|responsib\w+|the charges?)|suspected)\b/i;

const MOST_QUOTES = 3;

/** Sentences of the articles of an incident that name who did it, then those that speak of it; newest article first. */
const spokenOf = ({ incident, views }: IncidentView, desk: Desk): { article: string; sentence: number }[] => {
  const told = views.filter(view => !view.report.background);
  const articles = [...(told.length > 0 ? told : views)].reverse().map(view => view.article);
  const spoken = articles.flatMap(article =>
    desk.services.store.sentences(article.id, desk.asOf).flatMap(({ index, role, span }) => {
      const names = incident.actors.some(
        actor =>
          views.some(view => view.report.id === actor.report && view.article.id === article.id) &&
          encloses(span, actor.span),
      );
      const speaks = role === 'body' && DEED.test(printed(article.text, span));
      return names || speaks ? [{ article: article.id, sentence: index, rank: names ? 0 : 1 }] : [];
    }),
  );
  return spoken
    .filter(
      (each, i) =>
        spoken.findIndex(other => other.article === each.article && other.sentence === each.sentence) === i,
    )
    .sort((a, b) => a.rank - b.rank);
};

/** Who did it, before all else: who claimed it or is blamed and by whom; else that no report says, and what they do say. */
export const deedBlocks = (view: IncidentView, desk: Desk): Block[] => {
  const actors = actorsOf(view, desk);
  const title = incidentTitle(view, desk);
  const quotes = spokenOf(view, desk).slice(0, MOST_QUOTES);
  return [
    {
      kind: 'paragraph',
      content: actors.length === 0 ? [`${title}: ${WORDS.noActor}.`] : [`${title}: `, ...actors],
    },
    ...quotes.flatMap(({ article, sentence }) =>
      quoteOf(article, sentence, desk.book.sentence(article, sentence), desk),
    ),
  ];
};
