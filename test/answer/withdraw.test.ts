import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { corpus } from '../made-up/corpus.ts';
import { annual, rival } from '../made-up/readings.ts';
import { saved } from '../store/keep.ts';
import { administrator, MOMENT } from './intake.ts';

const LATER = '2026-03-10T13:00:00.000Z';

describe('/withdraw', () => {
  test('takes an article out of what is asked from then on, and of nothing that was asked before', async () => {
    const { ask, at } = administrator([annual, rival]);
    const before = at('2026-03-10T11:59:59.000Z');
    const asked = await ask('/casualties 2024', true, before);
    expect(asked.text).toContain('900');
    const { refused, text } = await ask('/withdraw annual it was retracted');
    expect([refused, text]).toEqual([false, expect.stringContaining('annual is withdrawn')]);
    const after = at(LATER);
    expect((await ask('/casualties 2024', true, after)).text).not.toContain('900');
    expect((await ask('/casualties 2024', true, before)).text).toBe(asked.text);
    expect(after.store.versions('annual').at(-1)?.reason).toBe('it was retracted (made-up admin)');
  });

  test('is undone by /restore', async () => {
    const { ask, at } = administrator([annual]);
    await ask('/withdraw annual');
    const services = at(LATER);
    const { refused, text } = await ask('/restore annual', true, services);
    expect([refused, text]).toEqual([false, 'annual is back: answers rest on it again.']);
    expect(
      services.store.article('annual', { day: '2026-03-11', instant: '2026-03-11T00:00:00.000Z' })?.id,
    ).toBe('annual');
  });

  test('takes the address of a page', async () => {
    const { ask, store } = administrator([annual]);
    const url = 'https://example.org/annual';
    const page = { url, kind: 'taken', article: 'annual', reason: null, at: MOMENT, feed: null } as const;
    saved(store.pages.record([page]));
    expect((await ask(`/withdraw ${url}?utm_source=x`)).refused).toBe(false);
    expect((await ask(`/withdraw <${url}>`)).text).toContain('annual is withdrawn already.');
  });
});

test.for<[question: string, words: string]>([
  ['/withdraw', '/withdraw needs more: Id of the article, or address of its page.'],
  ['/restore', '/restore needs more: Id of the article, or address of its page.'],
  ['/withdraw nothing', 'There is no article “nothing”; give its whole id, or the address of its page.'],
  ['/restore https://example.org/never', 'There is no article “https://example.org/never”'],
  ['/restore annual', 'annual is not withdrawn.'],
])('%s is refused in a line', async ([question, words]) => {
  const { refused, text } = await administrator([annual]).ask(question);
  expect([refused, text]).toEqual([true, expect.stringContaining(words)]);
});

test.for([
  'withdraw',
  'restore',
])('/%s changes nothing while all is in memory: it would be so no more tomorrow', async name => {
  const services = corpus([annual])(MOMENT);
  const command = commands.find(each => each.name === name);
  const answer = await command?.run({ question: `/${name} annual`, words: 'annual', admin: true }, services);
  expect(answer?.text).toContain('set SITREP_DB to a file first');
});
