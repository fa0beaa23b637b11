import type { Block } from '../core/answer.ts';
import { printed } from '../core/span.ts';
import type { IncidentView } from '../query/incidents/incident.ts';
import type { Statement } from '../query/statements.ts';
import type { Desk } from './draft.ts';

type Quote = Extract<Block, { kind: 'quote' }>;

const MOST_QUOTES = 6;

/** The words of an article, as printed, with what is cited in them marked. */
export const quoteOf = (article: string, index: number, n: number, desk: Desk): Quote[] => {
  const sentence = desk.services.store.sentences(article, desk.asOf).find(each => each.index === index);
  const source = desk.services.store.article(article, desk.asOf);
  const citation = desk.book.list().find(each => each.n === n);
  if (sentence === undefined || source === null || citation === undefined) return [];
  const whole = citation.start <= sentence.span.start && citation.end >= sentence.span.end;
  return [
    {
      kind: 'quote',
      n,
      text: printed(source.text, sentence.span),
      marks: whole
        ? []
        : [
            {
              start: Math.max(0, citation.start - sentence.span.start),
              end: Math.min(citation.end, sentence.span.end) - sentence.span.start,
            },
          ],
    },
  ];
};

/** The sentences that carry an answer, newest article first, each once; then how the reports open. */
export const quotesOf = (view: IncidentView, statements: readonly Statement[], desk: Desk): Quote[] => {
  const wanted = [
    ...statements.map(({ figure }) => ({
      article: figure.article,
      sentence: figure.sentence,
      n: desk.book.figure(figure),
    })),
    ...[...view.views].reverse().map(({ report }) => ({
      article: report.article,
      sentence: report.sentence,
      n: null,
    })),
  ];
  const seen = new Set<string>();
  return wanted
    .filter(({ article, sentence }) => {
      const fresh = !seen.has(`${article}#${sentence}`);
      seen.add(`${article}#${sentence}`);
      return fresh;
    })
    .slice(0, MOST_QUOTES)
    .flatMap(({ article, sentence, n }) =>
      quoteOf(article, sentence, n ?? desk.book.sentence(article, sentence), desk),
    );
};
