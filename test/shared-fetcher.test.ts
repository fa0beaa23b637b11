import { expect, test } from 'vitest';
import { systemClock } from '../src/core/clock.ts';
import { createFetcher } from '../src/ingest/fetch/fetcher.ts';
import { createSharedFetcher } from '../src/shared-fetcher.ts';
import { text } from './servers/faults/handlers.ts';
import { startFaults } from './servers/faults.ts';

const shared = () => {
  const counts = { made: 0, closed: 0 };
  const { use } = createSharedFetcher(async () => {
    counts.made += 1;
    const fetcher = createFetcher({
      version: '0',
      contact: null,
      clock: systemClock('UTC'),
      guard: 'open-loopback',
    });
    return {
      ...fetcher,
      close: async () => {
        counts.closed += 1;
        await fetcher.close();
      },
    };
  });
  return { use, counts };
};

test('one who fetches keeps to the pause that a host asked of another', async () => {
  const server = await startFaults();
  const { use, counts } = shared();
  server.serve('/busy', text('later', { status: 429, headers: { 'retry-after': '600' } }));
  server.serve('/other', 'made up');
  const kinds = await use(async first => {
    const busy = await first.get(server.url('/busy'));
    const other = await use(second => second.get(server.url('/other')));
    return [busy.kind, other.kind];
  });
  expect(kinds).toEqual(['retry-later', 'retry-later']);
  expect(server.requests('/other')).toEqual([]);
  expect(counts).toEqual({ made: 1, closed: 1 });
  await server.close();
});

test('it is closed when the last is done, also with an error, and made anew for the next', async () => {
  const { use, counts } = shared();
  await expect(use(() => Promise.reject(new Error('made up')))).rejects.toThrow('made up');
  expect(counts).toEqual({ made: 1, closed: 1 });
  await Promise.all([use(async () => {}), use(async () => {})]);
  expect(counts).toEqual({ made: 2, closed: 2 });
});
