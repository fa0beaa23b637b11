/** Shares, growth and averages, kept whole as JSON beside the figures they were derived from. */
export const trends = `
  CREATE TABLE trends (
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    doc TEXT NOT NULL,
    id TEXT NOT NULL GENERATED ALWAYS AS (doc ->> '$.id') STORED,
    start INTEGER NOT NULL GENERATED ALWAYS AS (doc ->> '$.span.start') STORED,
    stop INTEGER NOT NULL GENERATED ALWAYS AS (doc ->> '$.span.end') STORED
  ) STRICT;
  CREATE INDEX trends_article ON trends (article);
`;
