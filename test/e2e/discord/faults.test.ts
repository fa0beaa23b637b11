import { describe, expect, test } from 'vitest';
import { openBot, openDiscord, registered, startBot, until } from './run-bot.ts';

const LONG = { timeout: 180_000 };

describe('an answer', () => {
  test('is given once, however often Discord delivers the question', LONG, async () => {
    const { discord, bot } = await openBot();
    const seen = await discord.user.slash('casualties', { period: '2024' });
    discord.user.again(seen);
    discord.user.again(seen);
    await until('the repeats', async () => (await bot.metrics()).includes('event="repeated"} 2'));
    expect(discord.transcript.requests('/callback')).toHaveLength(1);
  });

  test('that Discord gave up (10062) is not followed up', LONG, async () => {
    const { discord, bot } = await openBot();
    discord.gateway.hold();
    discord.user.beginSlash('casualties', { period: '2024' });
    discord.clock.advance(4_000);
    discord.gateway.release();
    const [callback] = await until('the callback', () => {
      const all = discord.transcript.requests('/callback');
      return all.length > 0 && all;
    });
    expect(callback).toMatchObject({ status: 404, reply: { code: 10062 } });
    expect((await discord.user.slash('help')).text.length).toBeGreaterThan(10);
    bot.stop();
    expect(await bot.ended).toBe(0);
    expect(discord.transcript.requests('/callback')).toHaveLength(2);
    expect(discord.transcript.requests(/webhooks/)).toHaveLength(1);
  });

  test.for([
    ['500', { kind: 'stored', answer: 500 }],
    ['nothing', { kind: 'stored', answer: 'reset' }],
  ] as const)('whose place was held, though Discord said %s, is given once', LONG, async ([, fault]) => {
    const { discord } = await openBot();
    discord.faults.add({ ...fault, match: '/callback' }, { ...fault, match: '@original' });
    const seen = await discord.user.slash('casualties', { period: '2024' });
    await until('both faults', () => discord.faults.left() === 0);
    expect(seen.text).toMatch(/\\\[1\\\]/);
    expect(discord.messagesIn(discord.channel)).toHaveLength(1);
  });

  test('to a mention is one message, though Discord stored it and said 500', LONG, async () => {
    const { discord, bot } = await openBot();
    discord.faults.add({ kind: 'stored', answer: 500, match: /POST \/channels/ });
    await discord.user.mention('casualties 2024');
    await until('the answer', async () => (await bot.metrics()).includes('outcome="answered"} 1'));
    const ours = discord
      .messagesIn(discord.channel)
      .filter(({ content }) => content === '' || content === undefined);
    expect(ours).toHaveLength(1);
  });

  test('waits for a 429, and survives pages of HTML and connections that are cut', LONG, async () => {
    const { discord } = await openBot();
    discord.faults.add(
      { kind: 'status', status: 429, retryAfter: 0.2, match: '@original' },
      { kind: 'html', status: 502, match: '@original' },
      { kind: 'reset', match: '@original' },
      { kind: 'status', status: 503, match: '/callback' },
    );
    const seen = await discord.user.slash('casualties', { period: '2024' });
    expect(seen.text).toMatch(/\\\[1\\\]/);
    expect(discord.faults.left()).toBe(0);
  });

  test('where the bot may not write is not tried again', LONG, async () => {
    const { discord, bot } = await openBot();
    discord.deny(discord.channel, 'SEND_MESSAGES');
    discord.user.mention('casualties 2024').catch(() => undefined);
    await until('the line of the log', () => bot.output().includes('may not write in the channel'));
    expect(discord.transcript.requests(/POST \/channels/).length).toBeLessThanOrEqual(2);
  });
});

describe('a person', () => {
  test('who asks faster than anyone can read is told so kindly', LONG, async () => {
    const { discord } = await openBot();
    const begun = Array.from({ length: 12 }, () => discord.user.beginSlash('help'));
    const seen = await Promise.all(begun.map(discord.user.outcome));
    const limited = seen.filter(({ text }) => text.includes('faster than I read'));
    expect(limited.length).toBeGreaterThan(0);
    expect(limited.every(({ ephemeral }) => ephemeral)).toBe(true);
    expect(seen.length - limited.length).toBeGreaterThanOrEqual(8);
  });
});

