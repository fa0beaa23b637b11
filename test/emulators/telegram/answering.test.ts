import { Telegraf } from 'telegraf';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientOf, raw, refusal } from './client.ts';
import { startTelegram, type TelegramEmulator } from './start.ts';

let telegram: TelegramEmulator;
let bot: Telegraf;
let running: Promise<void>;

const keyboard = (...labels: readonly string[]) => ({
  inline_keyboard: [labels.map(label => ({ text: label, callback_data: label.toLowerCase() }))],
});

const article = (id: string, text: string) => ({
  type: 'article' as const,
  id,
  title: text,
  input_message_content: { message_text: `<b>${text}</b>`, parse_mode: 'HTML' as const },
});

beforeEach(async () => {
  telegram = await startTelegram({ flood: null });
  bot = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.apiRoot } });
  bot.start(context => context.reply(`started with ${context.payload}`));
  bot.on('text', (context, next) =>
    context.message.via_bot !== undefined
      ? next()
      : context.reply(context.message.text, {
          reply_markup: keyboard('Sources', 'Copy', 'Toast', 'Nothing'),
        }),
  );
  bot.action('sources', async context => {
    await context.editMessageText('the sources', { reply_markup: keyboard('Back') });
    await context.answerCbQuery();
  });
  bot.action('copy', async context => {
    await context.answerCbQuery();
    await context.reply('a copy');
  });
  bot.action('toast', context => context.answerCbQuery('nothing more', { show_alert: true }));
  bot.action('nothing', () => undefined);
  bot.on('inline_query', context =>
    context.answerInlineQuery([
      { ...article('1', context.inlineQuery.query), reply_markup: keyboard('Sources') },
    ]),
  );
  running = bot.launch();
  await telegram.ready();
});

afterEach(async () => {
  bot.stop();
  await running;
  await telegram.close();
  expect(telegram.transcript.violations).toEqual([]);
});

describe('a button', () => {
  test('changes its message', async () => {
    const shown = await telegram.user.says('a');
    expect(shown.buttons).toEqual([['Sources', 'Copy', 'Toast', 'Nothing']]);
    const pressed = await telegram.user.presses(shown, 'Sources');
    expect(pressed).toMatchObject({
      toast: '',
      shown: { id: shown.id, text: 'the sources', buttons: [['Back']] },
    });
  });

  test('brings a new message, or a word alone', async () => {
    const shown = await telegram.user.says('a');
    expect(await telegram.user.presses(shown, 'Copy')).toMatchObject({ shown: { text: 'a copy' } });
    expect(await telegram.user.presses(shown, 'Toast')).toEqual({
      toast: 'nothing more',
      alert: true,
      shown: null,
    });
    expect(() => telegram.user.taps(shown, 'More')).toThrow(
      'There is no button More; there are Sources, Copy',
    );
  });

  test('that nobody answers is known, and an answer comes too late', async () => {
    const shown = await telegram.user.says('a');
    const id = telegram.user.taps(shown, 'Nothing');
    expect(telegram.unanswered()).toEqual([id]);
    telegram.clock.advance(20_000);
    expect(await refusal(clientOf(telegram).answerCbQuery(id))).toBe(
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    );
  });

  test('is answered once', async () => {
    const shown = await telegram.user.says('a');
    const id = telegram.user.taps(shown, 'Nothing');
    const client = clientOf(telegram);
    await client.answerCbQuery(id);
    expect(await refusal(client.answerCbQuery(id))).toContain('query is too old');
    expect(telegram.transcript.takeViolations()).toMatchObject([
      { problem: `query ${id} was answered before` },
    ]);
  });
});

describe('inline mode', () => {
  test('shows results, and sends the one that is picked', async () => {
    const [result] = await telegram.user.inline('quetta');
    if (result === undefined) throw new Error('there is no result');
    expect(result).toMatchObject({ id: '1', title: 'quetta', text: 'quetta' });
    const room = telegram.room('desk');
    const shown = telegram.user.picks(result, room);
    expect(shown).toMatchObject({ text: 'quetta', pieces: [{ type: 'bold' }], buttons: [['Sources']] });
    expect(await telegram.user.presses(shown, 'Sources')).toMatchObject({ shown: { text: 'the sources' } });
  });

  test.for<[what: string, results: readonly object[], error: string]>([
    ['51 results', Array.from({ length: 51 }, (_, index) => article(String(index), 'a')), 'RESULTS_TOO_MUCH'],
    ['one id twice', [article('1', 'a'), article('1', 'b')], 'RESULT_ID_DUPLICATE'],
    ['an empty message', [article('1', ' ')], 'MESSAGE_EMPTY'],
  ])('refuses %s', async ([, results, error]) => {
    telegram.world.queries.set('q', { kind: 'inline', id: 'q', at: telegram.clock.now(), answer: null });
    const reply = await raw(telegram, 'answerInlineQuery', { inline_query_id: 'q', results });
    expect(reply.description).toBe(`Bad Request: ${error}`);
  });
});

describe('a person', () => {
  test('comes by a deep link', async () => {
    expect(await telegram.user.starts('c_2024_kp')).toMatchObject({ text: 'started with c_2024_kp' });
  });

  test('gets the menu of the narrowest scope, in their language', async () => {
    const client = clientOf(telegram);
    const set = (command: string, extra: object) =>
      client.setMyCommands([{ command, description: 'x' }], extra);
    const room = telegram.room('desk');
    const member = telegram.person('Member', 'ur');
    await set('any', {});
    await set('private', { scope: { type: 'all_private_chats' } });
    await set('urdu', { scope: { type: 'all_private_chats' }, language_code: 'ur' });
    await set('group', { scope: { type: 'all_group_chats' } });
    await set('admin', { scope: { type: 'all_chat_administrators' } });
    const first = (menu: readonly { readonly [key: string]: unknown }[]) => menu[0]?.command;
    expect([
      first(telegram.user.menu()),
      first(member.menu()),
      first(member.menu(room)),
      first(telegram.user.menu(room)),
    ]).toEqual(['private', 'urdu', 'group', 'admin']);
    await client.deleteMyCommands({ scope: { type: 'all_group_chats' } });
    expect(first(member.menu(room))).toBe('any');
    expect(await client.getMyCommands()).toEqual([{ command: 'any', description: 'x' }]);
    expect(await refusal(set('Not-so', {}))).toBe('Bad Request: BOT_COMMAND_INVALID');
  });
});
