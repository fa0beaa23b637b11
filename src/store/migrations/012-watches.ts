/** Who wants to hear of incidents at once, and what they were told: by the reports, since incidents are merged anew each time. */
export const watches = `
  CREATE TABLE watches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    platform TEXT NOT NULL,
    channel TEXT NOT NULL,
    thread TEXT NOT NULL,
    wish TEXT NOT NULL,
    added TEXT NOT NULL,
    added_by TEXT NOT NULL,
    removed TEXT
  ) STRICT;
  CREATE INDEX watches_address ON watches (platform, channel, thread) WHERE removed IS NULL;

  CREATE TABLE alerts (
    key INTEGER PRIMARY KEY,
    watch INTEGER NOT NULL REFERENCES watches (id),
    not_before TEXT NOT NULL,
    toll INTEGER
  ) STRICT;
  CREATE INDEX alerts_watch ON alerts (watch, not_before);

  CREATE TABLE alert_reports (
    report TEXT NOT NULL,
    alert INTEGER NOT NULL REFERENCES alerts (key),
    PRIMARY KEY (report, alert)
  ) STRICT, WITHOUT ROWID;

  -- Up to when what came in has been looked at for watches.
  CREATE TABLE watched (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    until TEXT NOT NULL
  ) STRICT;
`;
