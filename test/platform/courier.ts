import type { Courier } from '../../src/digest/ports.ts';

type Letter = Parameters<Courier['deliver']>[0];

const NOW = '2026-03-01T02:30:00.000Z';

/** A message that is made up, as the outbox gives it out. */
export const letter = (platform: string, rest: Partial<Letter> = {}): Letter => ({
  id: 1,
  platform,
  channel: '1',
  thread: null,
  occasion: '2026-03-01',
  part: 1,
  body: '',
  planned: NOW,
  notBefore: NOW,
  expires: null,
  state: 'sending',
  reason: null,
  attempts: 0,
  begun: null,
  claimedUntil: null,
  fence: 1,
  sent: null,
  posted: null,
  before: [],
  ...rest,
});
