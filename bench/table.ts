import { cpus, totalmem } from 'node:os';

/** How long something took, in milliseconds, over some runs. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly slowest: number;
  readonly runs: number;
}

export const timesOf = (milliseconds: readonly number[]): Times => {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), slowest: at(1), runs: sorted.length };
};

/** "0.42 ms", "14 ms", "1.06 s" */
export const shownTime = (milliseconds: number | null): string => {
  if (milliseconds === null || Number.isNaN(milliseconds)) return '–';
  if (milliseconds >= 1_000) return `${(milliseconds / 1_000).toFixed(2)} s`;
  return `${milliseconds.toFixed(milliseconds >= 100 ? 0 : milliseconds >= 10 ? 1 : 2)} ms`;
};

export const shownMegabytes = (bytes: number | null): string =>
  bytes === null ? '–' : `${(bytes / 1e6).toFixed(0)} MB`;

/**
 * How a measure grows with the corpus: the power of its size between two sizes. 0 does not grow, 1 grows as the corpus
 * does, 2 by its square.
 */
export const slope = (
  small: { readonly size: number; readonly value: number },
  large: { readonly size: number; readonly value: number },
): number => Math.log(large.value / small.value) / Math.log(large.size / small.size);

/** "Node v26.10.0, 2 × AMD EPYC, 24 GB" */
export const machine = (): string =>
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${(totalmem() / 1e9).toFixed(0)} GB`;

/** A table in Markdown, padded so that it reads well in a terminal too; the first column to the left, the others right. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((cell, i) => Math.max(3, cell.length, ...rows.map(row => (row[i] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, i) => (i === 0 ? (cells[i] ?? '').padEnd(width) : (cells[i] ?? '').padStart(width))).join(' | ')} |`;
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
};
