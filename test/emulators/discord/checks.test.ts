import { REST } from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stillClock } from './clock.ts';
import { type DiscordEmulator, startDiscord } from './start.ts';

let discord: DiscordEmulator;
let rest: REST;

beforeAll(async () => {
  discord = await startDiscord({ clock: stillClock(), limits: { perRoute: 1000, global: 1000 } });
  rest = new REST({ api: discord.api, version: '10', retries: 0 }).setToken(discord.token);
});

afterAll(() => discord.close());

beforeEach(() => discord.transcript.clear());

const V2 = 1 << 15;
const EPHEMERAL = 64;

const problems = (): readonly string[] =>
  discord.transcript.violations.map(({ by, problem }) => `${by}: ${problem}`);

const status = (): number | undefined => discord.transcript.requests().at(-1)?.status;

/** What is written down when a message is sent that would be fine but for the fields given. */
const send = async (fields: object): Promise<void> => {
  const body = { allowed_mentions: { parse: [] }, ...fields };
  await rest.post(`/channels/${discord.channel.id}/messages`, { body }).catch(() => null);
};

const button = (id: number | string, more: object = {}): object => ({
  type: 2,
  style: 1,
  label: 'press',
  custom_id: `${id}`,
  ...more,
});
const row = (...components: readonly object[]): object => ({ type: 1, components });
const text = (content: string): object => ({ type: 10, content });
const select = (options: readonly object[], more: object = {}): object => ({
  type: 3,
  custom_id: 'pick',
  options,
  ...more,
});
const option = (value: number | string): object => ({ label: `${value}`, value: `${value}` });
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('a message that Discord takes', () => {
  test.for<[what: string, fields: object]>([
    ['2,000 characters', { content: 'x'.repeat(2000) }],
    ['emoji and Urdu', { content: 'کوئٹہ 👨‍👩‍👧' }],
    ['what discord.js adds', { content: 'x', tts: false, enforce_nonce: false }],
    [
      '6,000 characters in embeds',
      { embeds: [{ description: 'x'.repeat(4096) }, { description: 'x'.repeat(1904) }] },
    ],
    [
      '25 rows of buttons and a select',
      {
        content: 'x',
        components: [
          ...many(4, at => row(...many(5, each => button(`${at} ${each}`)))),
          row(select(many(25, option))),
        ],
      },
    ],
    ['40 components', { flags: V2, components: many(40, at => text(`${at}`)) }],
    ['4,000 characters in components', { flags: V2, components: [text('x'.repeat(4000))] }],
    [
      'a section and a container',
      {
        flags: V2,
        components: [
          {
            type: 17,
            components: [{ type: 9, components: [text('a')], accessory: button('b') }, { type: 14 }],
          },
        ],
      },
    ],
    [
      'a link',
      { content: 'x', components: [row({ type: 2, style: 5, label: 'open', url: 'https://example.org' })] },
    ],
  ])('%s', async ([, fields]) => {
    await send(fields);
    expect(problems()).toEqual([]);
    expect(status()).toBe(200);
  });
});

