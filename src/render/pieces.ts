import type { Citation } from '../core/answer.ts';
import { printable } from '../core/printable.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A letter under a heap of accents is no letter: beyond this it is cut between its code points. */
const LONGEST_LETTER = 64;

const letters = (text: string): string[] =>
  [...graphemes.segment(text)].flatMap(({ segment }) =>
    segment.length > LONGEST_LETTER ? [...segment] : [segment],
  );

/**
 * Text in pieces whose length, as `measure` has it, is at most `most`; cut at blanks where there are some, and never
 * inside what is read as one letter.
 */
export const piecesOf = (
  text: string,
  most: number,
  measure: (text: string) => number,
): readonly string[] => {
  const pieces: string[] = [];
  let [piece, length, blank] = ['', 0, 0];
  for (const letter of letters(printable(text))) {
    const more = measure(letter);
    if (piece !== '' && length + more > most) {
      const at = blank > piece.length / 2 ? blank : piece.length;
      pieces.push(piece.slice(0, at));
      piece = piece.slice(at);
      length = measure(piece);
      blank = 0;
    }
    piece += letter;
    length += more;
    // A blank that carries an accent is a letter.
    if (letter === ' ') blank = piece.length;
  }
  return piece === '' ? pieces : [...pieces, piece];
};

/** The beginning of a text, with an ellipsis where it goes on. */
export const shortened = (text: string, most: number): string => {
  const clean = printable(text).trim();
  if (clean.length <= most) return clean;
  return `${piecesOf(clean, most - 1, piece => piece.length)[0] ?? ''}…`;
};

const PUBLISHER_CHARACTERS = 60;

/** Who prints it, short enough for a line. */
export const publisherOf = ({ publisher }: Citation): string =>
  shortened(publisher ?? 'publisher unknown', PUBLISHER_CHARACTERS) || 'publisher unknown';
