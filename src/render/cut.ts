import { printable } from '../core/printable.ts';
import { piecesOf, shortened } from './pieces.ts';
import type { Run } from './runs.ts';

/** How long runs are as a platform counts them. For runs that are cut apart it is never less than for them together. */
export type Measure = (runs: readonly Run[]) => number;

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
const packed = (runs: readonly Run[], most: number, measure: Measure): readonly (readonly Run[])[] => {
  const lines: Run[][] = [];
  let length = 0;
  for (const run of runs) {
    const more = measure([run]);
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
const cutSegment = (
  { said, cites }: Segment,
  most: number,
  measure: Measure,
): readonly (readonly Run[])[] => {
  const linked = measure(cites) <= most / 2;
  const marks = linked ? cites : cites.map(({ n }): Cite => ({ kind: 'cite', n, url: null }));
  const kept = marks.slice(0, Math.floor(most / 2 / 12));
  const tail: readonly Run[] = linked ? marks : kept;
  const room = most - measure(tail) - 3;
  const lines = packed(
    said.flatMap(run => cutRun(run, room)),
    room,
    measure,
  );
  if (lines.length === 0) return [tail];
  return lines.map((line, i) => [
    ...line,
    ...(i < lines.length - 1 ? [{ kind: 'text', text: '… ' } as const] : []),
    ...tail,
  ]);
};

/**
 * A line in pieces of at most `most` characters. It is cut behind citations; where what one citation stands
 * for is itself too long, each piece of it carries the citation again: no figure stands apart from where it comes from.
 */
export const cutLine = (
  runs: readonly Run[],
  most: number,
  measure: Measure,
): readonly (readonly Run[])[] => {
  if (measure(runs) <= most) return [runs];
  const pieces: Run[][] = [];
  let length = 0;
  for (const segment of segmentsOf(runs)) {
    const whole = [...segment.said, ...segment.cites];
    const more = whole.reduce((sum, run) => sum + measure([run]), 0);
    const piece = pieces.at(-1);
    if (more > most) {
      pieces.push(...cutSegment(segment, most, measure).map(line => [...line]), []);
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
