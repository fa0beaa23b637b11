import { z } from 'zod';
import type { Instant } from '../core/clock.ts';
import { feedKey, noteEvent } from './feed-rows.ts';
import { recordVisit } from './feed-visits.ts';
import { checkedInstant } from './instant.ts';
import type { Write } from './lease.ts';
import type { Feed, FeedEvent, FeedStore } from './ports/feeds.ts';
import type { Saved } from './ports/saved.ts';
import type { Prepare } from './statements.ts';

const COLUMNS = `f.url, f.title, f.added_by AS addedBy, f.added, f.state, f.reason, f.etag,
  f.last_modified AS lastModified, f.last_fetch AS lastFetch, f.last_success AS lastSuccess, f.last_new AS lastNew,
  f.failing_since AS failingSince, f.failures, f.failure, f.next_run AS nextRun,
  (SELECT json_group_array(m.url ORDER BY m.moved, m.url) FROM feed_addresses m WHERE m.feed = f.key) AS movedFrom`;

const BY_KEY = `SELECT ${COLUMNS} FROM feeds f WHERE f.key = ?`;

const LIST = `SELECT ${COLUMNS} FROM feeds f WHERE f.state <> 'removed' ORDER BY f.url`;

const DUE = `SELECT ${COLUMNS} FROM feeds f WHERE f.state = 'active' AND f.next_run <= :at
  ORDER BY f.next_run, f.url LIMIT :limit`;

const HISTORY = 'SELECT at, event, detail FROM feed_events WHERE feed = ? ORDER BY key';

const STATE = 'SELECT state FROM feeds WHERE key = ?';

const INSERT = `INSERT INTO feeds (url, title, added_by, added, state, next_run)
  VALUES (:url, :title, :addedBy, :at, 'active', :nextRun) RETURNING key`;

const REVIVE = `UPDATE feeds SET state = 'active', reason = NULL, added_by = :addedBy, next_run = :nextRun,
  failing_since = NULL, failures = 0, failure = NULL, title = coalesce(:title, title) WHERE key = :key`;

const SET_STATE = 'UPDATE feeds SET state = :state, reason = :reason WHERE key = :key';

const RESUME = `UPDATE feeds SET state = 'active', reason = NULL, failing_since = NULL, failures = 0, failure = NULL,
  next_run = :at WHERE key = :key`;

const state = z.enum(['active', 'paused', 'removed']);

const feedRow = z.object({
  url: z.string(),
  title: z.string().nullable(),
  addedBy: z.string(),
  added: z.string(),
  state,
  reason: z.string().nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  lastFetch: z.string().nullable(),
  lastSuccess: z.string().nullable(),
  lastNew: z.string().nullable(),
  failingSince: z.string().nullable(),
  failures: z.int(),
  failure: z.string().nullable(),
  nextRun: z.string(),
  movedFrom: z.string().transform(json => z.array(z.string()).parse(JSON.parse(json))),
});

const eventRow = z.object({
  at: z.string(),
  event: z.enum(['added', 'paused', 'resumed', 'moved', 'removed']),
  detail: z.string(),
});

const stateRow = z.object({ state });

const feedFrom = (row: unknown): Feed => feedRow.parse(row);

export const feedStore = (prepare: Prepare, write: Write): FeedStore => {
  const stateOf = (key: number): Feed['state'] => stateRow.parse(prepare(STATE).get(key)).state;
  /** Changes the state of a feed that is in one of `from`. */
  const change = (
    url: string,
    from: readonly Feed['state'][],
    event: FeedEvent,
    run: (key: number) => void,
  ): Saved<boolean> =>
    write(() => {
      const key = feedKey(prepare, url);
      if (key === null || !from.includes(stateOf(key))) return false;
      run(key);
      noteEvent(prepare, key, event);
      return true;
    });
  const set = (
    url: string,
    from: readonly Feed['state'][],
    to: 'paused' | 'removed',
    { at, reason }: { at: Instant; reason: string },
  ): Saved<boolean> =>
    change(url, from, { at, event: to, detail: reason }, key =>
      prepare(SET_STATE).run({ key, state: to, reason }),
    );
  return {
    add: ({ url, title, addedBy, at, nextRun }) =>
      write(() => {
        const known = feedKey(prepare, url);
        if (known !== null && stateOf(known) !== 'removed') return 'known';
        const event: FeedEvent = { at, event: 'added', detail: addedBy };
        checkedInstant(nextRun);
        if (known !== null) {
          prepare(REVIVE).run({ key: known, addedBy, nextRun, title });
          noteEvent(prepare, known, event);
          return 'back';
        }
        const row = prepare(INSERT).get({ url, title, addedBy, at, nextRun });
        noteEvent(prepare, Number(row?.key), event);
        return 'added';
      }),
    pause: (url, at, reason) => set(url, ['active'], 'paused', { at, reason }),
    remove: (url, at, reason) => set(url, ['active', 'paused'], 'removed', { at, reason }),
    resume: (url, at) =>
      change(url, ['paused'], { at, event: 'resumed', detail: '' }, key => prepare(RESUME).run({ key, at })),
    visited: visit => write(() => recordVisit(prepare, visit)),
    get: url => {
      const key = feedKey(prepare, url);
      return key === null ? null : feedFrom(prepare(BY_KEY).get(key));
    },
    list: () => prepare(LIST).all().map(feedFrom),
    due: (at, limit) =>
      prepare(DUE)
        .all({ at: checkedInstant(at), limit })
        .map(feedFrom),
    history: url => {
      const key = feedKey(prepare, url);
      return key === null
        ? []
        : prepare(HISTORY)
            .all(key)
            .map(row => eventRow.parse(row));
    },
  };
};
