import type { Block, Inline } from '../core/answer.ts';
import type { Figure } from '../core/figure.ts';
import { printed } from '../core/span.ts';
import { compareFigures, type ScopeField, type Stated } from '../query/compare.ts';
import { narrowerWord } from '../query/people.ts';
import type { Desk } from './draft.ts';
import { victimWords } from './speech.ts';
import { FIELD_WORDS, MEASURE_WORDS, OPERATION_WORDS, WORDS } from './words.ts';

type Notice = Extract<Block, { kind: 'notice' }>;

const cite = (figure: Figure, { book }: Desk): Inline => ({ kind: 'cite', n: book.figure(figure) });

export const asStated = (figure: Figure, { services, asOf }: Desk): Stated => ({
  figure,
  published: services.store.article(figure.article, asOf)?.published ?? null,
});

/** What one side of a pair has in the field in which the two differ. */
const fieldValue = (figure: Figure, field: ScopeField, { speech }: Desk): string | null => {
  switch (field) {
    case 'period':
      return speech.period(figure);
    case 'place':
      return speech.place(figure.place?.value ?? null);
    case 'victims':
      return narrowerWord(figure) ?? victimWords(figure.victims);
    case 'operations':
      return figure.operations === null ? WORDS.anyEvent : OPERATION_WORDS[figure.operations];
    case 'measure':
      return MEASURE_WORDS[figure.measure];
    case 'actor':
      return figure.actor === null ? 'anybody' : speech.actor(figure.actor);
    default:
      return null;
  }
};

const said = (figure: Figure, desk: Desk): Inline[] => [
  `${desk.speech.source(figure)} ${desk.speech.number(figure)} `,
  cite(figure, desk),
];

/** A number in the words that print it: "CRSS 444 (“444 militant attacks”) [8]" */
const quoted = (figure: Figure, desk: Desk): Inline[] => {
  const text = desk.services.store.article(figure.article, desk.asOf)?.text ?? '';
  const words = printed(text, figure.span).replace(/\s+/g, ' ');
  return [`${desk.speech.source(figure)} ${desk.speech.number(figure)} (“${words}”) `, cite(figure, desk)];
};

/** How two figures stand to each other, in a line; null for two printings of one number. */
export const pairNotice = (a: Figure, b: Figure, desk: Desk, oneHappening = false): Notice | null => {
  const result = compareFigures(asStated(a, desk), asStated(b, desk), oneHappening);
  const sameBody = a.body !== null && a.body.value === b.body?.value;
  switch (result.kind) {
    case 'agree': {
      const how = sameBody
        ? ': one statement of one source.'
        : a.body === null || b.body === null
          ? ' say the same.'
          : ': two sources.';
      return {
        kind: 'notice',
        tone: 'agree',
        content: [...said(a, desk), ' and ', ...said(b, desk), how],
      };
    }
    case 'revision':
      return {
        kind: 'notice',
        tone: 'revision',
        content: [
          `${desk.speech.source(result.newer.figure)} now says ${desk.speech.number(result.newer.figure)} `,
          cite(result.newer.figure, desk),
          `, before ${desk.speech.number(result.older.figure)} `,
          cite(result.older.figure, desk),
          '.',
        ],
      };
    case 'disagree':
      return {
        kind: 'notice',
        tone: 'disagree',
        content: [...quoted(a, desk), ' and ', ...quoted(b, desk), ' count the same and differ.'],
      };
    case 'not-comparable':
      return apartNotice([a], [b], result.field, desk);
  }
};

/** Why figures of two bodies cannot be compared, once for all measures: "CRSS 2,546 [1], 2,267 [4] and PICSS 951 [7], 966 [8]". */
export const apartNotice = (
  left: readonly Figure[],
  right: readonly Figure[],
  field: ScopeField,
  desk: Desk,
): Notice => {
  const [a, b] = [left[0], right[0]];
  const values =
    a === undefined || b === undefined ? [] : [fieldValue(a, field, desk), fieldValue(b, field, desk)];
  const why =
    values[0] === WORDS.anyEvent && values[1] === WORDS.anyEvent
      ? WORDS.neitherEvent
      : `${FIELD_WORDS[field]} differs${
          values.includes(null) || values[0] === values[1] ? '' : ` (${values.join('; ')})`
        }`;
  return {
    kind: 'notice',
    tone: 'not-comparable',
    content: [...numbersOf(left, desk), ' and ', ...numbersOf(right, desk), `, because ${why}.`],
  };
};

/** A body's numbers with their citations: "CRSS 2,546 [1], 2,267 [4]" */
const numbersOf = (figures: readonly Figure[], desk: Desk): Inline[] => {
  const [first] = figures;
  if (first === undefined) return [];
  return [
    `${desk.speech.source(first)} `,
    ...figures.flatMap((figure, i): Inline[] => [
      `${i === 0 ? '' : ', '}${desk.speech.number(figure)} `,
      cite(figure, desk),
    ]),
  ];
};
