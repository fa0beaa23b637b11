import type { Answer, Block } from '../../core/answer.ts';
import { NOTICE_LABELS } from '../../core/notice.ts';
import { type Addresses, addressesOf, contentRuns, markedRuns, type Run } from '../runs.ts';
import { unknownKind } from '../unknown-kind.ts';
import { escapeHtml, htmlLine } from './html.ts';
import { RICH_CHARACTERS } from './limits.ts';
import { footRuns } from './lines.ts';

const strong = (words: string): string => htmlLine([{ kind: 'strong', text: words }]);

const blockHtml = (block: Block, addresses: Addresses): string => {
  const words = (content: Parameters<typeof contentRuns>[0]): string =>
    htmlLine(contentRuns(content, addresses));
  switch (block.kind) {
    case 'heading':
      return block.text.trim() === ''
        ? ''
        : `<h${block.level + 1}>${escapeHtml(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p>${words(block.content)}</p>`;
    case 'list':
      return block.items.length === 0
        ? ''
        : `<ul>${block.items.map(item => `<li>${words(item)}</li>`).join('')}</ul>`;
    case 'facts':
      return block.rows.length === 0
        ? ''
        : `<table>${block.rows
            .map(({ label, content }) => `<tr><th>${escapeHtml(label)}</th><td>${words(content)}</td></tr>`)
            .join('')}</table>`;
    case 'quote': {
      const mark: Run = { kind: 'cite', n: block.n, url: addresses.get(block.n) ?? null };
      const said = htmlLine([...markedRuns(block.text, block.marks), { kind: 'text', text: ' ' }, mark]);
      return `<blockquote>${said}</blockquote>`;
    }
    case 'notice':
      return `<p>${strong(NOTICE_LABELS[block.tone])} ${words(block.content)}</p>`;
    case 'file':
      return `<p>File: ${strong(block.name)}</p>`;
    case 'offers':
      return '';
    default:
      return unknownKind(block);
  }
};

/** An answer as one rich message (Bot API 10.1); null when it is too long for one. */
export const richAnswer = (answer: Answer): string | null => {
  const addresses = addressesOf(answer.citations);
  const [first] = answer.blocks;
  const titled = answer.refused || (first?.kind === 'heading' && first.text === answer.title);
  const title = titled || answer.title.trim() === '' ? '' : `<h2>${escapeHtml(answer.title)}</h2>`;
  const foot = footRuns(new Set(answer.citations.map(({ n }) => n)), answer).map(htmlLine);
  const html = [
    title,
    ...answer.blocks.map(block => blockHtml(block, addresses)),
    foot.length === 0 ? '' : `<footer>${foot.join('<br>')}</footer>`,
  ].join('');
  return html.length > RICH_CHARACTERS || html === '' ? null : html;
};
