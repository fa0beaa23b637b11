import type { Block, Inline } from '../core/answer.ts';
import type { Figure } from '../core/figure.ts';
import type { SumCheck } from '../query/audit.ts';
import { compareFigures, type ScopeField, type Stated } from '../query/compare.ts';
import { narrowerWord } from '../query/people.ts';
import { headNumber } from '../query/quantity.ts';
import { marks } from './cite.ts';
import type { Desk } from './draft.ts';
import { victimWords } from './speech.ts';
import { FIELD_WORDS, MEASURE_WORDS, OPERATION_WORDS, WORDS } from './words.ts';

type Notice = Extract<Block, { kind: 'notice' }>;

const NUMBER = new Intl.NumberFormat('en-US');

const cite = (figure: Figure, { book }: Desk): Inline => ({ kind: 'cite', n: book.figure(figure) });

const stated = (figure: Figure, { services, asOf }: Desk): Stated => ({
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

/** How two figures stand to each other, in a line; null for two printings of one number. */
export const pairNotice = (a: Figure, b: Figure, desk: Desk, oneHappening = false): Notice | null => {
  const result = compareFigures(stated(a, desk), stated(b, desk), oneHappening);
  const sameBody = a.body !== null && a.body.value === b.body?.value;
  switch (result.kind) {
    case 'agree': {
      const how = sameBody
        ? ': one statement of one source.'
        : a.body === null || b.body === null
          ? '.'
          : ': two sources.';
      return {
        kind: 'notice',
        tone: 'agree',
        content: [...said(a, desk), ' and ', ...said(b, desk), ` agree${how}`],
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
        content: [...said(a, desk), ' and ', ...said(b, desk), ' count the same and differ.'],
      };
    case 'not-comparable': {
      const left = fieldValue(a, result.field, desk);
      const right = fieldValue(b, result.field, desk);
      const values = left === null || right === null || left === right ? '' : ` (${left}; ${right})`;
      return {
        kind: 'notice',
        tone: 'not-comparable',
        content: [
          ...said(a, desk),
          ' and ',
          ...said(b, desk),
          left === WORDS.anyEvent && right === WORDS.anyEvent
            ? `, because ${WORDS.neitherEvent}.`
            : `, because ${FIELD_WORDS[result.field]} differs${values}.`,
        ],
      };
    }
  }
};

/** Pairs worth a line: no more than a reader takes in. */
const MOST_PAIRS = 8;

const bodyOf = (figure: Figure): string => figure.body?.value ?? `article:${figure.article}`;

/** One figure for each body and number; a body's second number for the same scope is worth setting beside the first. */
const representatives = (figures: readonly Figure[]): Figure[] =>
  figures.filter(
    (figure, i) =>
      figures.findIndex(
        other =>
          bodyOf(other) === bodyOf(figure) &&
          other.operations === figure.operations &&
          headNumber(other.quantity) === headNumber(figure.quantity),
      ) === i,
  );

/**
 * Notices for the figures of one measure, each beside each, bodies first. Two numbers of one body are set side by
 * side only where they count the same.
 */
export const pairNotices = (figures: readonly Figure[], desk: Desk): Notice[] => {
  const chosen = representatives(figures);
  const notices: { readonly notice: Notice; readonly rank: number }[] = [];
  const told = new Set<string>();
  for (const [i, a] of chosen.entries())
    for (const b of chosen.slice(i + 1)) {
      if (a.measure !== b.measure) continue;
      const sameBody = bodyOf(a) === bodyOf(b);
      const notice = pairNotice(a, b, desk);
      // Two numbers in one article by one body differ in something the article does not say: no disagreement.
      const sameText = sameBody && a.article === b.article;
      if (notice === null || (sameBody && notice.tone === 'not-comparable')) continue;
      if (sameText && notice.tone !== 'agree') continue;
      // One line is enough to say that two bodies count different things.
      const pair = [bodyOf(a), bodyOf(b)].sort().join('|');
      if (notice.tone === 'not-comparable' && told.has(`${a.measure}|${pair}`)) continue;
      told.add(`${a.measure}|${pair}`);
      notices.push({ notice, rank: notice.tone === 'not-comparable' ? 1 : 0 });
    }
  return notices
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_PAIRS)
    .map(({ notice }) => notice);
};

/** "1,612 + 934 = 2,546 ✓ adds up", with every number cited. */
export const sumNotice = ({ total, parts, sum, gap }: SumCheck, desk: Desk): Notice => {
  const numbers = parts.map(part => NUMBER.format(headNumber(part.quantity) ?? 0)).join(' + ');
  const whole = NUMBER.format(headNumber(total.quantity) ?? 0);
  const cited = marks([...parts, total].map(desk.book.figure));
  const of = `${desk.speech.source(total)}, ${MEASURE_WORDS[total.measure]}, ${desk.speech.period(total)}, ${desk.speech.place(total.place?.value ?? null)}`;
  return {
    kind: 'notice',
    tone: gap === 0 ? 'check' : 'warning',
    content:
      gap === 0
        ? [`${numbers} = ${whole} ✓ adds up (${of}) `, ...cited]
        : [
            `${numbers} = ${NUMBER.format(sum)}, but the total is ${whole}: does not add up by ${NUMBER.format(Math.abs(gap))} (${of}) `,
            ...cited,
          ],
  };
};
