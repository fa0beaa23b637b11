import type { Answer } from '../../core/answer.ts';
import { cutLine } from '../cut.ts';
import { bytesOf, entitiesIn, escapeHtml, htmlLine, shownLength, shownLine } from './html.ts';
import {
  FOOT_BYTES,
  FOOT_CHARACTERS,
  FOOT_ENTITIES,
  MESSAGE_BYTES,
  MESSAGE_CHARACTERS,
  MESSAGE_ENTITIES,
  PIECE_CHARACTERS,
  SPARE_CHARACTERS,
} from './limits.ts';
import { answerLines, footRuns, type Line, sourceLines } from './lines.ts';

/** One message, as HTML and, for when that is refused, as what it shows. */
export interface Message {
  readonly html: string;
  readonly plain: string;
}

interface Drawn extends Message {
  readonly entities: number;
  readonly cited: readonly number[];
  readonly heads: boolean;
  readonly opens: boolean;
}

const BEFORE = { words: '', item: '• ', quote: '' } as const;

/** A line as it is sent; one that is too long in pieces that each keep their citations. */
const drawn = (line: Line): readonly Drawn[] => {
  const { heads, opens } = line;
  if (line.kind === 'table') {
    const plain = line.rows.join('\n');
    return [
      {
        html: `<pre>${line.rows.map(escapeHtml).join('\n')}</pre>`,
        plain,
        entities: 1,
        cited: line.cited,
        heads,
        opens,
      },
    ];
  }
  const isQuote = line.kind === 'quote';
  return cutLine(line.runs, PIECE_CHARACTERS, shownLength).map((runs, i) => {
    const html = `${BEFORE[line.kind]}${htmlLine(runs)}`;
    return {
      html: isQuote ? `<blockquote expandable>${html}</blockquote>` : html,
      plain: `${BEFORE[line.kind]}${shownLine(runs)}`,
      entities: entitiesIn(runs) + (isQuote ? 1 : 0),
      cited: runs.flatMap(run => (run.kind === 'cite' ? [run.n] : [])),
      heads,
      opens: opens && i === 0,
    };
  });
};

const joined = (lines: readonly Drawn[]): Message => {
  const between = (i: number): string => (i === 0 ? '' : lines[i]?.opens === true ? '\n\n' : '\n');
  return {
    html: lines.map(({ html }, i) => between(i) + html).join(''),
    plain: lines.map(({ plain }, i) => between(i) + plain).join(''),
  };
};

/** Characters, entities and bytes, which have each a limit. */
type Sizes = readonly [characters: number, entities: number, bytes: number];

const PAGE: Sizes = [
  MESSAGE_CHARACTERS - FOOT_CHARACTERS - SPARE_CHARACTERS,
  MESSAGE_ENTITIES - FOOT_ENTITIES,
  MESSAGE_BYTES - FOOT_BYTES,
];
const FOOT: Sizes = [FOOT_CHARACTERS, FOOT_ENTITIES, FOOT_BYTES];

/** Two for the blank line that may stand before it. */
const sizesOf = ({ html, plain }: Message, entities: number): Sizes => [
  plain.length + 2,
  entities,
  bytesOf(html) + 2,
];

const sum = (all: readonly Drawn[]): Sizes =>
  all
    .map(each => sizesOf(each, each.entities))
    .reduce<Sizes>((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]], [0, 0, 0]);

const isWithin = (sizes: Sizes, most: Sizes): boolean => sizes.every((size, i) => size <= (most[i] ?? 0));

/** How many lines at the end of a page head what comes next; pages of nothing else would not end. */
const carriedOver = (lines: readonly Drawn[]): number => {
  const heads = lines.toReversed().findIndex(({ heads: isHead }) => !isHead);
  return Math.max(0, heads);
};

const pagesOf = (lines: readonly Line[]): readonly (readonly Drawn[])[] => {
  const pages: Drawn[][] = [[]];
  for (const line of lines.flatMap(drawn)) {
    const page = pages.at(-1) ?? [];
    if (page.length === 0 || isWithin(sum([...page, line]), PAGE)) {
      page.push(line);
      continue;
    }
    const heads = page.slice(page.length - carriedOver(page));
    const moves = isWithin(sum([...heads, line]), PAGE);
    if (moves) page.splice(page.length - heads.length);
    pages.push(moves ? [...heads, line] : [line]);
  }
  return pages;
};

const footOf = (lines: readonly Drawn[], answer: Answer | null, at: number, of: number): Drawn[] => {
  const cited = new Set(lines.flatMap(each => each.cited));
  const foot: Drawn[] = [];
  for (const runs of answer === null ? [] : footRuns(cited, answer)) {
    const opens = foot.length === 0;
    const entities = entitiesIn(runs);
    const line = { html: htmlLine(runs), plain: shownLine(runs), entities, cited: [], heads: false, opens };
    if (!isWithin(sum([...foot, line]), FOOT)) break;
    foot.push(line);
  }
  const number = `page ${at} of ${of}`;
  const last = { html: `<i>${number}</i>`, plain: number, entities: 1, cited: [], heads: false, opens: true };
  return of > 1 ? [...foot, last] : foot;
};

const NOTHING: Message = { html: '\u2014', plain: '\u2014' };

/**
 * Never none, and none of them empty.
 * @param answer whose sources are named at the foot of each; null: none are
 */
const messagesOf = (lines: readonly Line[], answer: Answer | null): readonly Message[] => {
  const pages = pagesOf(lines);
  return pages.map((page, i) => {
    const message = joined([...page, ...footOf(page, answer, i + 1, pages.length)]);
    return message.plain.trim() === '' ? NOTHING : message;
  });
};

/** An answer in messages of which each names the sources of what it cites. */
export const answerMessages = (answer: Answer): readonly Message[] => messagesOf(answerLines(answer), answer);

/** The sentences that an answer cites. */
export const sourceMessages = (answer: Answer): readonly Message[] => messagesOf(sourceLines(answer), null);
