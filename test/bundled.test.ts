import { beforeAll, describe, expect, test } from 'vitest';
import { ask, commands } from '../commands/index.ts';
import type { App } from '../src/bot/app.ts';
import type { Answer } from '../src/core/answer.ts';
import { clockAt } from '../src/core/clock.ts';
import { openApp } from '../src/open-app.ts';
import { readSettings } from '../src/shell/settings.ts';

// The real articles, as the program opens them.
let app: App;

const answer = (question: string, asOf = '2026-11-22T12:00:00Z'): Promise<Answer> =>
  app.answer(question, clockAt(asOf), '/casualties 2024', { name: 'made-up admin', admin: true });

beforeAll(async () => {
  const settings = readSettings({});
  if (!settings.ok) throw new Error(settings.error.join());
  const opened = await openApp(settings.value, { json: false, articles: [], clock: null }, error => {
    throw error;
  });
  if (!opened.ok) throw new Error(opened.error.message);
  app = opened.value;
  return opened.value.close;
});

const offered = ({ blocks }: Answer): string[] =>
  blocks.flatMap(block => (block.kind === 'offers' ? block.items.map(({ question }) => question) : []));

test.for(
  // What changes something is kept in a file, and there is none here.
  [...commands, ask].flatMap(({ examples, changes }) => (changes?.('') === true ? [] : examples)),
)('the example “%s” is answered', async example => expect((await answer(example)).refused).toBe(false));

describe('what is offered is answered', () => {
  test.for([
    'help',
    'hi',
    'thanks',
    '/help casualties',
    '/help incident',
    '/article zzz',
    '/casualties 2019',
    '/casualties lahore 2019',
    '/casualties Balochistan august 2024',
    '/casualties foo',
    '/incident Karachi',
    '/incident',
    '/search zeppelin',
    'what happened in kabul',
    'civilians killed 2024',
    'deaths on 30 february 2024',
    '/why 99',
    '/why 99 of /casualties 2019',
    '/why nothing#1',
    '/nothing 2024',
  ])('after “%s”', async question => {
    const questions = offered(await answer(question));
    expect(questions).not.toEqual([]);
    for (const next of questions) expect([next, (await answer(next)).refused]).toEqual([next, false]);
  });

  test('at an earlier moment from what there was then', async () => {
    const early = '2024-03-01T00:00:00Z';
    const questions = offered(await answer('/help', early));
    expect(questions).toContain('/incident Pishin 7 February 2024');
    for (const next of questions) expect([next, (await answer(next, early)).refused]).toEqual([next, false]);
  });
});
