import { afterEach, describe, expect, test } from 'vitest';
import type { Answer, Block, Citation } from '../../../src/core/answer.ts';
import { createApi } from '../../../src/platform/telegram/api.ts';
import { answerOf, type RunningBot, runBot } from './run-bot.ts';

const LIFE = 60_000;
const PATIENCE = 30_000;

let bot: RunningBot | null = null;

afterEach(async () => {
  await bot?.close();
  expect(bot?.telegram.transcript.takeViolations()).toEqual([]);
  bot = null;
}, LIFE);

const echo = async (): Promise<RunningBot> => {
  bot = await runBot(({ question }) => answerOf(question, `To ${question}`));
  return bot;
};

describe('the bot goes on', { timeout: LIFE }, () => {
  test('when an update comes twice', async () => {
    const { telegram, asked } = await echo();
    await telegram.user.says('a');
    telegram.updates.repeat();
    await telegram.user.says('b');
    expect(asked.map(({ question }) => question)).toEqual(['a', 'b']);
  });

  test('when updates have no form that anybody promised', async () => {
    const { telegram, log } = await echo();
    telegram.updates.pushRaw({ message: 'nonsense' });
    telegram.updates.pushRaw({ message: { chat: null, text: [null] } });
    telegram.updates.pushRaw({ callback_query: { id: 1 } });
    expect((await telegram.user.says('a')).text).toBe('To a');
    expect(log().match(/of an unknown shape/g)).toHaveLength(3);
  });

  test('when another program polls with its token', async () => {
    const { telegram, log } = await echo();
    const other = createApi(telegram.token, telegram.apiRoot, AbortSignal.timeout(LIFE));
    await other.call('getUpdates', { timeout: 0 });
    expect((await telegram.user.says('a')).text).toBe('To a');
    expect(log()).toContain('Conflict: terminated by other getUpdates request');
  });

  test('when an answer throws', async () => {
    bot = await runBot(({ question }) => {
      if (question === 'a') throw new Error('made up');
      return answerOf(question, `To ${question}`);
    });
    bot.telegram.user.writes('a');
    expect((await bot.telegram.user.says('b')).text).toBe('To b');
    expect(bot.log()).toContain('could not be dealt with');
  });
});

describe('an answer', { timeout: LIFE }, () => {
  test.for([
    'stored-then-500',
    'stored-then-reset',
    'garbage',
    'html',
  ] as const)('of which nobody knows whether it arrived (%s) is not repeated', async wrong => {
    const { telegram } = await echo();
    telegram.faults.add({ wrong, method: 'sendMessage' });
    telegram.user.writes('a');
    expect((await telegram.user.says('b', { until: ({ text }) => text === 'To b' })).text).toBe('To b');
    const stored = wrong.startsWith('stored') ? ['To a', 'To b'] : ['To b'];
    expect(telegram.user.sees().map(({ text }) => text)).toEqual(stored);
    const settings = await telegram.user.says('/settings');
    expect(settings.buttons.flat()).toContain('Send again: a');
  });

  test('to who blocked the bot is tried once, and they are answered when they come back', async () => {
    const { telegram } = await echo();
    await telegram.user.says('a');
    telegram.user.writes('b');
    telegram.user.blocks();
    const sent = () => telegram.transcript.calls('sendMessage');
    await telegram.transcript.until(() => sent().at(-1)?.status === 403, 'a refusal', PATIENCE);
    const before = sent().length;
    telegram.user.unblocks();
    expect((await telegram.user.says('c')).text).toBe('To c');
    await telegram.transcript.until(() => sent().at(-1)?.status === 200, 'the answer', PATIENCE);
    expect(sent()).toHaveLength(before + 1);
  });

  test('to a group that silently became a supergroup is sent once, to where it went, with its settings', async () => {
    const { telegram } = await echo();
    const room = telegram.room('Desk');
    const shown = await telegram.user.says('/settings', { in: room });
    await telegram.user.presses(shown, shown.buttons.flat().find(each => each.includes('rich')) ?? '');
    telegram.user.writes(`@${telegram.me.username} a`, { in: room });
    const larger = room.migrate({ silent: true });
    await telegram.transcript.until(() => larger.said().length === 1, 'the answer', PATIENCE);
    const settings = await telegram.user.says('/settings', { in: larger });
    expect(settings.buttons.flat().find(each => each.includes('rich'))).toContain('●');
  });

  test('in a chat that must wait does not hold up another', async () => {
    const { telegram } = await echo();
    const other = telegram.person('Other');
    const wait = { status: 429, parameters: { retry_after: 5 } };
    telegram.faults.add({ wrong: wait, method: 'sendMessage', chat: telegram.user.chat.id });
    telegram.user.writes('a');
    await telegram.transcript.until(() => telegram.faults.left() === 0, 'the refusal', PATIENCE);
    await other.says('b');
    expect(telegram.user.sees()).toEqual([]);
    await telegram.transcript.until(() => telegram.user.sees().length === 1, 'the answer', PATIENCE);
    const statuses = () => telegram.transcript.calls('sendMessage').map(({ status }) => status);
    await telegram.transcript.until(() => statuses().length === 3, 'three calls', PATIENCE);
    expect(statuses()).toEqual([429, 200, 200]);
  });
});

