import type { Answer, Block } from '../core/answer.ts';
import { blockLines, type Line, type Page, sourcesLines } from './terminal/blocks.ts';
import { paint } from './terminal/style.ts';

/** Narrower than this nothing reads well; a terminal that is narrower breaks the lines itself. */
export const MIN_WIDTH = 24;

const title = ({ title: text, refused, blocks: [first] }: Answer): readonly Block[] =>
  refused || text === '' || (first?.kind === 'heading' && first.text === text)
    ? []
    : [{ kind: 'heading', text, level: 1 }];

/** What stands close: a heading with what it heads, notices with each other and with the list they speak of. */
const close = (above: Block | undefined, below: Block): boolean =>
  above === undefined ||
  above.kind === 'heading' ||
  (below.kind === 'notice' && (above.kind === 'notice' || above.kind === 'list'));

/**
 * An answer as lines for a terminal, without a line end at the last. Text of others cannot reach the terminal as a
 * command: with colour and links off there is no escape character in it, otherwise only our own.
 */
export const renderTerminal = (answer: Answer, options: Page): string => {
  const page: Page = { ...options, width: Math.max(MIN_WIDTH, options.width) };
  const blocks = [...title(answer), ...answer.blocks];
  const lines: Line[] = blocks.flatMap((block, i) => [
    ...(close(blocks[i - 1], block) ? [] : [[]]),
    ...blockLines(block, page),
  ]);
  if (answer.citations.length > 0) lines.push([], ...sourcesLines(answer.citations, answer.blocks, page));
  return lines
    .map(line =>
      line
        .map(run => paint(run, page))
        .join('')
        .trimEnd(),
    )
    .join('\n');
};
