import { systemClock } from '../../src/core/clock.ts';
import { createFetcher } from '../../src/ingest/fetch/fetcher.ts';
import { createSharedFetcher } from '../../src/shared-fetcher.ts';

/** A fetcher that may speak to servers on this machine. */
export const loopbackFetching = createSharedFetcher(async () =>
  createFetcher({ version: '0', contact: null, clock: systemClock('UTC'), guard: 'open-loopback' }),
);
