import type { Surroundings } from './surroundings.ts';

/** How far a long reading has come, told on one line of a terminal that is drawn again and again. */
export interface Progress {
  readonly received: (amount: number) => void;
  readonly lineDone: () => void;
  /** Takes the line away, so that something else can be written there. */
  readonly clear: () => void;
  /** Leaves the last state standing. */
  readonly end: () => void;
}

const noProgress: Progress = {
  received: () => {},
  lineDone: () => {},
  clear: () => {},
  end: () => {},
};

export interface ProgressPlace {
  readonly write: (text: string) => void;
  readonly columns: number;
  /** How much there is in all, in what `received` counts; null where that is not known, as in a pipe. */
  readonly total: number | null;
  /** What is counted: one of them, and several. */
  readonly unit: readonly [one: string, many: string];
  /** Milliseconds, from any start. */
  readonly now: () => number;
}

const REDRAW_MS = 100;
const BAR = 24;
/** To the start of the line, and erase it. */
const ERASE = '\r\u001b[K';

const grouped = (count: number): string => count.toLocaleString('en');

const bar = (share: number): string =>
  `[${'='.repeat(Math.floor(share * BAR)).padEnd(BAR)}] ${String(Math.floor(share * 100)).padStart(3)} %  `;

/** Draws at most ten times a second, and only when something happens: there is no timer to stop. */
export const createProgress = ({ write, columns, total, unit, now }: ProgressPlace): Progress => {
  const began = now();
  let bytes = 0;
  let lines = 0;
  let drawn: number | null = null;
  const state = (): string => {
    const seconds = (now() - began) / 1_000;
    const rate = seconds > 0 ? `, ${grouped(Math.round(lines / seconds))} a second` : '';
    const count = `${grouped(lines)} ${unit[lines === 1 ? 0 : 1]}${rate}`;
    const share = total === null || total === 0 ? null : Math.min(1, bytes / total);
    const whole = share === null ? count : bar(share) + count;
    // A full line would wrap, and then it could not be erased.
    return (whole.length < columns ? whole : count).slice(0, Math.max(0, columns - 1));
  };
  const draw = (): void => {
    write(ERASE + state());
    drawn = now();
  };
  return {
    received: count => {
      bytes += count;
    },
    lineDone: () => {
      lines += 1;
      if (drawn === null || now() - drawn >= REDRAW_MS) draw();
    },
    clear: () => {
      if (drawn !== null) write(ERASE);
    },
    end: () => {
      draw();
      write('\n');
    },
  };
};

/** Terminals that do not know their size say 0. */
const DEFAULT_COLUMNS = 80;

/** A progress where somebody watches a terminal that can erase a line; none elsewhere. */
export const progressOn = (
  stderr: Surroundings['stderr'],
  capable: boolean,
  what: Pick<ProgressPlace, 'total' | 'unit'>,
): Progress =>
  stderr.isTTY === true && capable
    ? createProgress({
        ...what,
        write: text => void stderr.write(text),
        columns: stderr.columns || DEFAULT_COLUMNS,
        now: () => performance.now(),
      })
    : noProgress;
