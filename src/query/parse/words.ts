import { fold } from '../../core/fold.ts';
import type { Span } from '../../core/span.ts';

/** A word of a question. */
export interface Word {
  readonly typed: string;
  /** For comparing; a possessive 's is dropped. */
  readonly folded: string;
  readonly span: Span;
}

/** Cuts a question into words; hyphens, dots and signs part them. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu)].flatMap(match => {
    const typed = match[0];
    const folded = fold(typed.replace(/['’ʼ]s$/i, ''));
    return folded === ''
      ? []
      : [{ typed, folded, span: { start: match.index, end: match.index + typed.length } }];
  });
