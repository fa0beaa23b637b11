import stringWidth from 'string-width';
import type { Run } from './style.ts';

/** What stands together on a line: pieces with no blank between them, and the blank before. */
interface Word {
  readonly blank: Run | null;
  readonly pieces: readonly Run[];
  readonly width: number;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns that the runs take in a terminal. */
export const columns = (runs: readonly Run[]): number =>
  runs.reduce((sum, run) => sum + stringWidth(run.text), 0);

/**
 * Scripts that are written without blanks may break between any two of their signs, which are two columns wide; words of
 * letters, addresses and ids stay whole, so that they can be copied.
 */
const breakWide = (run: Run): readonly Run[] => {
  const pieces: string[] = [];
  let wideBefore = true;
  for (const { segment } of graphemes.segment(run.text)) {
    const wide = stringWidth(segment) > 1;
    if (wide || wideBefore || pieces.length === 0) pieces.push(segment);
    else pieces.push(`${pieces.pop()}${segment}`);
    wideBefore = wide;
  }
  return pieces.map(text => ({ ...run, text }));
};

const words = (runs: readonly Run[]): readonly Word[] => {
  const found: Word[] = [];
  let blank: Run | null = null;
  let pieces: Run[] = [];
  const end = (next: Run | null): void => {
    if (pieces.length > 0) {
      found.push({ blank, pieces, width: columns(pieces) });
      blank = null;
      pieces = [];
    }
    blank ??= next;
  };
  for (const run of runs) {
    for (const text of run.text.split(/( +)/)) {
      if (text.startsWith(' ')) end({ ...run, text: ' ' });
      else if (text !== '') pieces.push({ ...run, text });
    }
  }
  end(null);
  return found;
};

const fitting = (word: Word, room: number): readonly Word[] =>
  word.width <= room
    ? [word]
    : word.pieces.flatMap(breakWide).map((piece, i) => ({
        blank: i === 0 ? word.blank : null,
        pieces: [piece],
        width: columns([piece]),
      }));

/** Neighbours of one style and target as one run. */
const joined = (runs: readonly Run[]): readonly Run[] => {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last !== undefined && last.style === run.style && last.url === run.url)
      result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
};

/**
 * Runs as lines of at most `width` columns. The first line begins with `prefix`, the others with as many blanks. Only a
 * word that is wider than the room beside the prefix sticks out.
 */
export const wrap = (
  runs: readonly Run[],
  width: number,
  prefix: readonly Run[] = [],
): readonly (readonly Run[])[] => {
  const hang = columns(prefix);
  const indent: readonly Run[] = hang === 0 ? [] : [{ text: ' '.repeat(hang), style: 'plain' }];
  const lines: (readonly Run[])[] = [];
  let line: Run[] = [...prefix];
  let used = hang;
  let empty = true;
  for (const word of words(runs).flatMap(whole => fitting(whole, width - hang))) {
    const blank = empty ? 0 : word.blank === null ? 0 : 1;
    if (!empty && used + blank + word.width > width) {
      lines.push(joined(line));
      line = [...indent];
      used = hang;
      empty = true;
    }
    if (!empty && word.blank !== null) {
      line.push(word.blank);
      used += 1;
    }
    line.push(...word.pieces);
    used += word.width;
    empty = false;
  }
  lines.push(joined(line));
  return lines;
};
