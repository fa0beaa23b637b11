/** Feeds and what became of the pages they named. Nothing is deleted: a feed that was removed keeps its row. */
export const intake = `
  CREATE TABLE feeds (
    key INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    title TEXT,
    added_by TEXT NOT NULL,
    added TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'paused', 'removed')),
    reason TEXT,
    etag TEXT,
    last_modified TEXT,
    last_fetch TEXT,
    last_success TEXT,
    last_new TEXT,
    failing_since TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    failure TEXT,
    next_run TEXT NOT NULL
  ) STRICT;
  CREATE INDEX feeds_due ON feeds (next_run) WHERE state = 'active';

  -- Addresses that feeds had before they moved.
  CREATE TABLE feed_addresses (
    url TEXT PRIMARY KEY,
    feed INTEGER NOT NULL REFERENCES feeds (key),
    moved TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX feed_addresses_feed ON feed_addresses (feed);

  CREATE TABLE feed_events (
    key INTEGER PRIMARY KEY,
    feed INTEGER NOT NULL REFERENCES feeds (key),
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    detail TEXT NOT NULL
  ) STRICT;
  CREATE INDEX feed_events_feed ON feed_events (feed, key);

  CREATE TABLE pages (
    key INTEGER PRIMARY KEY,
    url TEXT NOT NULL,
    kind TEXT NOT NULL,
    article TEXT,
    reason TEXT,
    feed TEXT,
    at TEXT NOT NULL,
    last TEXT NOT NULL,
    newest INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX pages_url ON pages (url, key);
  CREATE UNIQUE INDEX pages_newest ON pages (url) WHERE newest = 1;
  CREATE INDEX pages_kind ON pages (kind, last) WHERE newest = 1;
  CREATE INDEX pages_feed ON pages (feed, kind) WHERE newest = 1;
  CREATE INDEX pages_last ON pages (last) WHERE newest = 1;
`;
