import type { Inline } from '../../core/answer.ts';
import { publishedDay } from '../../core/article.ts';
import type { NewIncident, RevisedIncident } from '../../query/changes/incidents.ts';
import type { Headline, RevisedToll } from '../../query/changes/tolls.ts';
import type { Gone, Withdrawn } from '../../query/changes/withdrawn.ts';
import { headNumber } from '../../query/quantity.ts';
import { marks } from '../cite.ts';
import type { Desk } from '../draft.ts';
import { headline } from '../headline.ts';
import { tollRows } from '../incident-facts.ts';
import { incidentItems, incidentTitle } from '../incident-lines.ts';
import { figureLine } from '../lines.ts';
import { dayWords } from '../periods.ts';
import { FIELD_WORDS, WORDS } from './words.ts';

const NUMBER = new Intl.NumberFormat('en-US');

const MOST_FIGURES = 3;

/** What is said at the two ends of the stretch: articles are quoted as they read then. */
export interface Desks {
  readonly now: Desk;
  readonly before: Desk;
}

/** "Bombing, Quetta, …: killed: 3 to 5 (range of reported figures), newest headline toll 5 [1][2]; injured: 9 [3]" */
const tollLine = ({ view, statements }: NewIncident, desk: Desk): readonly Inline[] | null => {
  const rows = tollRows(view, statements, desk);
  if (rows.length === 0) return null;
  return [
    { kind: 'strong', text: incidentTitle(view, desk) },
    ': ',
    ...rows.flatMap(({ label, content }, i): Inline[] => [
      `${i === 0 ? '' : '; '}${label.toLowerCase()}: `,
      ...content,
    ]),
  ];
};

/** A line for each incident; those without a toll of their own come last, and share a line where they share a toll. */
export const newLines = (incidents: readonly NewIncident[], desk: Desk): readonly (readonly Inline[])[] => {
  const lines = incidents.map(each => ({ each, line: tollLine(each, desk) }));
  return [
    ...lines.flatMap(({ line }) => (line === null ? [] : [line])),
    ...incidentItems(
      lines.flatMap(({ each, line }) => (line === null ? [each] : [])),
      desk,
    ),
  ];
};

/** "5 (hospital, 14 May 2024 [1])" */
const headlineWords = (told: Headline | null, { speech, book, services, asOf }: Desk): Inline[] => {
  const [figure] = told?.figures ?? [];
  if (told === null || figure === undefined) return [WORDS.noToll];
  const { figures, toll } = told;
  const isWhole = figures.length === 1 && headNumber(figure.quantity) === toll.best;
  const number = isWhole ? speech.number(figure) : NUMBER.format(toll.best ?? 0);
  const day = publishedDay(services.store.article(figure.article, asOf) ?? { published: null });
  const when = day === null ? '' : `, ${dayWords(day)}`;
  return [`${number} (${speech.source(figure)}${when} `, ...marks(figures.map(book.figure)), ')'];
};

const rangeWords = ({ newer }: RevisedToll): string =>
  newer === null || newer.toll.low === null || newer.toll.high === null || newer.toll.low === newer.toll.high
    ? ''
    : `, ${WORDS.range} ${NUMBER.format(newer.toll.low)} to ${NUMBER.format(newer.toll.high)}`;

/** "Bombing, Quetta, …: killed 3 (police, 13 May 2024 [2]) → 5 (hospital, 14 May 2024 [1])" */
export const revisedLine = ({ view, tolls }: RevisedIncident, { now, before }: Desks): readonly Inline[] => [
  { kind: 'strong', text: incidentTitle(view, now) },
  ...tolls.flatMap((toll, i): Inline[] => [
    `${i === 0 ? ': ' : '; '}${FIELD_WORDS[toll.field]} `,
    ...headlineWords(toll.older, before),
    ' → ',
    ...headlineWords(toll.newer, now),
    rangeWords(toll),
  ]),
];

/** "“A headline” (Made-up Times, 13 May 2024) was withdrawn: the reason. It said: 3 people killed · … [4]" */
export const withdrawnLine = (
  { article, reason, figures }: Withdrawn,
  { before }: Desks,
): readonly Inline[] => {
  const day = publishedDay(article);
  const from = [article.publisher, day === null ? null : dayWords(day)].filter(each => each !== null);
  const credit = from.length === 0 ? '' : ` (${from.join(', ')})`;
  const left = figures.length - MOST_FIGURES;
  return [
    { kind: 'strong', text: `“${headline(article, before)}”` },
    `${credit} ${WORDS.taken}${reason === null ? '' : `: ${reason}`}.`,
    ...figures
      .slice(0, MOST_FIGURES)
      .flatMap((figure, i): Inline[] => [i === 0 ? ` ${WORDS.said} ` : '; ', ...figureLine(figure, before)]),
    ...(left > 0 ? [` ${WORDS.moreLines(left)}`] : []),
  ];
};

/** "60 people killed · PICSS · … [5] is not printed any more; now 66 [6]" */
export const goneLine = ({ older, newer }: Gone, { now, before }: Desks): readonly Inline[] => [
  ...figureLine(older, before),
  ` ${WORDS.gone}`,
  ...(newer === null
    ? []
    : [
        `; ${WORDS.now} ${now.speech.number(newer)} `,
        { kind: 'cite', n: now.book.figure(newer) } satisfies Inline,
      ]),
];
