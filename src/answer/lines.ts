import type { Block, Inline } from '../core/answer.ts';
import { publishedDay } from '../core/article.ts';
import type { Figure } from '../core/figure.ts';
import type { Statement } from '../query/statements.ts';
import { marks } from './cite.ts';
import type { Desk } from './draft.ts';
import { dayWords } from './periods.ts';
import { WORDS } from './words.ts';

export const text = (content: string): Block => ({ kind: 'paragraph', content: [content] });

export const heading = (content: string): Block => ({ kind: 'heading', text: content, level: 2 });

/** "2,546 people killed · CRSS · 2024 · Pakistan [1]" */
export const figureLine = (figure: Figure, { speech, book }: Desk): Inline[] => [
  { kind: 'strong', text: speech.figure(figure) },
  ` · ${speech.source(figure)} · ${speech.period(figure)} · ${speech.place(figure.place?.value ?? null)} `,
  { kind: 'cite', n: book.figure(figure) },
];

/** What may stand on one line: the same number for the same scope by the same body, printed more than once. */
const lineKey = (figure: Figure, { speech }: Desk): string =>
  [speech.figure(figure), speech.source(figure), speech.period(figure), figure.place?.value ?? ''].join('|');

/** One line for each thing said; where it is printed more than once, the line carries all its citations. */
export const figureLines = (
  figures: readonly Figure[],
  desk: Desk,
  isRevised: (figure: Figure) => boolean = () => false,
): Inline[][] => {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = lineKey(figure, desk);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].map(group => {
    const first = group[0];
    if (first === undefined) return [];
    const line = figureLine(first, desk).slice(0, -1);
    const past = group.every(isRevised) ? [` (${WORDS.replaced})`] : [];
    return [...line, ...marks(group.map(desk.book.figure)), ...past];
  });
};

const spokenOn = ({ view }: Statement): string => {
  const day = publishedDay(view.article);
  return day === null ? WORDS.noDate : dayWords(day);
};

const zeroSpan = ({ figure }: Statement): string =>
  figure.quantity.low === 0 && figure.quantity.high === 0
    ? `${figure.article}#${figure.span.start}-${figure.span.end}`
    : '';

/** "11 people killed · deputy commissioner, 12 June 2023 [1]"; nobody killed and nobody hurt is "no casualties". */
export const statementLines = (statements: readonly Statement[], desk: Desk): Inline[][] => {
  const { speech, book } = desk;
  const lines = new Map<string, { words: string; numbers: number[] }>();
  for (const statement of statements) {
    const { figure, role } = statement;
    const zero = zeroSpan(statement);
    const twin =
      zero !== '' &&
      statements.some(other => other.figure.measure !== figure.measure && zeroSpan(other) === zero);
    const number = twin ? WORDS.noCasualties : speech.figure(figure);
    const said =
      role === 'part' ? speech.part(figure) : role === 'shared' ? `${WORDS.together}${number}` : number;
    const words = `${said}|${speech.source(figure)}, ${spokenOn(statement)}`;
    const line = lines.get(words);
    if (line === undefined) lines.set(words, { words, numbers: [book.figure(figure)] });
    else line.numbers.push(book.figure(figure));
  }
  return [...lines.values()].map(({ words, numbers }) => {
    const [number = '', rest = ''] = words.split('|');
    return [{ kind: 'strong', text: number }, ` · ${rest} `, ...marks(numbers)];
  });
};

export const listOf = (items: readonly (readonly Inline[])[]): Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', items }];