describe('the connection', () => {
  test('that is cut with questions on their way is resumed, and each is answered once', LONG, async () => {
    const { discord } = await openBot();
    discord.gateway.hold();
    const begun = ['2022', '2023', '2024'].map(period => discord.user.beginSlash('casualties', { period }));
    discord.gateway.cut();
    await Promise.all(begun.map(discord.user.outcome));
    expect(discord.transcript.requests('/callback')).toHaveLength(3);
  });

  test.for(['refuse', 'never'] as const)(
    'whose resumption is met with "%s" is made anew',
    LONG,
    async resume => {
      const { discord, bot } = await openBot();
      discord.gateway.behaviours.set({ resume });
      discord.gateway.cut();
      if (resume === 'never')
        await until('health to say so', async () => (await bot.health()).status === 503);
      await until('a new session', () => discord.gateway.live() > 0, 90_000);
      await until('health', async () => (await bot.health()).status === 200);
      expect((await discord.user.slash('help')).text.length).toBeGreaterThan(10);
    },
  );

  test.for([
    [4014, 'intents'],
    [4004, 'DISCORD_TOKEN'],
  ] as const)('closed with %d ends the program with a line about %s', LONG, async ([code, word]) => {
    const discord = await openDiscord();
    discord.gateway.behaviours.set({ identify: code });
    const bot = startBot(discord);
    expect(await bot.ended).toBe(2);
    expect(
      bot
        .output()
        .split('\n')
        .filter(line => line.startsWith('sitrep: ')),
    ).toEqual([expect.stringContaining(word)]);
  });

  test('survives events of no known shape', LONG, async () => {
    const { discord, bot } = await openBot();
    for (const event of ['INTERACTION_CREATE', 'MESSAGE_CREATE', 'GUILD_CREATE'])
      discord.gateway.raw(JSON.stringify({ op: 0, s: 99, t: event, d: { id: null, data: 7 } }));
    discord.gateway.raw('{"op": 0, "t": "INTERACTION_CREATE"');
    expect((await discord.user.slash('help')).text.length).toBeGreaterThan(10);
    expect(await bot.metrics()).toContain('event="malformed"');
  });
});

describe('the program', () => {
  test('starts when Discord is back, after pauses that grow', LONG, async () => {
    const discord = await openDiscord({
      faults: [{ kind: 'status', status: 503, match: 'gateway', times: 3 }],
    });
    const bot = startBot(discord);
    await registered(discord, bot);
    const pauses = [...bot.output().matchAll(/"milliseconds":(\d+)/g)].map(match => Number(match[1]));
    expect(pauses).toHaveLength(3);
    expect(pauses.toSorted((a, b) => a - b)).toEqual(pauses);
    expect(discord.transcript.requests('gateway').length).toBeLessThan(8);
  });

  test('that is told to stop while Discord is away ends well', LONG, async () => {
    const discord = await openDiscord({ faults: [{ kind: 'reset', times: 1_000 }] });
    const bot = startBot(discord);
    await until('the first pause', () => bot.output().includes('starts again'));
    expect((await bot.health()).status).toBe(503);
    bot.stop();
    expect(await bot.ended).toBe(0);
  });

  test('that is told to stop finishes what it has begun', LONG, async () => {
    const { discord, bot } = await openBot();
    discord.faults.add({ kind: 'slow', milliseconds: 1_000, match: '@original' });
    const begun = discord.user.beginSlash('casualties', { period: '2024' });
    await discord.transcript.until(
      () => discord.transcript.requests('/callback').length > 0,
      'the callback',
      60_000,
    );
    bot.stop();
    expect((await discord.user.outcome(begun)).text).toMatch(/\\\[1\\\]/);
    expect(await bot.ended).toBe(0);
  });

  test('ends with one line when the token is wrong', LONG, async () => {
    const discord = await openDiscord();
    const bot = startBot(discord, {}, 'MTAwMDAwMDAwMDAwMDAwMDAwMA.GmadeU.another_madeup_madeup_token');
    expect(await bot.ended).toBe(2);
    expect(
      bot
        .output()
        .split('\n')
        .filter(line => line.startsWith('sitrep: ')),
    ).toEqual(['sitrep: Discord refused the token; check DISCORD_TOKEN.']);
  });
});
