/** Who wants a digest and when, and the messages planned for them. A thread that is none is '', so that keys hold. */
export const digests = `
  CREATE TABLE subscriptions (
    key INTEGER PRIMARY KEY,
    platform TEXT NOT NULL,
    channel TEXT NOT NULL,
    thread TEXT NOT NULL,
    time TEXT NOT NULL,
    zone TEXT NOT NULL,
    filters TEXT NOT NULL,
    next_due TEXT NOT NULL,
    added_by TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'paused', 'ended')),
    reason TEXT,
    UNIQUE (platform, channel, thread)
  ) STRICT;
  CREATE INDEX subscriptions_due ON subscriptions (next_due) WHERE state = 'active';

  -- One row an occasion that was planned, also where it passed without a message.
  CREATE TABLE occasions (
    key INTEGER PRIMARY KEY,
    platform TEXT NOT NULL,
    channel TEXT NOT NULL,
    thread TEXT NOT NULL,
    occasion TEXT NOT NULL,
    planned TEXT NOT NULL,
    UNIQUE (platform, channel, thread, occasion)
  ) STRICT;

  CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    occasion INTEGER NOT NULL REFERENCES occasions (key),
    part INTEGER NOT NULL,
    body TEXT NOT NULL,
    not_before TEXT NOT NULL,
    state TEXT NOT NULL
      CHECK (state IN ('pending', 'sending', 'sent', 'uncertain', 'dead', 'suspended')),
    reason TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    claimed_until TEXT,
    fence INTEGER NOT NULL DEFAULT 0,
    sent TEXT,
    posted TEXT,
    UNIQUE (occasion, part)
  ) STRICT;
  CREATE INDEX messages_pending ON messages (not_before, id) WHERE state = 'pending';
  CREATE INDEX messages_sending ON messages (claimed_until) WHERE state = 'sending';
  CREATE INDEX messages_state ON messages (state);
`;
