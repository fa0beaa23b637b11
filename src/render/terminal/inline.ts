import type { Inline } from '../../core/answer.ts';
import { printable } from '../../core/printable.ts';
import type { Span } from '../../core/span.ts';
import { unknownKind } from '../unknown-kind.ts';
import { isSafeUrl, type Paint, type Run, type Style } from './style.ts';

export const run = (text: string, style: Style = 'plain', url?: string | null): Run =>
  url === undefined || url === null
    ? { text: printable(text), style }
    : { text: printable(text), style, url };

/** Where links cannot be followed, their address stands behind them. */
const link = (text: string, url: string, how: Paint): readonly Run[] => {
  if (!isSafeUrl(url)) return [run(text)];
  return how.links || text === url ? [run(text, 'plain', url)] : [run(`${text} (${url})`)];
};

const inlineRuns = (inline: Inline, how: Paint): readonly Run[] => {
  if (typeof inline === 'string') return [run(inline)];
  switch (inline.kind) {
    case 'strong':
      return [run(inline.text, 'strong')];
    case 'cite':
      return [run(`[${inline.n}]`, 'cite')];
    case 'link':
      return link(inline.text, inline.url, how);
    default:
      return unknownKind(inline);
  }
};

export const contentRuns = (content: readonly Inline[], how: Paint): readonly Run[] =>
  content.flatMap(inline => inlineRuns(inline, how));

/** A sentence with its marks shown; marks that overlap or lie outside are taken as far as they go. */
export const markedRuns = (text: string, marks: readonly Span[]): readonly Run[] => {
  const runs: Run[] = [];
  let at = 0;
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(at, mark.start);
    if (mark.end <= start) continue;
    runs.push(run(text.slice(at, start)), run(text.slice(start, mark.end), 'mark'));
    at = mark.end;
  }
  runs.push(run(text.slice(at)));
  return runs;
};
