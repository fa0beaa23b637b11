import type { Block, Citation, Inline } from '../core/answer.ts';
import { bySentence, credit } from '../core/credit.ts';
import { NOTICE_LABELS } from '../core/notice.ts';
import { printable } from '../core/printable.ts';

const unknownKind = (value: never): never => {
  throw new Error(`unknown kind: ${JSON.stringify(value)}`);
};

const plainInline = (inline: Inline): string => {
  if (typeof inline === 'string') return inline;
  switch (inline.kind) {
    case 'strong':
      return inline.text;
    case 'cite':
      return `[${inline.n}]`;
    case 'link':
      return inline.text === inline.url ? inline.url : `${inline.text} (${inline.url})`;
    default:
      return unknownKind(inline);
  }
};

const line = (content: readonly Inline[]): string => content.map(plainInline).join('');

const quoted = (text: string): string => `“${text.replace(/\s+/g, ' ').trim()}”`;

const plainBlock = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [line(block.content)];
    case 'list':
      return block.items.map(item => `- ${line(item)}`);
    case 'facts':
      return block.rows.map(row => `${row.label}: ${line(row.content)}`);
    case 'quote':
      return [`${quoted(block.text)} [${block.n}]`];
    case 'notice':
      return [`${NOTICE_LABELS[block.tone]} ${line(block.content)}`];
    case 'file':
      return block.text.split('\n');
    case 'offers':
      return [
        block.title,
        ...block.items.map(({ label, question }) =>
          label === question ? `- ${question}` : `- ${question} (${label})`,
        ),
      ];
    default:
      return unknownKind(block);
  }
};

/** A sentence that a quote block shows already is not printed twice: what of it is cited is. */
const source = (group: readonly Citation[], shown: ReadonlySet<number>): string => {
  const head = `${group.map(({ n }) => `[${n}]`).join('')} ${credit(group)}`;
  const [first] = group;
  if (first === undefined) return head;
  if (!group.some(({ n }) => shown.has(n))) return `${head}: ${quoted(first.sentence)}`;
  const quotes = group.filter(({ quote, sentence }) => quote !== sentence).map(({ quote }) => quoted(quote));
  return quotes.length === 0 ? head : `${head}: ${[...new Set(quotes)].join(', ')}`;
};

/**
 * An answer in plain characters, for its `text`: every block with its [n] in place, then the sources. Blocks stand apart
 * by an empty line; what cannot be printed is left out.
 */
export const plainText = (blocks: readonly Block[], citations: readonly Citation[]): string => {
  const shown = new Set(blocks.flatMap(block => (block.kind === 'quote' ? [block.n] : [])));
  const parts = blocks.map(plainBlock);
  if (citations.length > 0)
    parts.push(['Sources', ...bySentence(citations).map(group => source(group, shown))]);
  return parts.map(lines => lines.map(text => printable(text)).join('\n')).join('\n\n');
};
