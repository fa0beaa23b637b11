import type { Measure, Result } from './measures.ts';

export interface Row {
  readonly data: string;
  readonly measure: Pick<Measure, 'name' | 'target' | 'unit' | 'good'>;
  /** Null where there was nothing to measure. */
  readonly result: Result | null;
}

const SIGN = { 'at least': '≥', 'at most': '≤' } as const;

const isMet = ({ measure: { good, target }, result }: Row): boolean | null =>
  result === null ? null : good === 'at least' ? result.value >= target : result.value <= target;

const cells = (row: Row): readonly string[] => {
  const { name, target, unit, good } = row.measure;
  const met = isMet(row);
  return [
    row.data,
    name,
    `${SIGN[good]} ${target} ${unit}`.trim(),
    row.result?.shown ?? 'no data',
    met === null ? '–' : met ? 'met' : 'not met',
  ];
};

/** One line a measure, below a head. */
export const renderTable = (rows: readonly Row[]): string => {
  const all = [['data', 'measure', 'target', 'result', ''], ...rows.map(cells)];
  const widths = [0, 1, 2, 3].map(column => Math.max(...all.map(line => line[column]?.length ?? 0)));
  return all
    .map(line =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
