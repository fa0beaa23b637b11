import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaultServer, startFaults } from '../servers/faults.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { answerOf, sitrep } from './run-sitrep.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaults();
});
afterAll(() => server.close());

/** Made up. */
const PAGE = `<html><head><title>Attack near Zhob</title></head><body><article><h1>Attack near Zhob</h1><p>${[
  'ZHOB: Four traders were killed in a bombing in Zhob on 3 March 2025, police said.',
  'The road was closed for some hours, and then it was opened again for the traffic of the town.',
  'It was the first such attack in the district in weeks, the police added in their statement.',
].join('</p><p>')}</p></article></body></html>`;

test('a feed is tested, followed, shown in /status and exported by the shipped program', async () => {
  server.serve('/zhob', PAGE);
  const item = `<item><title>Attack near Zhob</title><link>${server.url('/zhob')}</link></item>`;
  server.serve(
    '/feed.xml',
    `<rss version="2.0"><channel><title>Made-up Times</title>${item}</channel></rss>`,
  );
  const url = server.url('/feed.xml');
  const environment = {
    SITREP_DB: join(temporaryFolder(), 'archive.db'),
    SITREP_ALLOW_LOOPBACK: 'tests',
  };
  const ask = async (question: string) =>
    answerOf(await sitrep(['ask', '--json', question], { environment }));

  const tested = await ask(`/feed test ${url}`);
  expect(tested.text).toContain('4 traders killed');
  expect(tested.text).toContain(
    '“ZHOB: Four traders were killed in a bombing in Zhob on 3 March 2025, police said.”',
  );
  expect((await ask('/feed list')).text).toContain('No feed is followed yet.');

  expect((await ask(`feed add ${url}`)).text).toContain('Made-up Times is followed from now on');
  expect((await ask('/status')).text).toContain(
    `Made-up Times · waits for its first fetch · next run due · ${url}`,
  );

  const exported = await sitrep(['export', '--format', 'opml'], { environment });
  expect([exported.code, exported.stderr]).toEqual([0, '']);
  expect(exported.stdout).toContain(`text="Made-up Times" type="rss" xmlUrl="${url}"`);
});

test('nobody but this machine is let in without the switch for tests', async () => {
  const environment = { SITREP_DB: join(temporaryFolder(), 'archive.db') };
  const question = `/feed add ${server.url('/feed.xml')}`;
  const { refused, text } = answerOf(await sitrep(['ask', '--json', question], { environment }));
  expect(refused).toBe(true);
  expect(text).toContain('and this is port');
});
