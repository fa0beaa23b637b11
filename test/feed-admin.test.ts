import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../src/core/clock.ts';
import { createFeedAdmin } from '../src/feed-admin.ts';
import type { FeedAdmin } from '../src/query/intake.ts';
import type { Store } from '../src/store/ports.ts';
import { openStore } from '../src/store/sqlite.ts';
import { startFaults } from './servers/faults.ts';
import { loopbackFetching } from './servers/fetching.ts';
import { saved } from './store/keep.ts';
import { temporaryFolder } from './temporary-folder.ts';

const open = (file: string): Store => {
  const opened = openStore(file);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
};

const adminOf = (store: Store, database: string | null): FeedAdmin =>
  createFeedAdmin({
    store,
    settings: { database },
    fetching: loopbackFetching,
    read: article => ({ article, sentences: [], figures: [], reports: [] }),
    clock: systemClock('UTC'),
  });

const FEED = '<rss version="2.0"><channel><title>Made up</title></channel></rss>';

describe('feeds are changed by', () => {
  test('nobody while all is in memory: it would be gone tomorrow', async () => {
    const admin = adminOf(open(':memory:'), null);
    const line = 'set SITREP_DB to a file first';
    for (const done of [
      await admin.add('https://example.org/', null, 'x'),
      admin.pause('https://example.org/', 'x'),
    ])
      expect(done.ok ? '' : done.error.message).toContain(line);
  });

  test('nobody while another process writes, and that one is named', async () => {
    const server = await startFaults();
    server.serve('/feed', FEED);
    const file = join(temporaryFolder(), 'archive.db');
    const writer = open(file);
    const now = new Date().toISOString();
    saved(writer.lease.take({ name: 'another bot', pid: 1, host: 'elsewhere' }, now, 60));
    const added = await adminOf(open(file), file).add(server.url('/feed'), null, 'x');
    expect(added.ok ? '' : added.error.message).toContain(
      'is written by another bot (process 1 on elsewhere)',
    );
    await server.close();
  });

  test('who writes already, and goes on writing', async () => {
    const server = await startFaults();
    server.serve('/feed', FEED);
    const file = join(temporaryFolder(), 'archive.db');
    const store = open(file);
    saved(store.lease.take({ name: 'a bot', pid: 1, host: 'here' }, new Date().toISOString(), 60));
    const admin = adminOf(store, file);
    expect(await admin.add(server.url('/feed'), null, 'x')).toMatchObject({ ok: true });
    expect(admin.pause(server.url('/feed'), 'x')).toEqual({ ok: true, value: true });
    expect(store.lease.renew(new Date().toISOString(), 60).ok).toBe(true);
    await server.close();
  });

  test('who takes the lease for it, and gives it back', () => {
    const file = join(temporaryFolder(), 'archive.db');
    const store = open(file);
    expect(adminOf(store, file).resume('https://example.org/')).toEqual({ ok: true, value: false });
    expect(store.lease.renew(new Date().toISOString(), 60).ok).toBe(false);
  });
});
