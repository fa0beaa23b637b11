import { setImmediate as soon } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { poll } from '../../../src/platform/telegram/poll.ts';

test('a server that does not hold requests open is not asked without a pause', async () => {
  let asked = 0;
  const stop = new AbortController();
  const api = {
    call: async () => {
      asked++;
      await soon();
      return [];
    },
    upload: async () => null,
  };
  const ended = poll(
    api,
    () => undefined,
    () => undefined,
    () => 0,
    stop.signal,
  );
  for (let turn = 0; turn < 20; turn++) await soon();
  expect(asked).toBe(1);
  stop.abort();
  await ended;
});
