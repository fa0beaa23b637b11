import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../../src/platform/common/log.ts';
import { Fatal } from '../../../src/platform/common/supervise.ts';
import { createApi } from '../../../src/platform/telegram/api.ts';
import { receiveDeliveries } from '../../../src/platform/telegram/deliveries.ts';
import { startTelegram, type TelegramEmulator } from '../../emulators/telegram/start.ts';

const ADDRESS = 'https://bot.example/hook';

let telegram: TelegramEmulator;
let ending: AbortController;

beforeEach(async () => {
  telegram = await startTelegram();
  ending = new AbortController();
});

afterEach(async () => {
  ending.abort();
  await telegram.close();
});

/** Receives until it ends, looking all the time; gives what was heard, and its end. */
const receive = (port = 0) => {
  const heard: (string | null)[] = [];
  const taken: unknown[] = [];
  const log = createLog(
    'silent',
    line => line,
    () => undefined,
  );
  const ended = receiveDeliveries(
    {
      api: createApi(telegram.token, telegram.apiRoot, ending.signal),
      address: ADDRESS,
      place: { host: '127.0.0.1', port, secret: 'made-up' },
      log,
      now: () => telegram.clock.now(),
      looking: 5,
    },
    async data => {
      taken.push(data);
    },
    problem => {
      heard.push(problem);
      telegram.transcript.changed();
    },
    ending.signal,
  );
  return { heard, taken, ended };
};

describe('deliveries', () => {
  test('that cannot be made are heard of', async () => {
    // Nothing listens there.
    telegram.webhook.front(ADDRESS, 'http://127.0.0.1:9/hook');
    const { heard, ended } = receive();
    await telegram.transcript.until(() => heard.length > 0);
    telegram.user.writes('a');
    await telegram.transcript.until(() => heard.includes('Connection refused'));
    ending.abort();
    await ended;
  });

  test('that another program takes away end it', async () => {
    const { ended } = receive();
    const end = expect(ended).rejects.toThrow('another program has changed where Telegram delivers');
    await telegram.ready();
    await createApi(telegram.token, telegram.apiRoot, ending.signal).call('deleteWebhook', {});
    await end;
  });

  test('go on while Telegram does not answer', async () => {
    const { heard, ended } = receive();
    await telegram.ready();
    telegram.faults.add({ wrong: { status: 502 }, method: 'getWebhookInfo', times: 3 });
    await telegram.transcript.until(() => telegram.faults.left() === 0);
    const count = heard.length;
    await telegram.transcript.until(() => heard.length > count);
    ending.abort();
    await ended;
  });

  test('end for good when the token is refused', async () => {
    const { ended } = receive();
    const end = expect(ended).rejects.toBeInstanceOf(Fatal);
    await telegram.ready();
    telegram.faults.add({ wrong: { status: 401 }, method: 'getWebhookInfo' });
    await end;
  });
});
