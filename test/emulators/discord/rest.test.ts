import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMANDS } from './client.ts';
import { stillClock } from './clock.ts';
import { type DiscordEmulator, startDiscord } from './start.ts';
import type { Interaction } from './world.ts';

const MINUTE = 60_000;

let discord: DiscordEmulator;
let rest: REST;
let id: string;

const body = (content: string, more: object = {}): { body: object } => ({
  body: { content, allowed_mentions: { parse: [] }, ...more },
});

const code = async (request: Promise<unknown>): Promise<unknown> =>
  request.then(
    () => 'done',
    (error: unknown) => (typeof error === 'object' && error !== null && 'code' in error ? error.code : error),
  );

const post = (content = 'made up', more: object = {}, channel = discord.channel.id): Promise<unknown> =>
  rest.post(`/channels/${channel}/messages`, body(content, more));

/** Limits over hours, which discord.js would sit out. */
const raw = async (method: string, path: string, sent?: object): Promise<readonly unknown[]> => {
  const reply = await fetch(`${discord.api}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${discord.token}`,
      'user-agent': 'DiscordBot (https://example.org, 1.0)',
      'content-type': 'application/json',
    },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  });
  const { code: found = null, retry_after = null } = Object(await reply.json());
  return [reply.status, found, retry_after, reply.headers.get('retry-after')];
};

const ALLOWED = [200, null, null, null];

beforeEach(async () => {
  discord = await startDiscord({ clock: stillClock(), limits: { perRoute: 1000, global: 1000 } });
  rest = new REST({ api: discord.api, version: '10', retries: 0 }).setToken(discord.token);
  id = discord.world.bot.id;
});

afterEach(async () => {
  await discord.close();
  expect(discord.transcript.violations).toEqual([]);
});

test('all that is read is as Discord describes it', async () => {
  const message: unknown = await post('a **b**', {
    embeds: [{ title: 't', fields: [{ name: 'n', value: 'v' }] }],
  });
  const thread = discord.addChannel(discord.guild, 'thread', 11);
  const posted = discord.messagesIn(discord.channel)[0]?.id;
  expect(message).toMatchObject({ content: 'a **b**' });
  const paths = [
    '/gateway',
    '/gateway/bot',
    '/users/@me',
    '/users/@me/guilds',
    `/users/${discord.world.person.id}`,
    '/applications/@me',
    `/applications/${id}`,
    `/applications/${id}/commands`,
    `/channels/${discord.channel.id}`,
    `/channels/${thread.id}`,
    `/channels/${discord.channel.id}/messages`,
    `/channels/${discord.channel.id}/messages/${posted}`,
    `/guilds/${discord.guild.id}`,
    `/guilds/${discord.guild.id}/channels`,
    `/guilds/${discord.guild.id}/roles`,
    `/guilds/${discord.guild.id}/threads/active`,
    `/guilds/${discord.guild.id}/members/${id}`,
  ] as const;
  for (const path of paths) expect(await code(rest.get(path)), path).toBe('done');
});

describe('commands', () => {
  const global = '/applications' as const;

  test('are counted when they are written, and 200 new ones a day are the most', async () => {
    const put = (from: number, count: number): Promise<unknown> =>
      rest.put(`${global}/${id}/commands`, {
        body: Array.from({ length: count }, (_, index) => ({
          name: `c${from + index}`,
          description: 'made up',
        })),
      });
    await put(0, 100);
    await put(0, 100);
    await put(100, 100);
    expect(discord.writes).toMatchObject({ put: 3, creates: 200 });
    const one = [{ name: 'one', description: 'more' }];
    const path = `${global}/${id}/commands`;
    expect(await raw('PUT', path, one)).toEqual([429, 30034, 86_400, '86400']);
    discord.clock.advance(24 * 60 * MINUTE);
    expect(await raw('PUT', path, one)).toEqual(ALLOWED);
  });

  test('of one guild are written, changed and deleted one by one', async () => {
    const path = `${global}/${id}/guilds/${discord.guild.id}/commands` as const;
    const made: unknown = await rest.post(path, { body: COMMANDS[0] });
    const key = typeof made === 'object' && made !== null && 'id' in made ? String(made.id) : '';
    expect(await rest.patch(`${path}/${key}`, { body: { description: 'anew' } })).toMatchObject({
      description: 'anew',
    });
    await rest.delete(`${path}/${key}`);
    expect(await rest.get(path)).toEqual([]);
    expect(await code(rest.delete(`${path}/${key}`))).toBe(10063);
    expect(discord.writes).toEqual({ get: 1, put: 0, post: 1, patch: 1, delete: 2, creates: 1 });
  });

  test('come back without what is false or empty, and with translations only on request', async () => {
    const command = {
      name: 'a',
      description: 'b',
      options: [{ type: 3, name: 'c', description: 'd', required: false, choices: [] }],
    };
    const valid = { ...command, name_localizations: { fr: 'x', de: 'y' } };
    await rest.put(`${global}/${id}/commands`, { body: [valid] });
    const query = new URLSearchParams({ with_localizations: 'true' });
    expect(await rest.get(`${global}/${id}/commands`, { query })).toMatchObject([
      { name_localizations: { de: 'y', fr: 'x' }, options: [{ type: 3, name: 'c', description: 'd' }] },
    ]);
    const [plain] = discord.transcript.requests('GET').map(({ reply }) => JSON.stringify(reply));
    expect(plain).not.toContain('required');
    expect(JSON.stringify(await rest.get(`${global}/${id}/commands`))).not.toContain('localizations');
  });
});

