import type { Inline } from '../../core/answer.ts';
import { printable } from '../../core/printable.ts';
import type { Span } from '../../core/span.ts';
import { unknownKind } from '../unknown-kind.ts';
import { ADDRESS_CHARACTERS } from './limits.ts';

/** A stretch of a line. Text is as it is to be read; `cite` and `link` are never cut; `time` is an instant. */
export type Run =
  | { readonly kind: 'text' | 'strong'; readonly text: string }
  | { readonly kind: 'cite'; readonly n: number; readonly url: string | null }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'time'; readonly seconds: number };

/** Signs that mean something wherever they stand, or where a line begins with them, or where they end its number. */
const ACTIVE = /[\\*_~|`[\]()<>@#&:]|(?<=^|\s)[-+](?=\s|#|$)|(?<=\d)\.(?=\s|$)/g;

/** Text of others as Discord shows it letter by letter: a backslash before any sign that it would act on. */
export const escapeMarkdown = (text: string): string => printable(text).replace(ACTIVE, '\\$&');

/** An address in the form that ends neither a link of Discord nor its brackets; null when it is none to be followed. */
export const safeAddress = (url: string): string | null => {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const address = href.replace(
    /[()<>\\*_~|`\s[\]]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return address.length > ADDRESS_CHARACTERS ? null : address;
};

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

/** @param addresses of the citations, by their numbers */
export const contentRuns = (
  content: readonly Inline[],
  addresses: ReadonlyMap<number, string>,
): readonly Run[] =>
  content.map((inline): Run => {
    if (typeof inline === 'string') return { kind: 'text', text: inline };
    switch (inline.kind) {
      case 'strong':
        return inline;
      case 'cite':
        return { kind: 'cite', n: inline.n, url: addresses.get(inline.n) ?? null };
      case 'link': {
        const url = safeAddress(inline.url);
        return url === null ? { kind: 'text', text: inline.text } : { kind: 'link', text: inline.text, url };
      }
      default:
        return unknownKind(inline);
    }
  });

/** A sentence with the marked words strong; marks that overlap or lie outside are taken as far as they go. */
export const markedRuns = (text: string, marks: readonly Span[]): readonly Run[] => {
  const runs: Run[] = [];
  let at = 0;
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(at, mark.start);
    if (mark.end <= start) continue;
    runs.push(
      { kind: 'text', text: text.slice(at, start) },
      { kind: 'strong', text: text.slice(start, mark.end) },
    );
    at = mark.end;
  }
  return [...runs, { kind: 'text', text: text.slice(at) }];
};
