import type { Answer, Block, Citation } from '../../core/answer.ts';
import { publishedDay } from '../../core/article.ts';
import { bySentence } from '../../core/credit.ts';
import { NOTICE_LABELS } from '../../core/notice.ts';
import { publisherOf, shortened } from '../pieces.ts';
import { type Addresses, addressesOf, contentRuns, markedRuns, markIn, type Run } from '../runs.ts';
import { unknownKind } from '../unknown-kind.ts';
import { filesOf } from './files.ts';
import { lineOf } from './markdown.ts';

/** One line of a page, and how Discord is told what it is: a heading, an item, a quote, small print. */
export interface Line {
  readonly before: '' | '## ' | '### ' | '- ' | '> ' | '-# ';
  readonly runs: readonly Run[];
  /** Stands on the page of the line after it. */
  readonly heads: boolean;
  /** Something new begins: a line is drawn above it. */
  readonly opens: boolean;
}

const text = (words: string): Run => ({ kind: 'text', text: words });

const strong = (words: string): Run => ({ kind: 'strong', text: words });

const line = (runs: readonly Run[], before: Line['before'] = '', rest: Partial<Line> = {}): Line => ({
  before,
  runs,
  heads: false,
  opens: false,
  ...rest,
});

const heading = (words: string, level: 1 | 2, opens: boolean): Line =>
  line([text(words)], level === 1 ? '## ' : '### ', { heads: true, opens });

const HEADING_CHARACTERS = 200;

const fileLines = ({ name, text: content }: Extract<Block, { kind: 'file' }>): readonly Line[] => [
  line([strong(name)], '', { heads: true }),
  ...content.split('\n').map(row => line([text(row)])),
];

const blockLines = (block: Block, addresses: Addresses, areSent: boolean): readonly Line[] => {
  switch (block.kind) {
    case 'heading':
      return [heading(shortened(block.text, HEADING_CHARACTERS), block.level, true)];
    case 'paragraph':
      return [line(contentRuns(block.content, addresses))];
    case 'list':
      return block.items.map(item => line(contentRuns(item, addresses), '- '));
    case 'facts':
      return block.rows.map(row =>
        line([strong(row.label), text(' '), ...contentRuns(row.content, addresses)]),
      );
    case 'quote': {
      const mark: Run = { kind: 'cite', n: block.n, url: addresses.get(block.n) ?? null };
      return [line([text('“'), ...markedRuns(block.text, block.marks), text('” '), mark], '> ')];
    }
    case 'notice':
      return [line([strong(NOTICE_LABELS[block.tone]), text(' '), ...contentRuns(block.content, addresses)])];
    case 'file':
      return areSent ? [] : fileLines(block);
    case 'offers':
      return [];
    default:
      return unknownKind(block);
  }
};

const isSeen = ({ runs }: Line): boolean => lineOf(runs).trim() !== '';

/** An answer from its title to its last block; what it offers stands in a menu below. */
export const answerLines = ({ title, refused, blocks, citations }: Answer): readonly Line[] => {
  const [first] = blocks;
  const titled = refused || title === '' || (first?.kind === 'heading' && first.text === title);
  const addresses = addressesOf(citations);
  const areSent = filesOf({ blocks }).length > 0;
  return [
    ...(titled ? [] : [heading(shortened(title, HEADING_CHARACTERS), 1, false)]),
    ...blocks.flatMap(block => blockLines(block, addresses, areSent)),
  ].filter(isSeen);
};

/** The moment of publication where the article names one; a day stands as it is printed, since it is in no zone. */
const publishedRun = (citation: Citation): Run => {
  const { published } = citation;
  const isInstant = published !== null && /T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/.test(published);
  const milliseconds = isInstant ? Date.parse(published) : Number.NaN;
  return Number.isNaN(milliseconds)
    ? text(publishedDay(citation) ?? 'undated')
    : { kind: 'time', seconds: Math.floor(milliseconds / 1_000) };
};

/** The sentences that an answer cites, each with who printed it and when. */
export const sourceLines = ({ citations }: Answer): readonly Line[] => {
  const addresses = addressesOf(citations);
  return bySentence(citations).flatMap(group => {
    const [first] = group;
    if (first === undefined) return [];
    const marks = group.map(({ n }): Run => ({ kind: 'cite', n, url: addresses.get(n) ?? null }));
    const name: Run[] =
      first.title === null ? [] : [text(', “'), text(shortened(first.title, 120)), text('”')];
    const head = [...marks, text(' '), strong(publisherOf(first)), ...name, text(', '), publishedRun(first)];
    const said = markedRuns(first.sentence, group.flatMap(markIn));
    const cite: Run = { kind: 'cite', n: first.n, url: null };
    return [line(head, '', { heads: true }), line([text('“'), ...said, text('” '), cite], '> ')];
  });
};

/** Who printed what a page cites, one small line an article, as far as there is room. */
export const footLines = (
  cited: ReadonlySet<number>,
  { citations }: Answer,
  most: number,
): readonly string[] => {
  const groups = Map.groupBy(
    citations.filter(({ n }) => cited.has(n)),
    ({ article }) => article,
  );
  const lines: string[] = [];
  let length = 0;
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const marks = group.map(({ n }): Run => ({ kind: 'cite', n, url: null }));
    const day = text(`, ${publishedDay(first) ?? 'undated'}`);
    const drawn = `-# ${lineOf([...marks, text(' '), text(publisherOf(first)), day])}`;
    length += drawn.length + 1;
    if (length > most) break;
    lines.push(drawn);
  }
  return lines;
};