describe('a message that Discord refuses', () => {
  test.for<[problem: RegExp, fields: object]>([
    [/empty/, {}],
    [/empty/, { content: '' }],
    [/names no file/, { flags: V2, components: [{ type: 13, file: { url: 'attachment://a.txt' } }] }],
    [/2001 characters, at most 2000/, { content: 'x'.repeat(2001) }],
    [/cut inside a character/, { content: 'x\ud83d' }],
    [/additional properties.*"made"/, { content: 'x', made: 'up' }],
    [/additional properties.*"tts"|tts/, { content: 'x', tts: 'no' }],
    [/flags 64 cannot/, { content: 'x', flags: EPHEMERAL }],
    [/more than 10 items/, { embeds: many(11, () => ({ title: 'x' })) }],
    [
      /6001 characters over all embeds/,
      { embeds: [{ description: 'x'.repeat(4096) }, { description: 'x'.repeat(1905) }] },
    ],
    [/embed is empty/, { embeds: [{}] }],
    [/256/, { embeds: [{ title: 'x'.repeat(257) }] }],
    [/4096/, { embeds: [{ description: 'x'.repeat(4097) }] }],
    [/2048/, { embeds: [{ footer: { text: 'x'.repeat(2049) } }] }],
    [/1024/, { embeds: [{ fields: [{ name: 'x', value: 'x'.repeat(1025) }] }] }],
    [/25 items/, { embeds: [{ fields: many(26, () => ({ name: 'x', value: 'x' })) }] }],
    [/excludes content/, { content: 'x', flags: V2, components: [text('x')] }],
    [/excludes content/, { embeds: [{ title: 'x' }], flags: V2, components: [text('x')] }],
    [/need the flag/, { components: [text('x')] }],
    [/6 action rows/, { content: 'x', components: many(6, at => row(button(at))) }],
    [/41 components/, { flags: V2, components: [{ type: 17, components: many(40, at => text(`${at}`)) }] }],
    [/4001 characters/, { flags: V2, components: [text('x'.repeat(2000)), text('x'.repeat(2001))] }],
    [/100 characters/, { content: 'x', components: [row(button('x'.repeat(101)))] }],
    [/80/, { content: 'x', components: [row(button('x', { label: 'x'.repeat(81) }))] }],
    [/"same" stands twice/, { content: 'x', components: [row(button('same'), button('same'))] }],
    [
      /component id 7 stands twice/,
      {
        flags: V2,
        components: [
          { ...text('a'), id: 7 },
          { ...text('b'), id: 7 },
        ],
      },
    ],
    [/5 items|6 buttons/, { content: 'x', components: [row(...many(6, button))] }],
    [/stands alone/, { content: 'x', components: [row(select([option(1)]), button(1))] }],
    [/25 items|26 options/, { content: 'x', components: [row(select(many(26, option)))] }],
    [/needs options|fewer than 1/, { content: 'x', components: [row(select([]))] }],
    [/"a" stands twice in a select/, { content: 'x', components: [row(select([option('a'), option('a')]))] }],
    [/max_values/, { content: 'x', components: [row(select([option('a')], { max_values: 2 }))] }],
    [
      /more options are chosen/,
      {
        content: 'x',
        components: [
          row(
            select([
              { ...option('a'), default: true },
              { ...option('b'), default: true },
            ]),
          ),
        ],
      },
    ],
    [
      /link has a url/,
      { content: 'x', components: [row({ type: 2, style: 5, label: 'x', custom_id: 'x' })] },
    ],
    [/needs a custom_id/, { content: 'x', components: [row({ type: 2, style: 1, label: 'x' })] }],
    [/has no url/, { content: 'x', components: [row(button('x', { url: 'https://example.org' }))] }],
    [/label or an emoji/, { content: 'x', components: [row({ type: 2, style: 1, custom_id: 'x' })] }],
    [/fewer than 1|row is empty/, { content: 'x', components: [row()] }],
    [
      /more than 3 items|4 texts/,
      {
        flags: V2,
        components: [{ type: 9, components: many(4, at => text(`${at}`)), accessory: button(1) }],
      },
    ],
    [/enforce_nonce/, { content: 'x', enforce_nonce: true }],
    [/more than 25 characters/, { content: 'x', nonce: 'x'.repeat(26) }],
    [/unknown message/, { content: 'x', message_reference: { message_id: '1' } }],
  ])('for %s', async ([problem, fields]) => {
    await send(fields);
    expect(status()).toBe(400);
    expect(problems()).toContainEqual(expect.stringMatching(problem));
    expect(problems().every(each => each.startsWith('client: '))).toBe(true);
  });

  test('says which code an empty one has', async () => {
    await send({});
    expect(discord.transcript.requests().at(-1)?.reply).toEqual({
      code: 50006,
      message: 'Cannot send an empty message',
    });
  });
});

test.for([
  {},
  { allowed_mentions: { parse: ['users'] } },
  { allowed_mentions: {} },
])('mentions that are not switched off are written down, and the message is taken: %j', async fields => {
  await rest.post(`/channels/${discord.channel.id}/messages`, { body: { content: 'x', ...fields } });
  expect(problems()).toEqual(['client: allowed_mentions.parse must be []']);
});

describe('an answer to an interaction that Discord refuses', () => {
  beforeEach(async () => {
    await rest.put(`/applications/${discord.world.bot.id}/commands`, {
      body: [
        {
          name: 'a',
          description: 'b',
          options: [{ type: 3, name: 'c', description: 'd', autocomplete: true }],
        },
      ],
    });
  });

  const respond = async (body: object, kind: 'command' | 'autocomplete' = 'command'): Promise<void> => {
    const typed = kind === 'command' ? null : discord.user.autocomplete('a', { c: 'x' });
    typed?.catch(() => {});
    const made =
      typed === null ? discord.user.beginSlash('a') : [...discord.world.interactions.values()].at(-1);
    await rest
      .post(`/interactions/${made?.id}/${made?.token}/callback`, { body, auth: false })
      .catch(() => null);
  };

  test.for<[problem: RegExp, body: object, kind?: 'autocomplete']>([
    [/deferring takes only/, { type: 5, data: { flags: EPHEMERAL | V2 } }],
    [/deferring takes only/, { type: 5, data: { content: 'x' } }],
    [/does not answer a command/, { type: 6 }],
    [/does not answer a command/, { type: 7, data: { content: 'x' } }],
    [/does not answer a command/, { type: 8, data: { choices: [] } }],
    [/does not answer a autocomplete/, { type: 5 }, 'autocomplete'],
    [/empty/, { type: 4, data: {} }],
    [/type/, { type: 77 }],
    [
      /more than 25 items/,
      { type: 8, data: { choices: many(26, at => ({ name: `${at}`, value: `${at}` })) } },
      'autocomplete',
    ],
    [/100/, { type: 8, data: { choices: [{ name: 'x'.repeat(101), value: 'x' }] } }, 'autocomplete'],
    [/does not fit/, { type: 8, data: { choices: [{ name: 'x', value: 12 }] } }, 'autocomplete'],
    [/additional properties/, { type: 4, data: { content: 'x', ephemeral: true } }],
  ])('for %s', async ([problem, body, kind]) => {
    await respond(body, kind);
    expect(status()).toBe(400);
    expect(problems()).toContainEqual(expect.stringMatching(problem));
  });

  test('an edit cannot hide what was shown', async () => {
    await respond({ type: 4, data: { content: 'x', allowed_mentions: { parse: [] } } });
    const token = [...discord.world.interactions.values()].at(-1)?.token;
    const body = { flags: EPHEMERAL, allowed_mentions: { parse: [] } };
    await rest
      .patch(`/webhooks/${discord.world.bot.id}/${token}/messages/@original`, { body, auth: false })
      .catch(() => null);
    expect(problems()).toContainEqual(
      expect.stringMatching(/flags 64 cannot be set by this request \(edit\)/),
    );
  });
});

