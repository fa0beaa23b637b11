import stringWidth from 'string-width';
import type { Answer, Block } from '../../core/answer.ts';
import { publishedDay } from '../../core/article.ts';
import { bySentence } from '../../core/credit.ts';
import { NOTICE_LABELS } from '../../core/notice.ts';
import { printable } from '../../core/printable.ts';
import { publisherOf, shortened } from '../pieces.ts';
import { type Addresses, addressesOf, contentRuns, markedRuns, markIn, type Run } from '../runs.ts';
import { unknownKind } from '../unknown-kind.ts';
import { shownLine, withoutCommands } from './html.ts';
import { TABLE_COLUMNS, TABLE_ROWS } from './limits.ts';

/** One line of a message; of a table all rows at once, since it is not taken apart. */
export type Line = {
  /** A blank line stands before it. */
  readonly opens: boolean;
  /** Stands on the page of the line after it. */
  readonly heads: boolean;
} & (
  | { readonly kind: 'words' | 'item' | 'quote'; readonly runs: readonly Run[] }
  | { readonly kind: 'table'; readonly rows: readonly string[]; readonly cited: readonly number[] }
);

const text = (words: string): Run => ({ kind: 'text', text: words });
const strong = (words: string): Run => ({ kind: 'strong', text: words });

const line = (
  kind: 'words' | 'item' | 'quote',
  runs: readonly Run[],
  rest: Partial<Pick<Line, 'opens' | 'heads'>> = {},
): Line => ({ kind, runs, opens: false, heads: false, ...rest });

const HEADING_CHARACTERS = 200;
const TITLE_CHARACTERS = 120;

const heading = (words: string): Line =>
  line('words', [strong(shortened(words, HEADING_CHARACTERS))], { opens: true, heads: true });

type Facts = Extract<Block, { kind: 'facts' }>;

/** The rows in two columns, where a phone shows them unbroken; nothing in it can be a link. */
const table = ({ rows }: Facts, addresses: Addresses): Line | null => {
  if (rows.length < 2 || rows.length > TABLE_ROWS) return null;
  const cells = rows.map(({ label, content }) => ({
    label: printable(label).trim(),
    value: shownLine(contentRuns(content, addresses)).trim(),
  }));
  const widest = Math.max(...cells.map(({ label }) => stringWidth(label)));
  const drawn = cells.map(({ label, value }) =>
    `${label}${' '.repeat(widest - stringWidth(label))}  ${value}`.trimEnd(),
  );
  const fits = drawn.every(row => stringWidth(row) <= TABLE_COLUMNS && row.length <= 2 * TABLE_COLUMNS);
  if (!fits || drawn.every(row => row.trim() === '')) return null;
  const cited = rows.flatMap(({ content }) =>
    content.flatMap(each => (typeof each !== 'string' && each.kind === 'cite' ? [each.n] : [])),
  );
  return { kind: 'table', rows: drawn, cited, opens: true, heads: false };
};

const listed = (items: readonly (readonly Run[])[]): readonly Line[] =>
  items.map((runs, i) => line('item', runs, { opens: i === 0 }));

const blockLines = (block: Block, addresses: Addresses): readonly Line[] => {
  switch (block.kind) {
    case 'heading':
      return [heading(block.text)];
    case 'paragraph':
      return [line('words', contentRuns(block.content, addresses), { opens: true })];
    case 'list':
      return listed(block.items.map(item => contentRuns(item, addresses)));
    case 'facts': {
      const drawn = table(block, addresses);
      if (drawn !== null) return [drawn];
      return listed(
        block.rows.map(row => [strong(row.label), text(': '), ...contentRuns(row.content, addresses)]),
      );
    }
    case 'quote': {
      const mark: Run = { kind: 'cite', n: block.n, url: addresses.get(block.n) ?? null };
      return [
        line('quote', [text('“'), ...withoutCommands(markedRuns(block.text, block.marks)), text('” '), mark]),
      ];
    }
    case 'notice':
      return [
        line(
          'words',
          [strong(NOTICE_LABELS[block.tone]), text(' '), ...contentRuns(block.content, addresses)],
          {
            opens: true,
          },
        ),
      ];
    case 'file':
      return [line('words', [text('File: '), strong(block.name)], { opens: true })];
    case 'offers':
      return [];
    default:
      return unknownKind(block);
  }
};

const isSeen = (each: Line): boolean => each.kind === 'table' || shownLine(each.runs).trim() !== '';

/** An answer from its title to its last block; what it offers stands in buttons below. */
export const answerLines = ({ title, refused, blocks, citations }: Answer): readonly Line[] => {
  const [first] = blocks;
  const titled = refused || title === '' || (first?.kind === 'heading' && first.text === title);
  const addresses = addressesOf(citations);
  return [
    ...(titled ? [] : [heading(title)]),
    ...blocks.flatMap(block => blockLines(block, addresses)),
  ].filter(isSeen);
};

/** The sentences that an answer cites, each with who printed it and when. */
export const sourceLines = ({ citations }: Answer): readonly Line[] => {
  const addresses = addressesOf(citations);
  return bySentence(citations).flatMap(group => {
    const [first] = group;
    if (first === undefined) return [];
    const marks = group.map(({ n }): Run => ({ kind: 'cite', n, url: addresses.get(n) ?? null }));
    const name = first.title === null ? '' : shortened(first.title, TITLE_CHARACTERS);
    const rest = `${name === '' ? '' : `, “${name}”`}, ${publishedDay(first) ?? 'undated'}`;
    const said = withoutCommands(markedRuns(first.sentence, group.flatMap(markIn)));
    const cite: Run = { kind: 'cite', n: first.n, url: null };
    return [
      line('words', [...marks, text(' '), strong(publisherOf(first)), text(rest)], {
        opens: true,
        heads: true,
      }),
      line('quote', [text('“'), ...said, text('” '), cite]),
    ];
  });
};

/** Who printed what a page cites, a line an article. */
export const footRuns = (cited: ReadonlySet<number>, { citations }: Answer): readonly (readonly Run[])[] => {
  const addresses = addressesOf(citations);
  const groups = Map.groupBy(
    citations.filter(({ n }) => cited.has(n)),
    ({ article }) => article,
  );
  return [...groups.values()].flatMap(group => {
    const [first] = group;
    if (first === undefined) return [];
    const marks = group.map(({ n }): Run => ({ kind: 'cite', n, url: addresses.get(n) ?? null }));
    return [[...marks, text(` ${publisherOf(first)}, ${publishedDay(first) ?? 'undated'}`)]];
  });
};
