import { describe, expect, test } from 'vitest';
import { createProgress } from '../../src/shell/progress.ts';

/** A progress on a terminal of its own, whose clock stands until it is moved. */
const drawn = (total: number | null, columns = 80) => {
  const written: string[] = [];
  let time = 0;
  const progress = createProgress({
    write: text => void written.push(text),
    columns,
    total,
    unit: ['line', 'lines'],
    now: () => time,
  });
  return { progress, written, at: (ms: number) => (time = ms) };
};

const ERASE = '\r\u001b[K';

describe('progress', () => {
  test('of a file tells its share, the lines and the rate', () => {
    const { progress, written, at } = drawn(200);
    at(500);
    progress.received(50);
    progress.lineDone();
    expect(written).toEqual([`${ERASE}[${'='.repeat(6)}${' '.repeat(18)}]  25 %  1 line, 2 a second`]);
  });

  test('of a pipe tells no share', () => {
    const { progress, written, at } = drawn(null);
    at(1_000);
    progress.received(50);
    progress.lineDone();
    expect(written).toEqual([`${ERASE}1 line, 1 a second`]);
  });

  test('never tells more than the whole, of a file that grows', () => {
    const { progress, written, at } = drawn(10);
    at(1_000);
    progress.received(50);
    progress.lineDone();
    expect(written[0]).toContain('] 100 %  ');
  });

  test('is drawn at most ten times a second', () => {
    const { progress, written, at } = drawn(null);
    for (let ms = 1; ms <= 1_000; ms++) {
      at(ms);
      progress.lineDone();
    }
    expect(written).toHaveLength(10);
    expect(written.at(-1)).toBe(`${ERASE}901 lines, 1,000 a second`);
  });

  test.for([80, 40, 20, 5, 1])('fits %i columns', columns => {
    const { progress, written, at } = drawn(10, columns);
    at(7);
    progress.lineDone();
    expect(written[0]?.slice(ERASE.length).length).toBeLessThan(columns);
  });

  test('leaves its last state on a line of its own', () => {
    const { progress, written, at } = drawn(null);
    progress.lineDone();
    at(50);
    progress.lineDone();
    progress.end();
    expect(written.slice(-2)).toEqual([`${ERASE}2 lines, 40 a second`, '\n']);
  });

  test('makes room once it is drawn, not before', () => {
    const { progress, written } = drawn(null);
    progress.clear();
    expect(written).toEqual([]);
    progress.lineDone();
    progress.clear();
    expect(written.slice(1)).toEqual([ERASE]);
  });
});