describe('a command that Discord refuses', () => {
  const put = (body: unknown): Promise<unknown> =>
    rest.put(`/applications/${discord.world.bot.id}/commands`, { body }).catch(() => null);
  const command = (fields: object = {}): object => ({ name: 'name', description: 'made up', ...fields });
  const choice = (name: number | string): object => ({ name: `${name}`, value: `${name}` });
  const typed = (name: string, more: object = {}): object => ({
    type: 3,
    name,
    description: 'made up',
    ...more,
  });

  test.for<[problem: RegExp, commands: readonly object[]]>([
    [/"Name" is no name/, [command({ name: 'Name' })]],
    [/"a b" is no name/, [command({ name: 'a b' })]],
    [/32/, [command({ name: 'x'.repeat(33) })]],
    [/1 to 100 characters, not 0/, [command({ description: '' })]],
    [/100/, [command({ description: 'x'.repeat(101) })]],
    [
      /8001 characters|at most 8000/,
      [
        command({
          options: many(20, at =>
            typed(`o${at}`, {
              description: 'x'.repeat(100),
              choices: many(25, each => choice(`${each} ${'x'.repeat(10)}`)),
            }),
          ),
        }),
      ],
    ],
    [/25 items|26 options/, [command({ options: many(26, at => typed(`o${at}`)) })]],
    [/25 items|26 choices/, [command({ options: [typed('o', { choices: many(26, choice) })] })]],
    [/option "o" stands twice/, [command({ options: [typed('o'), typed('o')] })]],
    [
      /choice "c" stands twice/,
      [command({ options: [typed('o', { choices: [choice('c'), choice('c')] })] })],
    ],
    [
      /exclude one another/,
      [command({ options: [typed('o', { autocomplete: true, choices: [choice('c')] })] })],
    ],
    [/required options come before/, [command({ options: [typed('a'), typed('b', { required: true })] })]],
    [
      /subcommands and options/,
      [command({ options: [typed('a'), { type: 1, name: 'b', description: 'c' }] })],
    ],
    [/the command "name" stands twice/, [command(), command()]],
    [/101 commands/, many(101, at => command({ name: `c${at}` }))],
    [/no locale/, [command({ name_localizations: { ur: 'x' } })]],
    [/"Nom" is no name/, [command({ name_localizations: { fr: 'Nom' } })]],
    [/additional properties.*"made"/, [command({ made: 'up' })]],
  ])('for %s', async ([problem, commands]) => {
    await put(commands);
    expect(status()).toBe(400);
    expect(problems()).toContainEqual(expect.stringMatching(problem));
  });

  test('but not one with 25 options, subcommands, translations and 8,000 characters', async () => {
    const long = many(25, at => typed(`o${String(at).padStart(2, '0')}`, { description: 'x'.repeat(97) }));
    await put([
      command({ options: long, name_localizations: { fr: 'nom' } }),
      command({
        name: 'sub',
        options: [
          {
            type: 2,
            name: 'group',
            description: 'g',
            options: [{ type: 1, name: 'leaf', description: 'l', options: [typed('o')] }],
          },
        ],
      }),
    ]);
    expect(problems()).toEqual([]);
    expect(discord.user.beginSlash('sub group leaf', { o: 'x' }).body).toMatchObject({
      data: {
        options: [
          { type: 2, name: 'group', options: [{ type: 1, name: 'leaf', options: [{ value: 'x' }] }] },
        ],
      },
    });
  });
});

describe('a request that Discord has not', () => {
  test.for<[problem: RegExp, method: string, path: string, agent?: string]>([
    [/no such request/, 'GET', '/api/v10/made/up'],
    [/query has no "made"/, 'GET', '/api/v10/channels/1?made=up'],
    [/only API version 10/, 'GET', '/api/v9/gateway'],
    [/user agent/, 'GET', '/api/v10/gateway', 'curl'],
    [/no JSON/, 'POST', '/api/v10/users/@me/channels'],
  ])('%s', async ([problem, method, path, agent = 'DiscordBot (https://example.org, 1.0)']) => {
    await fetch(`${discord.api.replace('/api', '')}${path}`, {
      method,
      headers: {
        'user-agent': agent,
        authorization: `Bot ${discord.token}`,
        'content-type': 'application/json',
      },
      ...(method === 'POST' ? { body: '{' } : {}),
    });
    expect(problems()).toContainEqual(expect.stringMatching(problem));
  });
});
