import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { bareCommand } from '../../src/bot/bare.ts';

test.for<[question: string, name: string | null, words?: string]>([
  ['help', 'help', ''],
  ['Help?', 'help', ''],
  ['help casualties', 'help', 'casualties'],
  ['help /why', 'help', '/why'],
  ['sources', 'sources', ''],
  ['why 3', 'why', '3'],
  ['why [3]', 'why', '[3]'],
  ['why 3 of /casualties 2024', 'why', '3 of /casualties 2024'],
  ['why made-up#12', 'why', 'made-up#12'],
  ['article 000_2c0e', 'article', '000_2c0e'],
  ['status', 'status', ''],
  ['feed list', 'feed', 'list'],
  ['feed add https://example.org/feed.xml', 'feed', 'add https://example.org/feed.xml'],
  ['why https://example.org/news/1', 'why', 'https://example.org/news/1'],
  ['feed the hungry', null],
  ['feed add more', null],
  ['why do they fight', null],
  ['why 2,546 people died', null],
  ['help me', null],
  ['article of faith', null],
  ['casualties 2024', null],
  ['incident in quetta', null],
  ['sources of the violence', null],
  ['', null],
])('“%s” is %s', ([question, name, words]) =>
  expect(bareCommand(question, commands)).toEqual(name === null ? null : { name, words }));
