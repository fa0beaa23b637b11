import type { Telegram } from 'telegraf';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientOf, raw, refusal } from './client.ts';
import { startTelegram, type TelegramEmulator } from './start.ts';

let telegram: TelegramEmulator;
let client: Telegram;
let here: number;

beforeEach(async () => {
  telegram = await startTelegram({ flood: null });
  client = clientOf(telegram);
  telegram.user.writes('/start');
  here = telegram.user.chat.id;
});

afterEach(async () => {
  await telegram.close();
  expect(telegram.transcript.violations).toEqual([]);
});

const button = (text: string, callback_data: string) => ({
  reply_markup: { inline_keyboard: [[{ text, callback_data }]] },
});

describe('a message', () => {
  test('is seen with its links, buttons and topic', async () => {
    const room = telegram.room('desk', { type: 'supergroup', forum: true });
    const thread = room.topic('Quetta');
    await client.sendMessage(room.id, '<b>12</b> <a href="https://example.org/1">[1]</a>', {
      parse_mode: 'HTML',
      message_thread_id: thread,
      link_preview_options: { is_disabled: true },
      ...button('Sources', 's:1'),
    });
    expect(room.said()).toMatchObject([
      {
        thread,
        text: '12 [1]',
        pieces: [
          { type: 'bold', text: '12' },
          { type: 'text_link', text: '[1]', url: 'https://example.org/1' },
        ],
        buttons: [['Sources']],
        preview: false,
      },
    ]);
  });

  test('is edited once it differs', async () => {
    const { message_id: id } = await client.sendMessage(here, 'one', button('More', 'm'));
    const unchanged = client.editMessageText(here, id, undefined, 'one', button('More', 'm'));
    expect(await refusal(unchanged)).toContain('Bad Request: message is not modified: ');
    await client.editMessageText(here, id, undefined, 'two', button('More', 'm'));
    await client.editMessageReplyMarkup(here, id, undefined, undefined);
    expect(telegram.user.sees()).toMatchObject([{ text: 'two', edited: true, buttons: [] }]);
  });

  test('may be a photo with a caption, sent as a form', async () => {
    // telegraf 4.16.3 never ends a form on this Node, so the form is one of Node's own.
    const form = new FormData();
    form.set('chat_id', String(here));
    form.set('photo', new Blob(['not really']), 'map.png');
    form.set('caption', '<i>map</i>');
    form.set('parse_mode', 'HTML');
    form.set('reply_markup', JSON.stringify(button('Sources', 's').reply_markup));
    await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendPhoto`, { method: 'POST', body: form });
    expect(telegram.user.sees()).toMatchObject([
      { text: 'map', pieces: [{ type: 'italic' }], buttons: [['Sources']] },
    ]);
  });

  test('may be rich', async () => {
    const rich_message = { html: '<h1>Quetta</h1><p>12 killed</p>' };
    await raw(telegram, 'sendRichMessage', { chat_id: here, rich_message });
    expect(telegram.user.sees()).toMatchObject([{ text: 'Quetta\n12 killed' }]);
  });

  test('is deleted and pinned', async () => {
    const { message_id: id } = await client.sendMessage(here, 'one');
    await client.pinChatMessage(here, id);
    expect(telegram.user.chat.pinned).toBe(id);
    await client.deleteMessage(here, id);
    expect(telegram.user.sees()).toEqual([]);
    expect(await refusal(client.deleteMessage(here, id))).toBe('Bad Request: message to delete not found');
  });
});

describe('is refused', () => {
  test.for<[what: string, params: object, error: string]>([
    ['nothing', { text: ' ' }, 'message text is empty'],
    ['too much', { text: 'a'.repeat(4097) }, 'message is too long'],
    [
      'broken HTML',
      { text: '<x>', parse_mode: 'HTML' },
      'can\'t parse entities: Unsupported start tag "x" at byte offset 0',
    ],
    ['another way to parse', { text: 'a', parse_mode: 'RTF' }, 'unsupported parse_mode'],
    ['a topic that is not there', { text: 'a', message_thread_id: 99 }, 'message thread not found'],
    [
      'an answer to nothing',
      { text: 'a', reply_parameters: { message_id: 99_999 } },
      'message to be replied not found',
    ],
    [
      'a button with too much behind it',
      { text: 'a', ...button('b', 'ä'.repeat(33)) },
      'BUTTON_DATA_INVALID',
    ],
    [
      'a button that leads nowhere',
      { text: 'a', reply_markup: { inline_keyboard: [[{ text: 'b', url: 'nowhere' }]] } },
      "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
    ],
  ])('%s', async ([, params, error]) => {
    const reply = await raw(telegram, 'sendMessage', { chat_id: here, ...params });
    expect(reply).toEqual({ ok: false, error_code: 400, description: `Bad Request: ${error}` });
    telegram.transcript.takeViolations();
  });
});

describe('a rich message is refused', () => {
  test.for<[rich: object, error: string]>([
    [{}, 'rich message must have exactly one of html and markdown'],
    [{ html: '<p>a' }, 'can\'t parse rich message: unclosed tag "p"'],
    [{ html: '<p><b>a</p></b>' }, 'can\'t parse rich message: unexpected end tag "p"'],
    [{ html: '<p></p>' }, 'message text is empty'],
    [{ markdown: 'a'.repeat(32_769) }, 'message is too long'],
  ])('%j', async ([rich, error]) => {
    const reply = await raw(telegram, 'sendRichMessage', { chat_id: here, rich_message: rich });
    expect(reply.description).toBe(`Bad Request: ${error}`);
  });
});

describe('a chat', () => {
  test('that nobody knows, or that did not begin it', async () => {
    expect(await refusal(client.sendMessage(12, 'a'))).toBe('Bad Request: chat not found');
    const stranger = telegram.person('Stranger');
    expect(await refusal(client.sendMessage(stranger.chat.id, 'a'))).toBe(
      "Forbidden: bot can't initiate conversation with a user",
    );
  });

  test('whose person blocked the bot, and came back', async () => {
    telegram.user.blocks();
    expect(await refusal(client.sendMessage(here, 'a'))).toBe('Forbidden: bot was blocked by the user');
    telegram.user.unblocks();
    expect(await refusal(client.sendMessage(here, 'a'))).toBe('fine');
    expect(telegram.updates.pending()).toMatchObject([
      { message: { text: '/start' } },
      { my_chat_member: { new_chat_member: { status: 'kicked' } } },
      { my_chat_member: { new_chat_member: { status: 'member' } } },
    ]);
  });

  test.for(['group', 'supergroup', 'channel'] as const)('a %s that threw the bot out', async type => {
    const room = telegram.room('desk', { type });
    room.kick();
    expect(await refusal(client.sendMessage(room.id, 'a'))).toBe(
      `Forbidden: bot was kicked from the ${type} chat`,
    );
    room.remove();
    expect(await refusal(client.sendMessage(room.id, 'a'))).toBe(
      `Forbidden: bot is not a member of the ${type} chat`,
    );
  });

  test('where the bot may not write', async () => {
    const room = telegram.room('desk', { type: 'supergroup' });
    room.restrict('send_text');
    expect(await refusal(client.sendMessage(room.id, 'a'))).toBe(
      'Bad Request: not enough rights to send text messages to the chat',
    );
    const channel = telegram.room('news', { type: 'channel', bot: 'member' });
    expect(await refusal(client.sendMessage(channel.id, 'a'))).toBe(
      'Bad Request: need administrator rights in the channel chat',
    );
  });

  test('by its name, and in a topic that is open', async () => {
    const room = telegram.room('desk', { type: 'supergroup', forum: true, username: 'made_up_desk' });
    const thread = room.topic('Quetta');
    const asked = telegram.user.writes('/help', { in: room, thread });
    const { message_id: id } = await client.sendMessage('@made_up_desk', 'a', {
      reply_parameters: { message_id: Number(asked.message_id) },
    });
    expect(room.said()).toMatchObject([{ id, thread, replyTo: asked.message_id }]);
    room.closeTopic(thread);
    expect(await refusal(client.sendMessage(room.id, 'a', { message_thread_id: thread }))).toBe(
      'Bad Request: TOPIC_CLOSED',
    );
    const theirs = client.editMessageText(room.id, Number(asked.message_id), undefined, 'b');
    expect(await refusal(theirs)).toBe("Bad Request: message can't be edited");
  });

  test('that became a supergroup', async () => {
    const room = telegram.room('desk');
    const next = room.migrate();
    const reply = await raw(telegram, 'sendMessage', { chat_id: room.id, text: 'a' });
    expect(reply).toMatchObject({ error_code: 400, parameters: { migrate_to_chat_id: next.id } });
    expect(telegram.updates.pending().slice(1)).toMatchObject([
      { message: { chat: { id: room.id }, migrate_to_chat_id: next.id } },
      { message: { chat: { id: next.id }, migrate_from_chat_id: room.id } },
    ]);
    await client.sendMessage(next.id, 'a');
    expect(next.said()).toHaveLength(1);
  });

  test('tells who its administrators are', async () => {
    const room = telegram.room('desk', { type: 'supergroup', bot: 'administrator' });
    const member = telegram.person('Member');
    room.join(member);
    expect(await client.getChatAdministrators(room.id)).toMatchObject([
      { status: 'creator' },
      { status: 'administrator' },
    ]);
    expect(await client.getChatMember(room.id, member.account.id)).toMatchObject({ status: 'member' });
    expect(await client.getChat(room.id)).toMatchObject({ title: 'desk' });
    await client.leaveChat(room.id);
    expect(telegram.updates.pending().at(-1)).toMatchObject({
      my_chat_member: { new_chat_member: { status: 'left' } },
    });
  });
});