describe('an interaction', () => {
  let interaction: Interaction;
  const respond = (type: number, data?: object): Promise<unknown> =>
    rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
      body: { type, data },
      auth: false,
    });
  const message = { content: 'made up', allowed_mentions: { parse: [] } };

  beforeEach(async () => {
    await rest.put(`/applications/${id}/commands`, { body: COMMANDS });
    interaction = discord.user.beginSlash('casualties');
  });

  test('that is answered after three seconds is unknown', async () => {
    discord.clock.advance(3001);
    expect(await code(respond(4, message))).toBe(10062);
  });

  test('is answered once', async () => {
    expect(await code(respond(5))).toBe('done');
    expect(await code(respond(4, message))).toBe(40060);
  });

  test('with a made-up token is unknown', async () => {
    expect(await code(rest.post(`/interactions/${interaction.id}/x/callback`, { body: { type: 5 } }))).toBe(
      10062,
    );
  });

  test('lives for fifteen minutes', async () => {
    const path = `/webhooks/${id}/${interaction.token}/messages/@original` as const;
    const write = (content: string): Promise<unknown> => rest.patch(path, { ...body(content), auth: false });
    expect(await code(write('too early'))).toBe(10015);
    await respond(5, { flags: 64 });
    discord.clock.advance(15 * MINUTE - 1);
    expect(await code(write('in time'))).toBe('done');
    expect(await code(rest.get(path, { auth: false }))).toBe('done');
    discord.clock.advance(2);
    expect(await code(write('too late'))).toBe(50027);
    expect(discord.messagesIn(discord.channel)).toMatchObject([{ content: 'in time', flags: 64 }]);
  });

  test('takes follow-ups; the first of a deferred one is its answer', async () => {
    await respond(5);
    const follow = (content: string): Promise<unknown> =>
      rest.post(`/webhooks/${id}/${interaction.token}`, { ...body(content), auth: false });
    await follow('first');
    await follow('second');
    expect(discord.messagesIn(discord.channel).map(({ content }) => content)).toEqual(['first', 'second']);
    await rest.delete(`/webhooks/${id}/${interaction.token}/messages/@original`, { auth: false });
    expect(discord.messagesIn(discord.channel).map(({ content }) => content)).toEqual(['second']);
  });

  test('tells what came of the response where that is asked', async () => {
    const query = new URLSearchParams({ with_response: 'true' });
    const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    expect(await rest.post(path, { body: { type: 4, data: message }, query })).toMatchObject({
      resource: { type: 4, message: { content: 'made up' } },
    });
  });
});

describe('the app of a person', () => {
  beforeEach(() => rest.put(`/applications/${id}/commands`, { body: COMMANDS }));

  test.for<[problem: RegExp, use: () => unknown]>([
    [/no such command/, () => discord.user.beginSlash('made-up')],
    [/no option "made"/, () => discord.user.beginSlash('casualties', { made: 'up' })],
    [/does not fit/, () => discord.user.beginSlash('casualties', { place: 12 })],
    [/in this context/, () => discord.user.beginSlash('feed', {}, { direct: true })],
    [/these permissions/, () => discord.user.beginSlash('feed', {}, { permissions: ['SEND_MESSAGES'] })],
    [/cannot be installed/, () => discord.user.beginSlash('feed', {}, { elsewhere: true })],
  ])('does not send what was not registered: %s', ([problem, use]) => {
    expect(use).toThrow(problem);
  });

  test('completes only what is completed', async () => {
    await expect(discord.user.autocomplete('casualties', { period: '2' })).rejects.toThrow(/not completed/);
  });
});