test('an administrator who stays anonymous may change the settings', { timeout: LIFE }, async () => {
  const { telegram } = await echo();
  const room = telegram.room('Desk', { type: 'supergroup' });
  const editor = telegram.person('Editor');
  room.join(editor, { status: 'administrator', anonymous: true });
  const shown = await editor.says('/settings', { in: room });
  expect(shown.buttons.flat().length).toBeGreaterThan(0);
});

const citation = (n: number): Citation => ({
  n,
  article: `made-up-${n}`,
  title: null,
  publisher: `Paper ${n}`,
  published: '2024-11-22',
  url: `https://example.org/${n}`,
  quote: '14',
  sentence: `Made up: 14 were killed on day ${n}.`,
  start: 0,
  end: 2,
});

/** An answer of quotes, each cited. */
const quoting = (question: string, texts: readonly string[]): Answer =>
  answerOf(question, '', {
    blocks: texts.map((text, i): Block => ({ kind: 'quote', n: i + 1, text, marks: [{ start: 0, end: 3 }] })),
    citations: texts.map((_, i) => citation(i + 1)),
  });

describe('what an answer quotes', { timeout: LIFE }, () => {
  test('is shown as printed, whatever it holds, and calls nobody', async () => {
    const said =
      '<b>14</b> & "<5 killed>" @everyone [x](y) `z` *a* _b_ <pre> &amp; </blockquote> #tag /start';
    bot = await runBot(({ question }) => quoting(question, [said]));
    const { telegram } = bot;
    const shown = await telegram.user.says('a');
    expect(shown.text.replaceAll('\u2060', '')).toContain(`“${said}” [1]`);
    expect(shown.pieces.map(({ type }) => type)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:mention|hashtag|bot_command)$/)]),
    );
    expect(telegram.transcript.calls().every(({ status }) => status === 200)).toBe(true);
  });

  test('60 times, with emoji and Urdu, is paged, and none loses its citation', async () => {
    const texts = Array.from(
      { length: 60 },
      (_, i) => `کوئٹہ میں دھماکا 👩‍👩‍👧 ${'کلمہ '.repeat(25)}number ${i + 1}.`,
    );
    bot = await runBot(({ question }) => quoting(question, texts));
    const { telegram } = bot;
    let shown = await telegram.user.says('a');
    let seen = shown.text;
    while (shown.buttons.flat().includes('Next ›')) {
      const turned = await telegram.user.presses(shown, 'Next ›');
      if (turned.shown === null) break;
      shown = turned.shown;
      seen += shown.text;
    }
    for (const [i, text] of texts.entries()) expect(seen).toContain(`“${text}” [${i + 1}]`);
    expect(telegram.transcript.calls().every(({ status }) => status === 200)).toBe(true);
  });
});
