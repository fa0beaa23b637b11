import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openPlace, type Place, type RunningBot } from './run-bot.ts';

/** A start takes its time on a busy machine. */
const LIFE = 240_000;

let place: Place;
let bot: RunningBot;

beforeAll(async () => {
  place = await openPlace();
  bot = place.start();
  await place.telegram.ready(120_000);
}, LIFE);

afterEach(() => {
  expect(place.telegram.transcript.takeViolations()).toEqual([]);
});

afterAll(async () => {
  await place.close();
}, LIFE);

const ASKED = '/casualties 2024 KP';

describe('in a private chat', { timeout: LIFE }, () => {
  test('a question in words is answered with citations, and without previews', async () => {
    const user = place.telegram.person('Reader');
    const shown = await user.says('what happened in quetta');
    expect(shown.text).toContain('[1]');
    expect(shown.preview).toBe(false);
    expect(shown.pieces.map(({ type }) => type)).toContain('expandable_blockquote');
    expect(shown.buttons.flat()).toEqual(expect.arrayContaining(['Sources', 'Why']));
  });

  test('buttons open the sources and the rules in the same message, and lead back', async () => {
    const user = place.telegram.person('Reader');
    const shown = await user.says(ASKED);
    const sources = await user.presses(shown, 'Sources');
    expect(sources.shown?.id).toBe(shown.id);
    expect(sources.shown?.text).toContain('“');
    const back = sources.shown === null ? null : await user.presses(sources.shown, '‹ Back to the answer');
    expect(back?.shown?.text).toBe(shown.text);
    const why = await user.presses(shown, 'Why');
    expect(why.shown?.text).toContain('[1]');
    expect(place.telegram.unanswered()).toEqual([]);
  });

  test('an offer is a question of its own', async () => {
    const user = place.telegram.person('Reader');
    const shown = await user.says(ASKED);
    const label = shown.buttons.flat().find(each => each.startsWith('bombing'));
    const pressed = await user.presses(shown, label ?? '');
    expect(pressed.shown?.id).not.toBe(shown.id);
    expect(pressed.shown?.text).toContain('Bannu');
  });

  test('a link asks what it says', async () => {
    const shown = await place.telegram.person('Newcomer').starts('c_2024_kp');
    expect(shown.text).toContain('Khyber Pakhtunkhwa');
  });

  test('settings turn rich messages on and off', async () => {
    const user = place.telegram.person('Reader');
    const shown = await user.says('/settings');
    const label = (rich: boolean): string =>
      shown.buttons.flat().find(each => each.includes(rich ? 'rich' : 'plain')) ?? '';
    await user.presses(shown, label(true));
    const rich = await user.says(ASKED);
    expect(rich.message.rich_message).toBeDefined();
  });

  test('the menus name the commands', async () => {
    await expect
      .poll(() => bot.output(), { timeout: 60_000 })
      .toContain('the menus of commands are up to date');
    const names = place.telegram.user.menu().map(({ command }) => command);
    expect(names).toEqual(expect.arrayContaining(['casualties', 'why', 'settings']));
  });
});

test('inline results are cited and lead to the chat', { timeout: LIFE }, async () => {
  const results = await place.telegram.user.inline('quetta');
  expect(results.length).toBeGreaterThan(1);
  for (const { text } of results) expect(text).toContain('[1]');
});

describe('in a group', { timeout: LIFE }, () => {
  test('commands, mentions and replies are answered, other talk is not', async () => {
    const { telegram } = place;
    const { me } = telegram;
    const user = telegram.person('Reporter');
    const room = telegram.room('Desk');
    room.join(user);
    user.writes('what happened in quetta', { in: room });
    user.writes('/casualties@another_bot 2024', { in: room });
    const first = await user.says(`@${me.username} what happened in quetta`, { in: room });
    expect(first.replyTo).not.toBeNull();
    expect(first.text).toContain('Quetta');
    const second = await user.says('/casualties@sitrep_test_bot 2024 KP', { in: room });
    expect(second.text).toContain('Khyber Pakhtunkhwa');
    const third = await user.says('what happened in bannu', { in: room, replyTo: second });
    expect(third.text).toContain('Bannu');
    expect(room.said()).toHaveLength(3);
  });

  test('a topic keeps its answers', async () => {
    const { telegram } = place;
    const room = telegram.room('Forum', { type: 'supergroup', forum: true });
    const thread = room.topic('Balochistan');
    const shown = await telegram.user.says('/incident Quetta', { in: room, thread });
    expect(shown.thread).toBe(thread);
  });

  test('one that becomes a supergroup keeps its settings', async () => {
    const { telegram } = place;
    const room = telegram.room('Small');
    const shown = await telegram.user.says('/settings', { in: room });
    await telegram.user.presses(shown, shown.buttons.flat().find(each => each.includes('rich')) ?? '');
    const larger = room.migrate();
    const settings = await telegram.user.says('/settings', { in: larger });
    expect(settings.buttons.flat().find(each => each.includes('rich'))).toContain('●');
  });

  test('nobody but its administrators changes how answers look', async () => {
    const { telegram } = place;
    const room = telegram.room('Open');
    const guest = telegram.person('Guest');
    room.join(guest);
    const shown = await guest.says('/settings', { in: room });
    expect(shown.text).toContain('administrators');
  });
});

test('told to stop, it ends with 0 and has said nothing of its token', { timeout: LIFE }, async () => {
  bot.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
  expect(bot.output()).not.toContain('made-up-telegram-token');
});