describe('channels', () => {
  test.for<[code: number, denied: 'VIEW_CHANNEL' | 'SEND_MESSAGES' | 'EMBED_LINKS']>([
    [50001, 'VIEW_CHANNEL'],
    [50013, 'SEND_MESSAGES'],
    [50013, 'EMBED_LINKS'],
  ])('answer %i to a bot without %s, until it has it', async ([refusal, denied]) => {
    discord.deny(discord.channel, denied);
    expect(await code(post('x', { embeds: [{ title: 't' }] }))).toBe(refusal);
    discord.deny(discord.channel);
    expect(await code(post('x', { embeds: [{ title: 't' }] }))).toBe('done');
    expect(discord.invalidRequests()).toBe(1);
  });

  test('of a guild that the bot has left are closed to it', async () => {
    discord.removeGuild(discord.guild);
    expect(await code(post())).toBe(50001);
    discord.restoreGuild(discord.guild);
    expect(await code(post())).toBe('done');
  });

  test('that there are not are unknown', async () => {
    expect(await code(post('x', {}, '1'))).toBe(10003);
  });

  test('take the same nonce once within minutes, if asked', async () => {
    const once = { nonce: 'digest-1', enforce_nonce: true };
    const first = await post('first', once);
    expect(await post('second', once)).toEqual(first);
    await post('third', { nonce: 'digest-1' });
    discord.clock.advance(5 * MINUTE + 1);
    await post('fourth', once);
    expect(discord.messagesIn(discord.channel).map(({ content }) => content)).toEqual([
      'first',
      'third',
      'fourth',
    ]);
  });

  test('of announcements pass on ten posts an hour', async () => {
    const news = discord.addChannel(discord.guild, 'news', 5);
    const results: unknown[] = [];
    for (let count = 0; count < 11; count += 1) {
      await post(`${count}`, {}, news.id);
      const made = discord.messagesIn(news).at(-1)?.id;
      results.push(await raw('POST', `/channels/${news.id}/messages/${made}/crosspost`));
    }
    expect(results).toEqual([...Array(10).fill(ALLOWED), [429, 20016, 3600, '3600']]);
  });

  test('limit edits of messages that are older than an hour', async () => {
    await post('first');
    const path =
      `/channels/${discord.channel.id}/messages/${discord.messagesIn(discord.channel)[0]?.id}` as const;
    expect(await code(rest.patch(path, body('second')))).toBe('done');
    discord.clock.advance(60 * MINUTE + 1);
    const edits: unknown[] = [];
    for (let count = 0; count < 4; count += 1)
      edits.push(await raw('PATCH', path, { content: `${count}`, allowed_mentions: { parse: [] } }));
    expect(edits).toEqual([ALLOWED, ALLOWED, ALLOWED, [429, 30046, 3600, '3600']]);
  });

  test('are opened to a person, made into threads, and shown as typing', async () => {
    const direct = await rest.post('/users/@me/channels', {
      body: { recipient_id: discord.world.person.id },
    });
    expect(direct).toMatchObject({ type: 1 });
    expect(await code(rest.post('/users/@me/channels', { body: { recipient_id: '5' } }))).toBe(50033);
    expect(await code(rest.post(`/channels/${discord.channel.id}/typing`))).toBe('done');
    expect(
      await code(rest.post(`/channels/${discord.channel.id}/threads`, { body: { name: 't', type: 11 } })),
    ).toBe(50013);
    discord.guild.allowed.push('CREATE_PUBLIC_THREADS');
    expect(
      await rest.post(`/channels/${discord.channel.id}/threads`, { body: { name: 't', type: 11 } }),
    ).toMatchObject({
      name: 't',
    });
  });
});

test('a wrong token is refused', async () => {
  rest.setToken('wrong');
  expect(await code(rest.get('/users/@me'))).toBe(0);
  expect(discord.transcript.requests()[0]?.status).toBe(401);
});
