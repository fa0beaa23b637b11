import { delimiter } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings, type Settings } from '../../src/shell/settings.ts';

const NOTHING_SET: Settings = {
  database: null,
  articles: [],
  zone: 'UTC',
  contact: null,
  feeds: null,
  inbox: null,
  guard: 'public',
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
    ['name whom to write to', { SITREP_CONTACT: 'me@example.org' }, { contact: 'me@example.org' }],
    ['open loopback to tests', { SITREP_ALLOW_LOOPBACK: 'tests' }, { guard: 'open-loopback' }],
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
    ['SITREP_CONTACT', 'me (at work)', 'must be a web or mail address at which you can be reached'],
    ['SITREP_CONTACT', 'a\r\nb: c', 'must be a web or mail address at which you can be reached'],
    ['SITREP_ALLOW_LOOPBACK', '1', 'is for the tests of Sitrep itself; take it out, or set it to "tests"'],
  ])('that are wrong cost one line each, with what is expected: %s=%j', ([name, value, line]) => {
    expect(readSettings({ [name]: value })).toEqual({ ok: false, error: [`${name} ${line}`] });
  });
});
