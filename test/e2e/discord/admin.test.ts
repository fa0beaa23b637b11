import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/store/sqlite.ts';
import { saved, writing } from '../../store/keep.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { openBot, openDiscord, registered, startBot } from './run-bot.ts';

const LONG = { timeout: 120_000 };

const FEEDS = 90;
const feed = (i: number): string => `https://example.org/made-up/${i}?key=secret`;

/** A database with many feeds, none of which is due. */
const withFeeds = () => {
  const file = join(temporaryFolder(), 'bot.db');
  const store = openStore(file);
  if (!store.ok) throw new Error(store.error.message);
  writing(store.value);
  const at = new Date().toISOString();
  for (let i = 0; i < FEEDS; i++)
    saved(
      store.value.feeds.add({
        url: feed(i),
        title: `Made-up ${i}`,
        addedBy: 'made-up',
        at,
        nextRun: '2099-01-01T00:00:00.000Z',
      }),
    );
  saved(store.value.lease.release(at));
  store.value.close();
  return { SITREP_DB: file };
};

test('what an administrator sees is for them alone, and its pages are turned', LONG, async () => {
  const { discord } = await openBot({}, withFeeds);
  const { user } = discord;
  let seen = await user.slash('feed', { action: 'list' });
  const told: string[] = [];
  for (;;) {
    expect(seen.ephemeral).toBe(true);
    told.push(...[...seen.text.matchAll(/made-up\/(\d+)/g)].map(match => match[1] ?? ''));
    const next = seen.buttons.find(({ label }) => label === 'Next');
    if (next === undefined || next.disabled) break;
    seen = await user.click(seen, 'Next');
  }
  expect(new Set(told).size).toBe(FEEDS);

  const open = await user.slash('status');
  expect([open.ephemeral, open.text.includes('key=')]).toEqual([false, false]);
  expect(open.text).toContain('Made');
  const alone = await user.slash('status', { private: true });
  expect([alone.ephemeral, alone.text.includes('process')]).toEqual([true, true]);
  const second = await user.click(alone, 'Next');
  expect(second.text).toContain('key=');
});

test('who is no administrator is told which permission is missing', LONG, async () => {
  const { discord } = await openBot();
  const direct = await discord.user.slash('feed', { action: 'list' }, { direct: true });
  expect(direct.text).toContain('you lack a server to manage');
});

test.for([
  ['components', 1, /\\\[1\\\]/],
  ['an embed', 2, /\\\[1\\\]/],
] as const)(
  'an answer that Discord refuses as %s is sent in a plainer form',
  LONG,
  async ([, refused, words]) => {
    const { discord } = await openBot();
    discord.faults.add({ kind: 'status', status: 400, code: 50035, match: '@original', times: refused });
    const seen = await discord.user.slash('casualties', { period: '2024' });
    expect(seen.text).toMatch(words);
    const bodies = discord.transcript.requests('@original').map(({ body }) => body);
    expect(bodies).toHaveLength(refused + 1);
    const forms = bodies.map(body => JSON.stringify(body));
    expect(forms[0]).toContain('"type":17');
    expect(forms[1]).toContain('"description"');
    if (refused === 2)
      expect(seen.message).toMatchObject({ embeds: [], content: expect.stringMatching(words) });
    const sources = await discord.user.click(seen, 'Sources');
    expect(sources.text).toContain('“');
  },
);

test('a list of feeds comes as a file', LONG, async () => {
  const discord = await openDiscord();
  await registered(discord, startBot(discord, withFeeds()));
  const seen = await discord.user.slash('feed', { action: 'export' });
  expect(seen.message.attachments).toMatchObject([{ filename: 'feeds.opml' }]);
  expect(seen.ephemeral).toBe(true);
});
