import { z } from 'zod';
import { feedKey, noteEvent } from './feed-rows.ts';
import { checkedInstant } from './instant.ts';
import type { FeedVisit } from './ports/feeds.ts';
import type { Prepare } from './statements.ts';

const PRESENT = 'SELECT url, state, title, etag, last_modified AS lastModified FROM feeds WHERE key = ?';

const SUCCEEDED = `UPDATE feeds SET last_fetch = :at, last_success = :at, failing_since = NULL, failures = 0,
  failure = NULL, last_new = CASE WHEN :new THEN :at ELSE last_new END, next_run = :next, title = :title,
  etag = :etag, last_modified = :modified WHERE key = :key`;

const FAILED = `UPDATE feeds SET last_fetch = :at, failing_since = coalesce(failing_since, :at),
  failures = failures + 1, failure = :failure, next_run = :next WHERE key = :key`;

const PAUSE = `UPDATE feeds SET state = 'paused', reason = :reason WHERE key = :key`;

const MOVE = 'UPDATE feeds SET url = :url WHERE key = :key';

const FORMER = 'INSERT OR IGNORE INTO feed_addresses (url, feed, moved) VALUES (:url, :key, :at)';

const NO_LONGER_FORMER = 'DELETE FROM feed_addresses WHERE url = ?';

const presentRow = z.object({
  url: z.string(),
  state: z.enum(['active', 'paused', 'removed']),
  title: z.string().nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
});

/** What the visit says, or what was there when it says nothing. */
const orBefore = (said: string | null | undefined, before: string | null): string | null =>
  said === undefined ? before : said;

/** Moves it to its new address; not to one that is another feed, which goes on by itself. */
const move = (prepare: Prepare, key: number, from: string, { movedTo, at }: FeedVisit): void => {
  if (movedTo === undefined || movedTo === null || movedTo === from) return;
  const there = feedKey(prepare, movedTo);
  if (there !== null && there !== key) return;
  prepare(NO_LONGER_FORMER).run(movedTo);
  prepare(MOVE).run({ key, url: movedTo });
  prepare(FORMER).run({ key, url: from, at });
  noteEvent(prepare, key, { at, event: 'moved', detail: from });
};

/** Keeps how a fetch went, within a transaction. @returns false when there is no such feed */
export const recordVisit = (prepare: Prepare, visit: FeedVisit): boolean => {
  const key = feedKey(prepare, visit.url);
  if (key === null) return false;
  const at = checkedInstant(visit.at);
  const next = checkedInstant(visit.nextRun);
  const present = presentRow.parse(prepare(PRESENT).get(key));
  if (visit.failure === null) {
    prepare(SUCCEEDED).run({
      key,
      at,
      next,
      new: visit.broughtNew ? 1 : 0,
      title: orBefore(visit.title, present.title),
      etag: orBefore(visit.etag, present.etag),
      modified: orBefore(visit.lastModified, present.lastModified),
    });
  } else prepare(FAILED).run({ key, at, next, failure: visit.failure });
  move(prepare, key, present.url, visit);
  if (typeof visit.pause === 'string' && present.state === 'active') {
    prepare(PAUSE).run({ key, reason: visit.pause });
    noteEvent(prepare, key, { at, event: 'paused', detail: visit.pause });
  }
  return true;
};
