import { expect, test } from 'vitest';
import { openBot, until } from './run-bot.ts';

const LONG = { timeout: 120_000 };

test(
  'a command is deferred first, answered with cited figures, and opened to its sentences and rules',
  LONG,
  async () => {
    const { discord, bot } = await openBot();
    const seen = await discord.user.slash('casualties', { period: '2024' });
    expect(seen.ephemeral).toBe(false);
    expect(seen.text).toMatch(/\\\[1\\\]/);
    const [callback, edit] = discord.transcript.requests(/callback|@original/);
    expect([callback?.what, callback?.body]).toEqual([expect.stringContaining('/callback'), { type: 5 }]);
    expect(edit?.what).toContain('PATCH');
    const sources = await discord.user.click(seen, 'Sources');
    expect([sources.ephemeral, sources.text.includes('> “')]).toEqual([true, true]);
    const why = await discord.user.click(seen, 'Why');
    expect([why.ephemeral, why.text.toLowerCase().includes('rule')]).toEqual([true, true]);
    expect(discord.user.now(seen).text).toBe(seen.text);
    bot.stop();
    expect(await bot.ended).toBe(0);
  },
);

test('pages are turned in place, also by a program that was started anew', LONG, async () => {
  const { discord, bot } = await openBot();
  const seen = await discord.user.slash('search', { words: 'attack killed Pakistan security forces' });
  expect(seen.text).toContain('page 1 of');
  const second = await discord.user.click(seen, 'Next');
  expect(second.id).toBe(seen.id);
  expect(second.text).toContain('page 2 of');
  bot.stop('SIGKILL');
  await bot.ended;
  await until('the end of the session', () => discord.gateway.live() === 0);
  const writes = { ...discord.writes };
  const { startBot } = await import('./run-bot.ts');
  const next = startBot(discord);
  await discord.ready(60_000);
  await until('the commands', () => next.output().includes('the commands are registered'));
  expect({ ...discord.writes, gets: 0 }).toEqual({ ...writes, gets: 0 });
  const first = await discord.user.click(second, 'Earlier');
  expect([first.id, first.text]).toEqual([seen.id, seen.text]);
});

test('a refusal offers what can be asked, and the menu asks it', LONG, async () => {
  const { discord } = await openBot();
  const seen = await discord.user.slash('casualties', { period: '1907' });
  const [menu] = seen.selects;
  const label = menu?.options[0]?.label ?? '';
  const picked = await discord.user.select(seen, label);
  expect(picked.id).not.toBe(seen.id);
  expect(picked.text.length).toBeGreaterThan(20);
});

test('help and what is asked in private is for one person alone', LONG, async () => {
  const { discord } = await openBot();
  expect((await discord.user.slash('help')).ephemeral).toBe(true);
  expect((await discord.user.slash('casualties', { period: '2024', private: true })).ephemeral).toBe(true);
});

test('names are completed, those first of which the articles hold most', LONG, async () => {
  const { discord } = await openBot();
  const choices = await discord.user.autocomplete('casualties', { place: 'Que' });
  expect(choices.map(({ name }) => name)).toContain('Quetta');
  expect(choices.length).toBeLessThanOrEqual(25);
  expect((await discord.user.autocomplete('casualties', { place: '' })).length).toBeGreaterThan(3);
  expect(await discord.user.autocomplete('casualties', { place: 'zzzzqqqq' })).toEqual([]);
});

test(
  'mentions and direct messages take plain questions; a person may go on from the last one',
  LONG,
  async () => {
    const { discord } = await openBot();
    const seen = await discord.user.mention('how many soldiers were killed in balochistan in 2024?');
    expect(seen.text).toMatch(/\d/);
    expect(seen.message.allowed_mentions ?? null).toBeNull();
    const direct = await discord.user.dm('casualties 2024');
    expect(direct.text).toMatch(/\\\[1\\\]/);
    const before = discord.messagesIn(discord.channel).length;
    discord.user.say('how many were killed in 2024?');
    await discord.user.dm('/help');
    expect(discord.messagesIn(discord.channel)).toHaveLength(before);
  },
);

test('commands are written once, and for one server where that is set', LONG, async () => {
  const { discord, bot } = await openBot();
  expect(discord.writes.creates).toBeGreaterThan(6);
  bot.stop();
  expect(await bot.ended).toBe(0);
  const { openBot: open } = await import('./run-bot.ts');
  const other = await open({}, { DISCORD_GUILD: '1' }).catch(() => null);
  expect(other).toBeNull();
});
