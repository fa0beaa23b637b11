import { printable } from '../../core/printable.ts';
import type { Run } from '../runs.ts';
import { unknownKind } from '../unknown-kind.ts';

/** Signs that mean something wherever they stand, or where a line begins with them, or where they end its number. */
const ACTIVE = /[\\*_~|`[\]()<>@#&:]|(?<=^|\s)[-+](?=\s|#|$)|(?<=\d)\.(?=\s|$)/g;

/** Text of others as Discord shows it letter by letter: a backslash before any sign that it would act on. */
export const escapeMarkdown = (text: string): string => printable(text).replace(ACTIVE, '\\$&');

export const markdownOf = (run: Run): string => {
  switch (run.kind) {
    case 'text':
      return escapeMarkdown(run.text);
    case 'strong':
      return run.text.trim() === '' ? escapeMarkdown(run.text) : `**${escapeMarkdown(run.text)}**`;
    case 'cite':
      return run.url === null ? `\\[${run.n}\\]` : `[\\[${run.n}\\]](<${run.url}>)`;
    case 'link':
      // Words that look like an address make no link in Discord; the address itself does.
      if (run.text.includes('://')) return `<${run.url}>`;
      return run.text.trim() === '' ? '' : `[${escapeMarkdown(run.text)}](<${run.url}>)`;
    case 'time':
      return `<t:${run.seconds}:f>`;
    default:
      return unknownKind(run);
  }
};

/** Runs as one line. Two strong ones that touch are one, or their asterisks would be. */
export const lineOf = (runs: readonly Run[]): string => {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if ((run.kind === 'text' || run.kind === 'strong') && printable(run.text) === '') continue;
    if (last !== undefined && last.kind === run.kind && (run.kind === 'text' || run.kind === 'strong')) {
      const text = last.kind === 'text' || last.kind === 'strong' ? last.text : '';
      joined[joined.length - 1] = { kind: run.kind, text: text + run.text };
    } else joined.push(run);
  }
  return joined.map(markdownOf).join('');
};
