import { printable } from '../../core/printable.ts';
import { lineOf, markdownOf, type Run } from './markdown.ts';

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
const piecesOf = (text: string, most: number, measure: (text: string) => number): readonly string[] => {
  const pieces: string[] = [];
  let [piece, length] = ['', 0];
  for (const letter of letters(printable(text))) {
    const more = measure(letter);
    if (piece !== '' && length + more > most) {
      const blank = piece.lastIndexOf(' ') + 1;
      const at = blank > piece.length / 2 ? blank : piece.length;
      pieces.push(piece.slice(0, at));
      piece = piece.slice(at);
      length = measure(piece);
    }
    piece += letter;
    length += more;
  }
  return piece === '' ? pieces : [...pieces, piece];
};

/** The beginning of a text, with an ellipsis where it goes on. */
export const shortened = (text: string, most: number): string => {
  const clean = printable(text).trim();
  if (clean.length <= most) return clean;
  return `${piecesOf(clean, most - 1, piece => piece.length)[0] ?? ''}…`;
};

/** Escapes may be more in a text than in its letters, never more than one a sign. */
const longest = (text: string): number => 2 * text.length;

type Cite = Extract<Run, { kind: 'cite' }>;

/** What is said, with the citations right behind it. */
interface Segment {
  readonly said: readonly Run[];
  readonly cites: readonly Cite[];
}

const segmentsOf = (runs: readonly Run[]): readonly Segment[] => {
  const segments: { said: Run[]; cites: Cite[] }[] = [];
  for (const run of runs) {
    const last = segments.at(-1);
    const blank = run.kind === 'text' && printable(run.text).trim() === '';
    if (run.kind === 'cite' && last !== undefined) last.cites.push(run);
    else if (last !== undefined && (last.cites.length === 0 || blank)) last.said.push(run);
    else segments.push(run.kind === 'cite' ? { said: [], cites: [run] } : { said: [run], cites: [] });
  }
  return segments;
};

const cutRun = (run: Run, most: number): readonly Run[] => {
  switch (run.kind) {
    case 'text':
    case 'strong':
      return piecesOf(run.text, most - 4, longest).map(text => ({ kind: run.kind, text }));
    case 'link':
      return [{ ...run, text: shortened(run.text, most / 4) }];
    default:
      return [run];
  }
};

/** Packs runs into lines of at most `most` characters. */
const packed = (runs: readonly Run[], most: number): readonly (readonly Run[])[] => {
  const lines: Run[][] = [];
  let length = 0;
  for (const run of runs) {
    const more = markdownOf(run).length;
    const line = lines.at(-1);
    if (line === undefined || length + more > most) {
      lines.push([run]);
      length = more;
    } else {
      line.push(run);
      length += more;
    }
  }
  return lines;
};

/** A segment longer than a piece: each of its pieces carries all its citations, unlinked where they are too many. */
const cutSegment = ({ said, cites }: Segment, most: number): readonly (readonly Run[])[] => {
  const linked = lineOf(cites).length <= most / 2;
  const marks = linked ? cites : cites.map(({ n }): Cite => ({ kind: 'cite', n, url: null }));
  const kept = marks.slice(0, Math.floor(most / 2 / 12));
  const tail: readonly Run[] = linked ? marks : kept;
  const room = most - lineOf(tail).length - 3;
  const lines = packed(
    said.flatMap(run => cutRun(run, room)),
    room,
  );
  if (lines.length === 0) return [tail];
  return lines.map((line, i) => [
    ...line,
    ...(i < lines.length - 1 ? [{ kind: 'text', text: '… ' } as const] : []),
    ...tail,
  ]);
};

/**
 * A line in pieces of at most `most` characters of markdown. It is cut behind citations; where what one citation stands
 * for is itself too long, each piece of it carries the citation again: no figure stands apart from where it comes from.
 */
export const cutLine = (runs: readonly Run[], most: number): readonly (readonly Run[])[] => {
  if (lineOf(runs).length <= most) return [runs];
  const pieces: Run[][] = [];
  let length = 0;
  for (const segment of segmentsOf(runs)) {
    const whole = [...segment.said, ...segment.cites];
    const more = whole.reduce((sum, run) => sum + markdownOf(run).length, 0);
    const piece = pieces.at(-1);
    if (more > most) {
      pieces.push(...cutSegment(segment, most).map(line => [...line]), []);
      length = 0;
    } else if (piece === undefined || length + more > most) {
      pieces.push(whole);
      length = more;
    } else {
      piece.push(...whole);
      length += more;
    }
  }
  return pieces.filter(piece => piece.length > 0);
};
