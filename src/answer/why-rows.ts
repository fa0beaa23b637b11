import type { Block, Inline } from '../core/answer.ts';
import type { Figure, Reading } from '../core/figure.ts';
import { printed } from '../core/span.ts';
import type { Desk } from './draft.ts';
import { periodWords } from './periods.ts';
import { victimWords } from './speech.ts';
import { BASIS_WORDS, MEASURE_WORDS, OPERATION_WORDS, WORDS } from './words.ts';

type Row = Extract<Block, { kind: 'facts' }>['rows'][number];

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

/** Everything that was read about a figure, row by row, each reading with the words it comes from. */
export const figureRows = (figure: Figure, desk: Desk): Row[] => {
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
