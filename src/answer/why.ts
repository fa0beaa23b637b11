import type { Answer, Block, Inline } from '../core/answer.ts';
import type { Figure, Reading } from '../core/figure.ts';
import { placeWithin } from '../core/place.ts';
import { printed } from '../core/span.ts';
import { gatherIncidents } from '../query/incidents/gather.ts';
import type { Services } from '../query/services.ts';
import { asOfNow } from '../query/services.ts';
import type { Desk } from './draft.ts';
import { finish, openDesk } from './draft.ts';
import { incidentTitle } from './incident-lines.ts';
import { periodWords } from './periods.ts';
import { quoteOf } from './quotes.ts';
import { refusal } from './refusal.ts';
import { victimWords } from './speech.ts';
import { BASIS_WORDS, MEASURE_WORDS, OPERATION_WORDS, WORDS } from './words.ts';

type Row = Extract<Block, { kind: 'facts' }>['rows'][number];

/** A figure by its id, or by article and a position in its text: `<article>#<start>`. */
const find = (typed: string, { services, asOf }: Desk): Figure | null => {
  const exact = services.store.figure(typed, asOf);
  if (exact !== null) return exact;
  const address = /^(.+)#(\d+)$/.exec(typed);
  if (address?.[1] === undefined) return null;
  const at = Number(address[2]);
  const figures = [
    ...services.store.figures({ asOf, article: address[1] }),
    ...services.store.figures({ asOf, article: address[1], security: false }),
  ];
  return (
    figures.find(figure => figure.span.start === at) ??
    figures.find(figure => figure.span.start <= at && at < figure.span.end) ??
    null
  );
};

/** A reading, how it was come by, and the words it was read from. */
const reading = <T>(
  label: string,
  read: Reading<T> | null,
  shown: (value: T) => string,
  article: string,
  { services, asOf }: Desk,
): Row => {
  if (read === null) return { label, content: [WORDS.notTold] };
  const text = services.store.article(article, asOf)?.text ?? '';
  const words = read.span === null ? '' : `: “${printed(text, read.span)}”`;
  return { label, content: [`${shown(read.value)} (${BASIS_WORDS[read.basis]}${words})`] };
};

const STANDING: Readonly<Record<Figure['standing'], string>> = {
  current: 'stands',
  superseded: 'replaced later in the same article',
  background: 'recalled: it belongs to an earlier happening or period',
};

const rows = (figure: Figure, desk: Desk): Row[] => {
  const { speech, services, asOf, book } = desk;
  const whole = figure.partOf === null ? null : services.store.figure(figure.partOf, asOf);
  const part: Inline[] =
    whole === null
      ? [figure.partOf === null ? 'no part of another figure' : figure.partOf]
      : [`${speech.figure(whole)} (${whole.id}) `, { kind: 'cite', n: book.figure(whole) }];
  return [
    { label: 'Figure', content: [figure.id] },
    { label: 'Number', content: [`${speech.number(figure)} (${figure.quantity.bound})`] },
    { label: 'Counts', content: [MEASURE_WORDS[figure.measure]] },
    {
      label: 'Victims',
      content: [
        figure.victims.length === 0 ? 'the article does not say who' : victimWords(figure.victims),
        figure.victimsDetail === null ? '' : ` (“${figure.victimsDetail}”)`,
      ],
    },
    {
      label: 'Scope',
      content: [figure.scope === 'incident' ? 'one happening' : 'a count over a period'],
    },
    {
      label: 'Kind of event',
      content: [figure.operations === null ? WORDS.anyEvent : OPERATION_WORDS[figure.operations]],
    },
    reading('Period', figure.period, periodWords, figure.article, desk),
    reading('Place', figure.place, speech.place, figure.article, desk),
    reading('Body', figure.body, speech.bodyFull, figure.article, desk),
    ...(figure.via === null ? [] : [{ label: 'Passed on by', content: [speech.bodyFull(figure.via)] }]),
    ...(figure.actor === null ? [] : [{ label: 'Doing of', content: [speech.actor(figure.actor)] }]),
    { label: 'Part of', content: part },
    {
      label: 'Standing',
      content: [
        STANDING[figure.standing],
        figure.shared ? '; one number for several incidents' : '',
        figure.security ? '' : '; no attack, so in no security toll',
      ],
    },
    { label: 'Rules', content: [figure.rules.length === 0 ? 'none recorded' : figure.rules.join(' → ')] },
  ];
};

/** The rules, spans and readings behind a figure, and the merges of the incident it belongs to. */
export const composeWhy = (question: string, typed: string, services: Services): Answer => {
  const desk = openDesk(services, asOfNow(services.clock));
  const figure = find(typed.trim(), desk);
  if (figure === null)
    return refusal(
      question,
      `There is no figure “${typed.trim()}”. /article lists the figures of an article.`,
    );
  const n = desk.book.figure(figure);
  const views = gatherIncidents(
    { asOf: desk.asOf, period: figure.period?.value ?? null, place: figure.place?.value ?? null },
    services,
  ).filter(({ views: each, incident }) =>
    each.some(
      view =>
        view.figures.some(other => other.id === figure.id) &&
        (incident.place === null ||
          figure.place === null ||
          touches(incident.place.value, figure.place.value)),
    ),
  );
  const blocks: Block[] = [
    ...quoteOf(figure.article, figure.sentence, n, desk),
    { kind: 'facts', rows: rows(figure, desk) },
    ...views.map(
      (view): Block => ({
        kind: 'notice',
        tone: 'info',
        content: [
          `Belongs to: ${incidentTitle(view, desk)}${
            view.incident.merges.length === 0
              ? '; one report.'
              : `; read as one incident: ${view.incident.merges.join('; ')}.`
          }`,
        ],
      }),
    ),
  ];
  return finish({ question, title: desk.speech.figure(figure), blocks, figures: [figure] }, desk);
};

const touches = (a: string, b: string): boolean => placeWithin(a, b) || placeWithin(b, a);
