/**
 * Articles and what was read out of them. Figures and reports are kept whole as JSON; the columns that are searched
 * are computed from it, so the two cannot differ. Everything hangs on `articles.key`, not on the article's id: a key
 * stands for one state of an article's text, and figures belong to the state they were read from.
 */
export const readings = `
  CREATE TABLE articles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    -- The calendar day where no hour is known, otherwise the instant in UTC: one of the two, or neither.
    day TEXT,
    instant TEXT,
    moment TEXT GENERATED ALWAYS AS (coalesce(instant, day)) STORED,
    title TEXT,
    published TEXT,
    publisher TEXT,
    url TEXT,
    text TEXT NOT NULL,
    CHECK (day IS NULL OR instant IS NULL)
  ) STRICT;
  CREATE UNIQUE INDEX articles_id ON articles (id);
  CREATE INDEX articles_moment ON articles (moment DESC, id);

  CREATE TABLE sentences (
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (article, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE figures (
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    doc TEXT NOT NULL,
    id TEXT NOT NULL GENERATED ALWAYS AS (doc ->> '$.id') STORED,
    start INTEGER NOT NULL GENERATED ALWAYS AS (doc ->> '$.span.start') STORED,
    stop INTEGER NOT NULL GENERATED ALWAYS AS (doc ->> '$.span.end') STORED,
    security INTEGER NOT NULL GENERATED ALWAYS AS (doc ->> '$.security') STORED,
    measure TEXT NOT NULL GENERATED ALWAYS AS (doc ->> '$.measure') STORED,
    scope TEXT NOT NULL GENERATED ALWAYS AS (doc ->> '$.scope') STORED,
    period_from TEXT GENERATED ALWAYS AS (doc ->> '$.period.value.from') STORED,
    period_to TEXT GENERATED ALWAYS AS (doc ->> '$.period.value.to') STORED,
    place TEXT GENERATED ALWAYS AS (doc ->> '$.place.value') STORED,
    body TEXT GENERATED ALWAYS AS (doc ->> '$.body.value') STORED,
    actor TEXT GENERATED ALWAYS AS (doc ->> '$.actor') STORED
  ) STRICT;
  CREATE UNIQUE INDEX figures_id ON figures (id);
  CREATE INDEX figures_article ON figures (article);
  -- Measure and scope have a handful of values: they narrow inside an index, they do not lead one.
  CREATE INDEX figures_place ON figures (security, place, measure, scope);
  CREATE INDEX figures_period ON figures (security, period_from, period_to, measure, scope);
  CREATE INDEX figures_body ON figures (security, body, measure, scope);
  CREATE INDEX figures_actor ON figures (security, actor);

  CREATE TABLE reports (
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    doc TEXT NOT NULL,
    id TEXT NOT NULL GENERATED ALWAYS AS (doc ->> '$.id') STORED,
    start INTEGER NOT NULL GENERATED ALWAYS AS (doc ->> '$.span.start') STORED,
    stop INTEGER NOT NULL GENERATED ALWAYS AS (doc ->> '$.span.end') STORED,
    period_from TEXT GENERATED ALWAYS AS (doc ->> '$.period.value.from') STORED,
    period_to TEXT GENERATED ALWAYS AS (doc ->> '$.period.value.to') STORED,
    place TEXT GENERATED ALWAYS AS (doc ->> '$.place.value') STORED
  ) STRICT;
  CREATE UNIQUE INDEX reports_id ON reports (id);
  CREATE INDEX reports_article ON reports (article);
  CREATE INDEX reports_place ON reports (place);
  CREATE INDEX reports_period ON reports (period_from, period_to);

  CREATE TABLE report_actors (
    actor TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
    PRIMARY KEY (actor, report)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX report_actors_report ON report_actors (report);
`;
