import { expect, test } from 'vitest';
import { createLog } from '../../../src/platform/common/log.ts';
import { Fatal, type Pauses, supervise } from '../../../src/platform/common/supervise.ts';

const PAUSES: Pauses = { first: 4, most: 16, steady: 60_000 };

const logged = () => {
  const lines: { readonly milliseconds?: number }[] = [];
  return {
    lines,
    log: createLog(
      'info',
      text => text,
      line => lines.push(JSON.parse(line)),
    ),
  };
};

const pausesOf = (lines: readonly { readonly milliseconds?: number }[]): number[] =>
  lines.flatMap(({ milliseconds }) => (milliseconds === undefined ? [] : [milliseconds]));

test('starts again after pauses that grow to a limit, and ends well when it is stopped', async () => {
  const { lines, log } = logged();
  const stop = new AbortController();
  let lives = 0;
  const run = async (): Promise<void> => {
    lives += 1;
    if (lives === 6) stop.abort();
    throw new Error('cut off');
  };
  const parts = { name: 'made up', run, log, now: () => 0, chance: () => 0, pauses: PAUSES };
  expect(await supervise(parts, stop.signal)).toEqual({ ok: true, value: null });
  expect(pausesOf(lines)).toEqual([2, 4, 8, 8, 8]);
});

test('pauses begin anew after a life that was long, not after one that was short', async () => {
  const { lines, log } = logged();
  const stop = new AbortController();
  let [time, lives] = [0, 0];
  const run = async (_: AbortSignal, up: () => void): Promise<void> => {
    up();
    lives += 1;
    if (lives === 5) stop.abort();
    if (lives === 4) time += PAUSES.steady;
  };
  await supervise(
    { name: 'made up', run, log, now: () => time, chance: () => 0, pauses: PAUSES },
    stop.signal,
  );
  expect(pausesOf(lines)).toEqual([2, 4, 8, 2]);
});

test('chance lengthens a pause by at most its half', async () => {
  const { lines, log } = logged();
  const stop = new AbortController();
  const run = async (): Promise<void> => {
    if (pausesOf(lines).length === 1) stop.abort();
  };
  const chance = (): number => 0.999;
  await supervise({ name: 'made up', run, log, now: () => 0, chance, pauses: PAUSES }, stop.signal);
  expect(pausesOf(lines)).toEqual([4]);
});

test('what no restart mends ends it with its line', async () => {
  const run = async (): Promise<void> => {
    throw new Fatal('The token was refused.');
  };
  const { log, lines } = logged();
  const parts = { name: 'made up', run, log, now: () => 0, chance: () => 0 };
  expect(await supervise(parts, new AbortController().signal)).toEqual({
    ok: false,
    error: { fault: 'input', message: 'The token was refused.' },
  });
  expect(lines).toEqual([]);
});

test('a stop ends the pause', async () => {
  const stop = new AbortController();
  const log = createLog(
    'info',
    text => text,
    line => {
      if (line.includes('after a pause')) stop.abort();
    },
  );
  const pauses = { first: 1e9, most: 1e9, steady: 1 };
  const run = async (): Promise<void> => undefined;
  const parts = { name: 'made up', run, log, now: () => 0, chance: () => 0, pauses };
  expect(await supervise(parts, stop.signal)).toMatchObject({ ok: true });
});
