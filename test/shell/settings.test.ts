import { delimiter } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings, type Settings } from '../../src/shell/settings.ts';

const NOTHING_SET: Settings = {
  database: null,
  articles: [],
  zone: 'UTC',
  contact: null,
  operators: null,
  feeds: null,
  inbox: null,
  guard: 'public',
  discord: null,
  telegram: null,
  port: null,
  log: 'info',
  colour: true,
  capable: true,
  state: null,
};

describe('settings', () => {
  test.for<[claim: string, environment: Record<string, string>, changed: Partial<Settings>]>([
    ['have a value each when nothing is set', {}, {}],
    ['that are set to nothing are not set', { SITREP_DB: '', SITREP_ZONE: '', NO_COLOR: '' }, {}],
    ['name the file of the database', { SITREP_DB: 'facts.db' }, { database: 'facts.db' }],
    [
      'name several folders as PATH does',
      { SITREP_ARTICLES: `a${delimiter}b c${delimiter}` },
      { articles: ['a', 'b c'] },
    ],
    ['name a zone', { SITREP_ZONE: 'Asia/Karachi' }, { zone: 'Asia/Karachi' }],
    [
      'name who may change the articles',
      { SITREP_OPERATORS: 'discord:1, telegram:22' },
      { operators: ['discord:1', 'telegram:22'] },
    ],
    ['name whom to write to', { SITREP_CONTACT: 'me@example.org' }, { contact: 'me@example.org' }],
    ['open loopback to tests', { SITREP_ALLOW_LOOPBACK: 'tests' }, { guard: 'open-loopback' }],
    [
      'make it a Discord bot',
      { DISCORD_TOKEN: 'a.b-1.c_2', DISCORD_API: 'http://127.0.0.1:1/api/', DISCORD_GUILD: '123456' },
      { discord: { token: 'a.b-1.c_2', api: 'http://127.0.0.1:1/api', guild: '123456' } },
    ],
    [
      'make it a Telegram bot',
      {
        TELEGRAM_TOKEN: '123456:ABC-DEF_ghi',
        TELEGRAM_WEBHOOK: 'https://bot.example/hook',
        TELEGRAM_SECRET: 's',
      },
      {
        telegram: {
          token: '123456:ABC-DEF_ghi',
          api: null,
          webhook: 'https://bot.example/hook',
          secret: 's',
          host: '127.0.0.1',
          port: 8443,
        },
      },
    ],
    ['without a token are of no bot', { DISCORD_GUILD: '123456' }, {}],
    [
      'name the port and the level of the log',
      { SITREP_PORT: '0', SITREP_LOG: 'warn' },
      { port: 0, log: 'warn' },
    ],
    ['switch colour off', { NO_COLOR: '1' }, { colour: false }],
    ['know a terminal without escapes', { TERM: 'dumb' }, { colour: false, capable: false }],
    ['keep state in the home', { HOME: '/h' }, { state: '/h/.local/state/sitrep' }],
    ['keep state where it is wanted', { HOME: '/h', XDG_STATE_HOME: '/s' }, { state: '/s/sitrep' }],
    ['ignore what is not theirs', { SITREP_COLOUR: 'blue', PATH: '/bin' }, {}],
  ])('%s', ([, environment, changed]) => {
    expect(readSettings(environment)).toEqual({ ok: true, value: { ...NOTHING_SET, ...changed } });
  });

  test.for<[name: string, value: string, line: string]>([
    ['SITREP_ZONE', 'Karachi', 'must be an IANA time zone, such as Asia/Karachi or UTC'],
    [
      'SITREP_OPERATORS',
      '@somebody',
      'must name people by platform and number, such as discord:80351110224678912 telegram:123456',
    ],
    ['SITREP_CONTACT', 'me (at work)', 'must be a web or mail address at which you can be reached'],
    ['SITREP_CONTACT', 'a\r\nb: c', 'must be a web or mail address at which you can be reached'],
    ['DISCORD_TOKEN', 'Bot abc', 'must be the token of the bot, as its page shows it under "Bot"'],
    ['DISCORD_API', 'discord', 'must be an http or https address'],
    ['DISCORD_GUILD', 'my server', 'must be the id of a server, which is a number'],
    ['TELEGRAM_TOKEN', 'abc', 'must be the token that BotFather gave, such as 123456:ABC-DEF…'],
    ['TELEGRAM_WEBHOOK', 'http://a.example/', 'must be the https address at which Telegram reaches this bot'],
    ['TELEGRAM_SECRET', 'a b', 'must be 1 to 256 letters, digits, - or _'],
    ['TELEGRAM_HOST', 'a host', 'must be an address of this machine, such as 127.0.0.1 or 0.0.0.0'],
    ['SITREP_PORT', '65536', 'must be a port, 0 to 65535'],
    ['SITREP_PORT', '-1', 'must be a port, 0 to 65535'],
    ['SITREP_LOG', 'loud', 'must be one of trace, debug, info, warn, error, fatal, silent'],
    ['SITREP_ALLOW_LOOPBACK', '1', 'is for the tests of Sitrep itself; take it out, or set it to "tests"'],
  ])('that are wrong cost one line each, with what is expected: %s=%j', ([name, value, line]) => {
    expect(readSettings({ [name]: value })).toEqual({ ok: false, error: [`${name} ${line}`] });
  });
});
