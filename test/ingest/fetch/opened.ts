import { onTestFinished } from 'vitest';
import { type Clock, clockAt } from '../../../src/core/clock.ts';
import { createFetcher, type Fetcher, type FetcherOptions } from '../../../src/ingest/fetch/fetcher.ts';
import { type FaultServer, startFaults } from '../../servers/faults.ts';

/** A minute before the date that the servers of the tests name. */
export const NOW = '2025-03-01T09:59:00Z';

const still = (iso: string): Clock => {
  const clock = clockAt(iso);
  if (clock === null) throw new Error(`${iso} is no time`);
  return clock;
};

/** A clock that moves only when somebody waits, or when told. */
export const movableClock = () => {
  let now = Date.parse(NOW);
  const waits: number[] = [];
  return {
    clock: { ...still(NOW), now: () => new Date(now) },
    /** What was waited for, in milliseconds. */
    waits,
    pause: async (milliseconds: number): Promise<void> => {
      waits.push(milliseconds);
      now += milliseconds;
    },
    move: (milliseconds: number): void => {
      now += milliseconds;
    },
  };
};

/** A fetcher that may speak to servers of the test, closed when the test ends. */
export const openFetcher = (options: Partial<FetcherOptions> = {}): Fetcher => {
  const fetcher = createFetcher({
    version: '1.2.3',
    contact: 'https://example.org/bot',
    clock: still(NOW),
    guard: 'open-loopback',
    ...options,
  });
  onTestFinished(() => fetcher.close());
  return fetcher;
};

/** A server of its own for one test, closed when the test ends. */
export const openFaults = async (): Promise<FaultServer> => {
  const server = await startFaults();
  onTestFinished(() => server.close());
  return server;
};
