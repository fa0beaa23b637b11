/** What the Telegram bot must know after a restart. A body is null when its update was dealt with. */
export const telegram = `
  CREATE TABLE telegram_updates (
    id INTEGER PRIMARY KEY,
    body TEXT,
    begun INTEGER NOT NULL DEFAULT 0,
    received TEXT NOT NULL
  ) STRICT;
  CREATE INDEX telegram_updates_open ON telegram_updates (id) WHERE body IS NOT NULL;
  CREATE INDEX telegram_updates_received ON telegram_updates (received);
  CREATE TABLE telegram_chats (
    chat TEXT PRIMARY KEY,
    form TEXT NOT NULL,
    suspended TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE telegram_waits (
    chat TEXT PRIMARY KEY,
    until TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE telegram_uncertain (
    chat TEXT NOT NULL,
    instant TEXT NOT NULL,
    question TEXT NOT NULL,
    PRIMARY KEY (chat, instant)
  ) STRICT, WITHOUT ROWID;
`;
