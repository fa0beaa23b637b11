import type { Answer, Block, Citation } from '../core/answer.ts';
import type { Figure } from '../core/figure.ts';
import { placeWithin } from '../core/place.ts';
import { figuresOf } from '../query/audit/check.ts';
import { trendsOf } from '../query/audit/linked.ts';
import { auditTrends } from '../query/audit/trends.ts';
import { gatherIncidents } from '../query/incidents/gather.ts';
import type { IncidentView } from '../query/incidents/incident.ts';
import { mergeWords } from '../query/incidents/incident.ts';
import type { Services } from '../query/services.ts';
import { asOfNow } from '../query/services.ts';
import type { Desk } from './draft.ts';
import { finish, openDesk } from './draft.ts';
import { examplesFrom } from './examples.ts';
import { incidentTitle } from './incident-lines.ts';
import { heading, listOf, text } from './lines.ts';
import { whyOffer } from './offers.ts';
import { quoteOf } from './quotes.ts';
import type { Offer } from './refusal.ts';
import { refusal } from './refusal.ts';
import { trendNotice } from './trend-notice.ts';
import { figuresAt, figuresCited, readWanted } from './why-find.ts';
import { figureRows } from './why-rows.ts';
import { WORDS } from './words.ts';

/** A sentence may print many figures; more of them are not opened at once. */
const MOST_FIGURES = 4;

const touches = (a: string, b: string): boolean => placeWithin(a, b) || placeWithin(b, a);

/** The incidents a figure was given to. */
const incidentsOf = (figure: Figure, { services, asOf }: Desk): IncidentView[] =>
  gatherIncidents({ asOf, period: null, place: null }, services).filter(({ views, incident }) =>
    views.some(
      view =>
        view.report.article === figure.article &&
        view.figures.some(other => other.id === figure.id) &&
        (incident.place === null ||
          figure.place === null ||
          touches(incident.place.value, figure.place.value)),
    ),
  );

/** Its reports by their ids, why each was joined, and what to write to take them apart. */
const merges = (view: IncidentView, desk: Desk): Block[] => {
  const belongs = `${WORDS.belongsTo} ${incidentTitle(view, desk)}`;
  if (view.joins.length === 0) return [text(`${belongs}; one report (${view.incident.id}).`)];
  const [last] = view.joins;
  return [
    text(`${belongs}; ${view.views.length} reports read as one incident:`),
    ...listOf(view.joins.map(({ report, to, fit }) => [`${report} joined ${to}: ${mergeWords(fit)}`])),
    ...(last === undefined
      ? []
      : [
          text(
            `To keep two apart, add a line to “apart” in data/merges.json: ["${last.report}", "${last.to}"]`,
          ),
        ]),
  ];
};

const figureBlocks = (figure: Figure, quoted: ReadonlySet<number>, desk: Desk): Block[] => [
  ...quoteOf(figure.article, figure.sentence, desk.book.figure(figure), desk).filter(
    () => !quoted.has(figure.sentence),
  ),
  { kind: 'facts', rows: figureRows(figure, desk) },
  ...auditTrends({ trends: trendsOf(figure.article, desk.asOf, desk.services) })
    .filter(check => figuresOf(check).some(other => other.id === figure.id))
    .map(check => trendNotice(check, desk)),
  ...incidentsOf(figure, desk).flatMap(view => merges(view, desk)),
];

const explain = (question: string, figures: readonly Figure[], desk: Desk): Answer => {
  const shown = figures.slice(0, MOST_FIGURES);
  const [first] = shown;
  const blocks = shown.flatMap((figure, i): Block[] => [
    ...(shown.length > 1 ? [heading(desk.speech.figure(figure))] : []),
    ...figureBlocks(figure, new Set(shown.slice(0, i).map(each => each.sentence)), desk),
  ]);
  const left = figures.length - shown.length;
  return finish(
    {
      question,
      title: first === undefined ? '' : desk.speech.figure(first),
      blocks: [...blocks, ...(left > 0 ? [text(`and ${left} more figures in the sentence`)] : [])],
      figures: shown,
    },
    desk,
  );
};

/** A citation of words in which no figure was read: the sentence itself is all there is behind it. */
const explainWords = (question: string, citation: Citation, desk: Desk): Answer => {
  const n = desk.book.cite(citation.article, citation);
  const blocks: Block[] = [
    { kind: 'paragraph', content: [`${WORDS.noFigureRead} `, { kind: 'cite', n }] },
    ...(citation.article === '' ? [] : [text(`/article ${citation.article}`)]),
  ];
  return finish({ question, title: WORDS.quotedWords, blocks }, desk);
};

/** How the first citation of answers that the articles can give was read. */
const opened = (desk: Desk): readonly Offer[] =>
  examplesFrom(desk).map(({ label, question }) => ({ label, question: whyOffer(question).question }));

/**
 * The rules, spans and readings behind a figure, and the merges of the incident it belongs to.
 * @param typed an id, `<article>#<start>`, or the number of a citation: "3 of /casualties 2024"
 * @param previous the question whose answer a number alone refers to; null where nobody keeps it
 * @param rerun answers a question again; the same question gives the same answer
 */
export const composeWhy = async (
  question: string,
  typed: string,
  previous: string | null,
  rerun: (question: string) => Answer | Promise<Answer>,
  services: Services,
): Promise<Answer> => {
  const desk = openDesk(services, asOfNow(services.clock));
  const wanted = readWanted(typed.trim());
  if (wanted.kind === 'address') {
    const figures = figuresAt(wanted.address, desk);
    return figures.length > 0
      ? explain(question, figures, desk)
      : refusal(
          question,
          `There is no figure “${wanted.address}”. /article lists the figures of an article.`,
          opened(desk),
        );
  }
  const asked = wanted.question ?? previous;
  if (asked === null)
    return refusal(
      question,
      `[${wanted.n}] of which answer? Name the question: /why ${wanted.n} of /casualties 2024`,
      opened(desk),
    );
  const answer = await rerun(asked);
  const citation = answer.citations.find(({ n }) => n === wanted.n);
  if (citation === undefined)
    return refusal(
      question,
      answer.citations.length === 0
        ? `The answer to “${asked}” cites nothing.`
        : `The answer to “${asked}” has no [${wanted.n}]; it cites [1] to [${answer.citations.length}].`,
      answer.refused ? opened(desk) : [{ label: asked, question: asked }],
    );
  const figures = figuresCited(answer, citation, desk);
  return figures.length > 0 ? explain(question, figures, desk) : explainWords(question, citation, desk);
};
