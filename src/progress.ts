/** How far a long reading has come, told on one line of a terminal that is drawn again and again. */
export interface Progress {
  readonly received: (bytes: number) => void;
  readonly lineDone: () => void;
  /** Takes the line away, so that something else can be written there. */
  readonly clear: () => void;
  /** Leaves the last state standing. */
  readonly end: () => void;
}

export const noProgress: Progress = {
  received: () => {},
  lineDone: () => {},
  clear: () => {},
  end: () => {},
};

export interface ProgressPlace {
  readonly write: (text: string) => void;
  readonly columns: number;
  /** Bytes there are in all; null where that is not known, as in a pipe. */
  readonly total: number | null;
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
export const createProgress = ({ write, columns, total, now }: ProgressPlace): Progress => {
  const began = now();
  let bytes = 0;
  let lines = 0;
  let drawn: number | null = null;
  const state = (): string => {
    const seconds = (now() - began) / 1_000;
    const rate = seconds > 0 ? `, ${grouped(Math.round(lines / seconds))} a second` : '';
    const count = `${grouped(lines)} ${lines === 1 ? 'line' : 'lines'}${rate}`;
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
