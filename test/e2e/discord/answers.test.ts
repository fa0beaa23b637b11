import { expect, test } from 'vitest';
import { shownText } from '../../render/discord/read-markdown.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { openBot, openDiscord, registered, startBot, until } from './run-bot.ts';

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

/** Made up: sixty sentences with a figure each, in signs that Discord acts on, emoji and Urdu. */
const LONG_ARTICLE = Array.from(
  { length: 60 },
  (_, i) =>
    `At least ${i + 2} people were killed in Quetta on March ${(i % 28) + 1}, 2024, "<${i + 2} killed>" & @everyone \`[x](y)\` **کوئٹہ** 👩‍👩‍👧 <b>said</b> a made-up official.`,
).join('\n\n');

const withLongArticle = () => ({ SITREP_ARTICLES: temporaryFolder({ 'made-up-long.txt': LONG_ARTICLE }) });

const figuresOf = (text: string): readonly string[] =>
  [...text.matchAll(/at least (\d+)/g)].map(match => match[1] ?? '');

test(
  'pages are turned in place, also by a program that was started anew; each names its sources',
  LONG,
  async () => {
    const environment = withLongArticle();
    const { discord, bot } = await openBot({}, () => environment);
    let seen = await discord.user.slash('article', { id: 'made-up-long' });
    const first = seen;
    const told: string[] = [];
    for (;;) {
      for (const line of seen.text
        .split('\n')
        .filter(each => !each.startsWith('#') && figuresOf(each).length > 0))
        expect(line).toMatch(/\\\[\d+\\\]/);
      told.push(...figuresOf(seen.text));
      const next = seen.buttons.find(({ label }) => label === 'Next');
      if (next === undefined || next.disabled) break;
      seen = await discord.user.click(seen, 'Next');
      expect(seen.id).toBe(first.id);
    }
    expect(new Set(told).size).toBeGreaterThan(50);
    bot.stop('SIGKILL');
    await bot.ended;
    await until('the end of the session', () => discord.gateway.live() === 0);
    const written = { ...discord.writes, get: 0 };
    await registered(discord, startBot(discord, environment));
    expect({ ...discord.writes, get: 0 }).toEqual(written);
    while (seen.text !== first.text) seen = await discord.user.click(seen, 'Earlier');
    expect(seen.id).toBe(first.id);
  },
);

test('text of others is shown as it is printed, and calls nobody', LONG, async () => {
  const environment = withLongArticle();
  const { discord } = await openBot({}, () => environment);
  const seen = await discord.user.slash('search', { words: 'made-up official Quetta' });
  const quotes = seen.text.split('\n').filter(line => line.startsWith('> ') && line.includes('کوئٹہ'));
  expect(quotes.length).toBeGreaterThan(0);
  for (const quote of quotes)
    expect(shownText(quote)).toMatch(
      /" & @everyone `\[x\]\(y\)` \*\*کوئٹہ\*\* 👩‍👩‍👧 <b>said<\/b> a made-up official\./u,
    );
  const told = discord.transcript.requests('@original').at(-1);
  expect(told?.body).toMatchObject({ allowed_mentions: { parse: [] } });
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

test('commands are written for one server alone where that is set', LONG, async () => {
  const discord = await openDiscord();
  await registered(discord, startBot(discord, { DISCORD_GUILD: discord.guild.id }));
  const writes = discord.transcript.requests(/^(?:POST|PUT|PATCH) .*\/commands/);
  expect(writes.length).toBeGreaterThan(6);
  for (const { what } of writes) expect(what).toContain(`/guilds/${discord.guild.id}/`);
});

test('what changes the bot is for who may manage the server, and no button does it again', LONG, async () => {
  const { discord } = await openBot();
  const list = await discord.user.slash('feed', { action: 'list' });
  expect(list.text).not.toContain('administrators');
  expect(list.buttons).toEqual([]);
  await expect(
    discord.user.slash('feed', { action: 'list' }, { permissions: ['VIEW_CHANNEL', 'SEND_MESSAGES'] }),
  ).rejects.toThrow('not offered');
  expect((await discord.user.slash('feed', { action: 'list' }, { direct: true })).text).toContain(
    'administrator',
  );
});
