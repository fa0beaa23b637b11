import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlace, type Place } from './run-bot.ts';

const LIFE = 240_000;

let place: Place;

beforeAll(async () => {
  place = await openPlace();
  place.start();
  await place.telegram.ready(120_000);
}, LIFE);

afterAll(async () => {
  await place.close();
}, LIFE);

test('a topic orders its own digest, by who manages the group', { timeout: LIFE }, async () => {
  const { telegram } = place;
  const room = telegram.room('Forum', { type: 'supergroup', forum: true });
  const thread = room.topic('Balochistan');
  const ordered = await telegram.user.says('/digest subscribe 08:00 Asia/Karachi Balochistan', {
    in: room,
    thread,
  });
  expect(ordered.text).toContain('A digest is sent here every day');
  const why = await telegram.user.says('/why digest', { in: room, thread });
  expect(why.text).toContain('No digest has been due here yet');
  const elsewhere = await telegram.user.says('/why digest', { in: room });
  expect(elsewhere.text).toContain('There is no daily digest here');
  const guest = telegram.person('Guest');
  room.join(guest);
  expect((await guest.says('/digest list', { in: room, thread })).text).toContain('administrators');
});

test('in private, where nobody manages the chat, nothing is set', { timeout: LIFE }, async () => {
  const shown = await place.telegram.person('Reader').says('/digest subscribe 08:00');
  expect(shown.text).toContain('administrators');
});
