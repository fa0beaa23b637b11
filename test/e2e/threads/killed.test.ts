import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../temporary-folder.ts';
import { openBot, until } from '../discord/run-bot.ts';

const LONG = { timeout: 240_000 };

const DEADLY = `--import ${pathToFileURL(fileURLToPath(new URL('deadly.ts', import.meta.url))).href}`;

/** A bot whose threads end when they are sent a certain word. */
const openMortal = async (options = '') => {
  const folder = temporaryFolder();
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  const { discord, bot } = await openBot({}, () => ({
    SITREP_DB: join(folder, 'bot.db'),
    SITREP_INBOX: inbox,
    SITREP_ALLOW_LOOPBACK: 'tests',
    NODE_OPTIONS: `${DEADLY} ${options}`,
  }));
  return { discord, bot, inbox };
};

test.for([
  ['an error that nobody caught', 'zzthrow', '', 'a made-up end of the thread answers'],
  ['a leave without a word', 'zzexit', '', 'the thread ended with code 7'],
  ['more memory than it may have', 'zzmemory', '--max-old-space-size=300', 'reaching memory limit'],
] as const)(
  'a thread of answers that is ended by %s leaves nobody waiting, and is started again',
  LONG,
  async ([, word, options, reason]) => {
    const { discord, bot } = await openMortal(options);
    const { user } = discord;
    const before = (await user.slash('casualties', { period: '2024' })).text;
    const [killing, beside] = await Promise.all([
      user.slash('search', { words: word }),
      user.slash('search', { words: `${word} Quetta` }),
    ]);
    for (const { text } of [killing, beside]) expect(text).toContain('Something went wrong on our side');
    await until('the log', () => bot.output().includes('the thread that answers ended'));
    expect(bot.output()).toContain(reason);
    // Asked while no thread answers: it waits for the next one.
    expect((await user.slash('casualties', { period: '2024' })).text).toBe(before);
    expect(await bot.metrics()).toMatch(
      /sitrep_platform_events_total\{platform="answers",event="died"\} [1-9]/,
    );
    await until('health', async () => (await bot.parts()).answers?.ok);
    expect((await bot.health()).status).toBe(200);
    bot.stop();
    expect(await bot.ended).toBe(0);
  },
);

test(
  'a thread that takes articles in is started again, and who waited for a page is told',
  LONG,
  async () => {
    const { discord, bot, inbox } = await openMortal();
    const { user } = discord;
    const told = await user.slash('feed', { action: 'test', url: 'http://127.0.0.1:1/zzfetch.xml' });
    expect(told.text).toContain('what fetches pages is being started again');
    await until('the log', () => bot.output().includes('a made-up end of the thread intake'));
    // Answers know nothing of it.
    expect((await user.slash('casualties', { period: '2024' })).text).toMatch(/\\\[1\\\]/);
    writeFileSync(
      join(inbox, 'made-up.txt'),
      'ZHOB: Four traders were killed in a bombing in Zhob on 3 March 2025, police said.',
    );
    await until('the file', () => bot.output().includes('made-up.txt: taken in'));
    expect((await user.slash('search', { words: 'traders Zhob' })).text).toContain('**traders**');
    expect(await bot.metrics()).toContain('sitrep_platform_events_total{platform="intake",event="died"} 1');
    expect((await bot.parts()).intake?.ok).toBe(true);
    bot.stop();
    expect(await bot.ended).toBe(0);
  },
);

test('metrics tell how long the loop that holds the connections stood still', LONG, async () => {
  const { bot } = await openMortal();
  const metrics = await bot.metrics();
  expect(metrics).toMatch(/^nodejs_eventloop_lag_max_seconds [\d.e-]+$/m);
  expect(metrics).toMatch(/^nodejs_eventloop_lag_p99_seconds [\d.e-]+$/m);
  expect(metrics).toMatch(/^sitrep_platform_up\{platform="answers"\} 1$/m);
});
