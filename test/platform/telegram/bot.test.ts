import { afterEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/answer.ts';
import type { Listed } from '../../../src/platform/common/asking.ts';
import { answerOf, type RunningBot, runBot } from './run-bot.ts';

const LIFE = 60_000;

let bot: RunningBot | null = null;

afterEach(async () => {
  await bot?.close();
  expect(bot?.telegram.transcript.takeViolations()).toEqual([]);
  bot = null;
}, LIFE);

const FEED: Listed = { name: 'feed', description: 'Feeds', options: [], admin: true };

const listOf = (question: string): Answer =>
  answerOf(question, '', {
    blocks: [{ kind: 'list', items: Array.from({ length: 300 }, (_, i) => [`made-up feed number ${i}`]) }],
  });

describe('what an administrator asked', { timeout: LIFE }, () => {
  test('is paged without asking again', async () => {
    bot = await runBot(({ question }) => listOf(question), [FEED]);
    const { telegram, asked } = bot;
    const room = telegram.room('Desk');
    const shown = await telegram.user.says('/feed list', { in: room });
    expect(shown.text).toContain('page 1 of');
    const turned = await telegram.user.presses(shown, 'Next ›');
    expect(turned.shown?.id).toBe(shown.id);
    expect(turned.shown?.text).toContain('page 2 of');
    const back = turned.shown === null ? null : await telegram.user.presses(turned.shown, '‹ Earlier');
    expect(back?.shown?.text).toBe(shown.text);
    expect(asked).toHaveLength(1);
  });

  test('is asked with the rights of who presses what is offered', async () => {
    const offering = (question: string): Answer =>
      answerOf(question, 'Made up.', {
        blocks: [{ kind: 'offers', title: 'Ask', items: [{ label: 'List', question: '/feed list' }] }],
      });
    bot = await runBot(({ question }) => offering(question), [FEED]);
    const { telegram, asked } = bot;
    const room = telegram.room('Desk');
    const guest = telegram.person('Guest');
    room.join(guest);
    const shown = await telegram.user.says('/feed nothing', { in: room });
    await telegram.user.presses(shown, 'List');
    await guest.presses(shown, 'List');
    expect(asked.map(({ question, asker }) => [question, asker?.admin])).toEqual([
      ['/feed nothing', true],
      ['/feed list', true],
      ['/feed list', false],
    ]);
  });

  test('is asked by nobody in a private chat', async () => {
    bot = await runBot(({ question }) => answerOf(question, 'Made up.'), [FEED]);
    await bot.telegram.user.says('/feed list');
    expect(bot.asked[0]?.asker?.admin).toBe(false);
  });
});

describe('an answer that does not come', { timeout: LIFE }, () => {
  test('holds up nobody else', async () => {
    const never = new Promise<Answer>(() => undefined);
    bot = await runBot(({ question }) =>
      question === 'hang' ? never : answerOf(question, `To ${question}`),
    );
    const { telegram } = bot;
    telegram.user.writes('hang');
    expect((await telegram.person('Other').says('hello')).text).toBe('To hello');
    expect(telegram.user.sees()).toEqual([]);
  });
});

test('answers of one chat keep the order of its questions', { timeout: LIFE }, async () => {
  const late = (question: string): Promise<Answer> =>
    new Promise(resolve => setImmediate(() => resolve(answerOf(question, question))));
  bot = await runBot(({ question }) => (question === 'a' ? late(question) : answerOf(question, question)));
  const { user, transcript } = bot.telegram;
  for (const question of ['a', 'b', 'c']) user.writes(question);
  await transcript.until(() => user.sees().length === 3, 'three answers', 30_000);
  expect(user.sees().map(({ text }) => text)).toEqual(['a', 'b', 'c']);
});
