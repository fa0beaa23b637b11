import type { Citation, Inline } from '../core/answer.ts';
import type { Span } from '../core/span.ts';
import { unknownKind } from './unknown-kind.ts';

/** A stretch of a line. Text is as it is to be read; `cite` and `link` are never cut; `time` is an instant. */
export type Run =
  | { readonly kind: 'text' | 'strong'; readonly text: string }
  | { readonly kind: 'cite'; readonly n: number; readonly url: string | null }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'time'; readonly seconds: number };

/** Addresses that are longer are not linked: a page would hold little else. */
const ADDRESS_CHARACTERS = 300;

/** An address in the form that ends neither a link of Discord or Telegram nor its brackets; null when it is none to be followed. */
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

/** Of citations, by their numbers. */
export type Addresses = ReadonlyMap<number, string>;

export const addressesOf = (citations: readonly Citation[]): Addresses =>
  new Map(
    citations.flatMap(({ n, url }) => {
      const address = url === null ? null : safeAddress(url);
      return address === null ? [] : [[n, address]];
    }),
  );

export const contentRuns = (content: readonly Inline[], addresses: Addresses): readonly Run[] =>
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

/** The words of a figure in its sentence; none where they are the whole of it. */
export const markIn = ({ sentence, quote }: Citation): readonly Span[] => {
  const at = sentence.indexOf(quote);
  return at < 0 || quote === sentence ? [] : [{ start: at, end: at + quote.length }];
};
