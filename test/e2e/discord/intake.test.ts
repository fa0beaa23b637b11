import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startFaults } from '../../servers/faults.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { sitrep, startSitrep } from '../run-sitrep.ts';
import { openBot, openDiscord, registered, startBot, until } from './run-bot.ts';

const LONG = { timeout: 180_000 };

/** Made up. */
const page = (town: string): string =>
  `<html><head><title>Attack near ${town}</title></head><body><article><h1>Attack near ${town}</h1><p>${[
    `${town.toUpperCase()}: Four traders were killed in a bombing in ${town} on 3 March 2025, police said.`,
    'The road was closed for some hours, and then it was opened again for the traffic of the town.',
    'It was the first such attack in the district in weeks, the police added in their statement.',
  ].join('</p><p>')}</p></article></body></html>`;

const rss = (...links: readonly string[]): string =>
  `<rss version="2.0"><channel><title>Made-up Times</title>${links
    .map(link => `<item><title>Made-up news</title><link>${link}</link></item>`)
    .join('')}</channel></rss>`;

/** A web server with one feed of one page. */
const openServer = async () => {
  const server = await startFaults();
  onTestFinished(() => server.close());
  server.serve('/zhob', page('Zhob'));
  server.serve('/feed.xml', rss(server.url('/zhob')));
  return server;
};

const folders = () => {
  const folder = temporaryFolder();
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  return {
    SITREP_DB: join(folder, 'bot.db'),
    SITREP_INBOX: inbox,
    SITREP_ALLOW_LOOPBACK: 'tests',
  };
};

test('a bot answers about what came in by a feed and by the inbox while it ran', LONG, async () => {
  const [server, environment] = [await openServer(), folders()];
  const { discord, bot } = await openBot({}, () => environment);
  const { user } = discord;
  expect((await user.slash('incident', { where: 'Zhob' })).text).not.toContain('traders');
  expect((await user.autocomplete('casualties', { place: 'Zh' }))[0]?.name).not.toBe('Zhob');

  const added = await user.slash('feed', { action: 'add', url: server.url('/feed.xml') });
  expect(added.text).toContain('is followed from now on');
  await until('the visit', () => bot.output().includes('/feed.xml: 1 new'));
  const told = await user.slash('incident', { where: 'Zhob' });
  expect(told.text).toMatch(/4 .*\\\[\d+\\\]/);
  const found = (await user.slash('search', { words: 'traders Zhob' })).text;
  expect(found).toContain('**traders** were killed in a bombing');
  expect((await user.autocomplete('casualties', { place: 'Zh' }))[0]?.name).toBe('Zhob');

  writeFileSync(join(environment.SITREP_INBOX, 'loralai.html'), page('Loralai'));
  await until('the file', () => bot.output().includes('loralai.html: taken in'));
  expect((await user.slash('search', { words: 'traders Loralai' })).text).toContain(
    'in **Loralai** on 3 March',
  );
  const status = (await user.slash('status')).text;
  expect(status).toContain('this program, since');
  expect(await bot.parts()).toMatchObject({
    intake: { ok: true, detail: expect.stringContaining('fetches') },
  });
  bot.stop();
  expect(await bot.ended).toBe(0);
});

test(
  'a bot that is told to stop while a page is on its way ends well, and gives back the lease',
  LONG,
  async () => {
    const [server, environment] = [await openServer(), folders()];
    // It never answers.
    server.serve('/never', () => {});
    server.serve('/feed.xml', rss(server.url('/never'), server.url('/zhob')));
    const { discord, bot } = await openBot({}, () => environment);
    await discord.user.slash('feed', { action: 'add', url: server.url('/feed.xml') });
    await until('the page to be asked for', () => server.requests('/never').length > 0);
    bot.stop();
    expect(await bot.ended).toBe(0);

    server.serve('/never', page('Zhob'));
    expect((await sitrep(['fetch'], { environment })).code).toBe(0);
    expect(server.requests('/zhob').length).toBe(1);
  },
);

test(
  'beside another writer a bot answers and says so, and takes over when that one is killed',
  LONG,
  async () => {
    const [server, environment] = [await openServer(), folders()];
    await sitrep(['ask', '/sources'], { environment });
    const first = startSitrep(['follow'], environment);
    const dead = new Promise(resolve => first.on('close', resolve));
    onTestFinished(async () => {
      first.kill('SIGKILL');
      await dead;
    });
    let said = '';
    first.stderr.on('data', (data: Buffer) => {
      said += data.toString();
    });
    await until('the writer', () => said.includes('Following'));

    const feeds = join(
      temporaryFolder({ 'feeds.json': JSON.stringify({ feeds: [{ url: server.url('/feed.xml') }] }) }),
      'feeds.json',
    );
    const discord = await openDiscord();
    const bot = startBot(discord, { ...environment, SITREP_FEEDS: feeds });
    await registered(discord, bot);
    const { user } = discord;
    await until('it to wait', async () => (await bot.parts()).intake?.detail.includes('another process'));
    expect((await bot.health()).status).toBe(200);
    expect((await user.slash('casualties', { period: '2024' })).text).toMatch(/\\\[1\\\]/);
    expect((await user.slash('status')).text).toContain('this program takes over when that one ends');
    const refused = await user.slash('feed', { action: 'add', url: server.url('/feed.xml') });
    expect(refused.text).toContain('is written by');

    first.kill('SIGKILL');
    await until('it to take over', async () => (await bot.parts()).intake?.detail.includes('fetches'));
    await until('the feed of the list', () => bot.output().includes('/feed.xml: 1 new'));
    expect((await user.slash('incident', { where: 'Zhob' })).text).toMatch(/4 .*\\\[\d+\\\]/);
  },
);
