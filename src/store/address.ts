import type { Address } from './ports/subscriptions.ts';

/** An address as its columns hold it: '' is no thread, since NULLs are never equal. */
export const addressColumns = ({ platform, channel, thread }: Address) => ({
  platform,
  channel,
  thread: thread ?? '',
});

/** SQL: a row of that address. */
export const AT_ADDRESS = 'platform = :platform AND channel = :channel AND thread = :thread';

export const threadFrom = (column: string): string | null => (column === '' ? null : column);
