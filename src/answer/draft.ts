import type { Answer, AnswerFigure, Block } from '../core/answer.ts';
import type { Figure } from '../core/figure.ts';
import type { Moment, Services } from '../query/services.ts';
import type { CiteBook } from './cite.ts';
import { citeBook } from './cite.ts';
import { plainText } from './plain.ts';
import type { Speech } from './speech.ts';
import { speechFor } from './speech.ts';

/** What every composer works with: the corpus, its names, and the citations handed out so far. */
export interface Desk {
  readonly services: Services;
  readonly asOf: Moment;
  readonly speech: Speech;
  readonly book: CiteBook;
}

export const openDesk = (services: Services, asOf: Moment): Desk => ({
  services,
  asOf,
  speech: speechFor(services, asOf),
  book: citeBook(services.store, asOf),
});

/** The same desk at another moment, for what was said before: its citations are numbered on. */
export const deskAsOf = ({ services, book }: Desk, asOf: Moment): Desk => ({
  services,
  asOf,
  speech: speechFor(services, asOf),
  book: book.asOf(asOf),
});

const answerFigure = (figure: Figure, { book, speech }: Desk): AnswerFigure => ({
  id: figure.id,
  measure: figure.measure,
  low: figure.quantity.low,
  high: figure.quantity.high,
  bound: figure.quantity.bound,
  victims: figure.victims,
  place: figure.place === null ? null : speech.place(figure.place.value),
  period: figure.period?.value ?? null,
  body: figure.body === null ? null : { id: figure.body.value, name: speech.bodyFull(figure.body.value) },
  citation: book.figure(figure),
});

export interface Draft {
  readonly question: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** What the answer states; each is cited in a block already. */
  readonly figures?: readonly Figure[];
  readonly refused?: boolean;
}

/** Closes the citations and sets the whole in plain characters too. */
export const finish = (
  { question, title, blocks, figures = [], refused = false }: Draft,
  desk: Desk,
): Answer => {
  const seen = new Set<string>();
  const stated = figures
    .filter(figure => !seen.has(figure.id) && seen.add(figure.id))
    .map(figure => answerFigure(figure, desk));
  const citations = desk.book.list();
  return { question, title, refused, blocks, text: plainText(blocks, citations), figures: stated, citations };
};
