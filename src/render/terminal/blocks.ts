import type { Block, Citation, NoticeTone } from '../../core/answer.ts';
import { bySentence, credit } from '../../core/credit.ts';
import { NOTICE_LABELS } from '../../core/notice.ts';
import type { Span } from '../../core/span.ts';
import { unknownKind } from '../unknown-kind.ts';
import { contentRuns, markedRuns, run } from './inline.ts';
import type { Paint, Run, Style } from './style.ts';
import { columns, wrap } from './wrap.ts';

export interface Page extends Paint {
  /** Columns a line may take. */
  readonly width: number;
}

export type Line = readonly Run[];

const TONE_STYLES: Readonly<Record<NoticeTone, Style>> = {
  agree: 'good',
  check: 'good',
  revision: 'bad',
  disagree: 'bad',
  'not-comparable': 'bad',
  warning: 'bad',
  info: 'faint',
};

const GAP = '  ';

/** Columns that the numbers of the sources may take before they push their own line alone. */
const MOST_MARKS = 12;

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - columns([run(text)])));

type FactRows = Extract<Block, { kind: 'facts' }>['rows'];

/** Two columns; a label wider than a third of the page has a line of its own. */
const factLines = (rows: FactRows, page: Page): readonly Line[] => {
  const limit = Math.floor(page.width / 3);
  const widths = rows.map(row => columns([run(row.label)]));
  const column = Math.max(0, ...widths.filter(width => width <= limit));
  return rows.flatMap((row, i) => {
    const content = contentRuns(row.content, page);
    return (widths[i] ?? 0) <= limit
      ? wrap(content, page.width, [run(padded(row.label, column), 'faint'), run(GAP)])
      : [...wrap([run(row.label, 'faint')], page.width), ...wrap(content, page.width, [run(GAP)])];
  });
};

const quoteLines = (runs: readonly Run[], page: Page, indent: string): readonly Line[] =>
  wrap(runs, page.width, [run(indent)]);

const offerRuns = (label: string, question: string): readonly Run[] =>
  label === question
    ? [run(question, 'strong')]
    : [run(question, 'strong'), run('  '), run(`(${label})`, 'faint')];

export const blockLines = (block: Block, page: Page): readonly Line[] => {
  switch (block.kind) {
    case 'heading':
      return wrap([run(block.text, block.level === 1 ? 'heading' : 'strong')], page.width);
    case 'paragraph':
      return wrap(contentRuns(block.content, page), page.width);
    case 'list':
      return block.items.flatMap(item => wrap(contentRuns(item, page), page.width, [run('• ')]));
    case 'facts':
      return factLines(block.rows, page);
    case 'quote':
      return quoteLines(
        [run('“'), ...markedRuns(block.text, block.marks), run('” '), run(`[${block.n}]`, 'cite')],
        page,
        GAP,
      );
    case 'notice':
      return wrap(
        [run(`${NOTICE_LABELS[block.tone]} `, TONE_STYLES[block.tone]), ...contentRuns(block.content, page)],
        page.width,
      );
    case 'file':
      // As it is, so that it can be copied: a line that is broken anew may mean something else.
      return block.text.split('\n').map(line => [run(line)]);
    case 'offers':
      return [
        ...wrap([run(block.title, 'strong')], page.width),
        ...block.items.flatMap(({ label, question }) =>
          wrap(offerRuns(label, question), page.width, [run('› ', 'cite')]),
        ),
      ];
    default:
      return unknownKind(block);
  }
};

/** Where a quote stands in its sentence. */
const markIn = ({ sentence, quote }: Citation): readonly Span[] => {
  const at = sentence.indexOf(quote);
  return at < 0 || quote === sentence ? [] : [{ start: at, end: at + quote.length }];
};

/** The words of one sentence that are cited: in their sentence, unless a quote of the answer shows that already. */
const citedRuns = (group: readonly Citation[], shown: boolean): readonly Run[] => {
  if (!shown) return markedRuns(group[0]?.sentence ?? '', group.flatMap(markIn));
  const quotes = group.filter(({ quote, sentence }) => quote !== sentence).map(({ quote }) => quote);
  return quotes.length === 0 ? [] : [run([...new Set(quotes)].join('”, “'))];
};

/** The marks and the credit of what one sentence is cited for, then its words. */
const sourceLines = (
  group: readonly Citation[],
  mark: string,
  shown: boolean,
  page: Page,
): readonly Line[] => {
  const head = wrap([run(credit(group), 'plain', group[0]?.url)], page.width, [run(mark, 'cite'), run(' ')]);
  const words = citedRuns(group, shown);
  if (words.length === 0) return head;
  return [...head, ...quoteLines([run('“'), ...words, run('”')], page, ' '.repeat(columns([run(mark)]) + 1))];
};

export const sourcesLines = (
  citations: readonly Citation[],
  blocks: readonly Block[],
  page: Page,
): readonly Line[] => {
  const shown = new Set(blocks.flatMap(block => (block.kind === 'quote' ? [block.n] : [])));
  const groups = bySentence(citations);
  const marks = groups.map(group => group.map(({ n }) => `[${n}]`).join(''));
  const widest = Math.min(MOST_MARKS, Math.max(0, ...marks.map(mark => mark.length)));
  return [
    [run('Sources', 'strong')],
    ...groups.flatMap((group, i) =>
      sourceLines(
        group,
        padded(marks[i] ?? '', widest),
        group.some(({ n }) => shown.has(n)),
        page,
      ),
    ),
  ];
};
