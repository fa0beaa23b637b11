import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../../src/platform/common/log.ts';
import { createApi } from '../../../src/platform/telegram/api.ts';
import { keptBudget } from '../../../src/platform/telegram/budget.ts';
import { type Letter, plainLetter } from '../../../src/platform/telegram/letter.ts';
import { createSender, type Sender } from '../../../src/platform/telegram/sender.ts';
import { openStore } from '../../../src/store/sqlite.ts';
import { startTelegram, type TelegramEmulator } from '../../emulators/telegram/start.ts';

let telegram: TelegramEmulator;
let ending: AbortController;
let sender: Sender;
let suspended: (chat: number) => string | null | undefined;
let close: () => void;

beforeEach(async () => {
  telegram = await startTelegram();
  ending = new AbortController();
  const store = openStore(':memory:');
  if (!store.ok) throw new Error(store.error.message);
  close = store.value.close;
  suspended = chat => store.value.telegram.chat(String(chat))?.suspended;
  const now = (): Date => new Date(telegram.clock.now());
  sender = createSender({
    budget: keptBudget(store.value.telegram, now),
    api: createApi(telegram.token, telegram.apiRoot, ending.signal),
    memory: store.value.telegram,
    log: createLog(
      'silent',
      line => line,
      () => undefined,
    ),
    now,
    ending: ending.signal,
    refused: () => undefined,
  });
});

afterEach(async () => {
  ending.abort();
  close();
  await telegram.close();
  expect(telegram.transcript.takeViolations()).toEqual([]);
});

const FILE = { name: 'feeds.opml', type: 'text/x-opml', text: '<opml>کوئٹہ & co</opml>\n' };
const letter: Letter = { ...plainLetter('Feeds'), files: [FILE] };

const post = (chat: number, thread: number | null = null) =>
  sender.post({ chat: String(chat), thread, reply: null }, letter, () => undefined);

describe('a file', () => {
  test('comes behind what is said of it, as it is, in its topic', async () => {
    const room = telegram.room('Desk', { type: 'supergroup', forum: true });
    const thread = room.topic('Feeds');
    expect(await post(room.id, thread)).toBe('sent');
    expect(room.said().map(({ text, file, thread: where }) => ({ text, file, where }))).toEqual([
      { text: 'Feeds', file: null, where: thread },
      { text: '', file: FILE, where: thread },
    ]);
  });

  test('waits when Telegram wants a pause, and goes where a group went', async () => {
    const room = telegram.room('Desk');
    const pause = { wrong: { status: 429, parameters: { retry_after: 1 } }, method: 'sendDocument' } as const;
    telegram.faults.add(pause, { wrong: { status: 503 }, method: 'sendDocument' });
    expect(await post(room.id)).toBe('sent');
    const larger = room.migrate();
    expect(await post(room.id)).toBe('sent');
    expect([...room.said(), ...larger.said()].map(({ file }) => file?.name)).toEqual([
      undefined,
      'feeds.opml',
      undefined,
      'feeds.opml',
    ]);
  });

  test('that may not be sent is named, and the chat is not given up', async () => {
    const room = telegram.room('Desk', { type: 'supergroup' });
    room.deny('send_documents');
    expect(await post(room.id)).toBe('sent');
    expect(room.said().map(({ text }) => text)).toEqual([
      'Feeds',
      'feeds.opml could not be sent: I may not send files here.',
    ]);
    expect(suspended(room.id)).not.toEqual(expect.any(String));
  });

  test('whose receipt is lost is not sent again', async () => {
    const room = telegram.room('Desk');
    telegram.faults.add({ wrong: 'stored-then-reset', method: 'sendDocument' });
    expect(await post(room.id)).toBe('uncertain');
    expect(room.said()).toHaveLength(2);
  });
});
