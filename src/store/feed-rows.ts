import { z } from 'zod';
import { checkedInstant } from './instant.ts';
import type { FeedEvent } from './ports/feeds.ts';
import type { Prepare } from './statements.ts';

const KEY = `SELECT key FROM feeds WHERE url = :url
  UNION ALL SELECT feed FROM feed_addresses WHERE url = :url LIMIT 1`;

const EVENT = 'INSERT INTO feed_events (feed, at, event, detail) VALUES (:key, :at, :event, :detail)';

const keyRow = z.object({ key: z.int() });

/** The row of a feed, by its address or one that it moved from. */
export const feedKey = (prepare: Prepare, url: string): number | null => {
  const row = prepare(KEY).get({ url });
  return row === undefined ? null : keyRow.parse(row).key;
};

export const noteEvent = (prepare: Prepare, key: number, { at, event, detail }: FeedEvent): void => {
  prepare(EVENT).run({ key, at: checkedInstant(at), event, detail });
};
