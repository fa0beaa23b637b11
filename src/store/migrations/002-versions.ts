/**
 * A row of `articles` becomes one version of an article: the state of its text from `since` until `until`, as this
 * archive knew it. Beside it stands the lease of the one process that may write.
 */
export const versions = `
  ALTER TABLE articles ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
  -- When this version was first seen; null in rows from before that was kept.
  ALTER TABLE articles ADD COLUMN seen TEXT;
  -- From when on it counts. Null for the first one: an article exists from its publication, whenever we came to it.
  ALTER TABLE articles ADD COLUMN since TEXT;
  -- When it ceased to count; null while it is the current one.
  ALTER TABLE articles ADD COLUMN until TEXT;
  ALTER TABLE articles ADD COLUMN ended TEXT CHECK (ended IN ('replaced', 'withdrawn'));
  ALTER TABLE articles ADD COLUMN reason TEXT;
  ALTER TABLE articles ADD COLUMN hash TEXT NOT NULL DEFAULT '';
  -- Version of the rules that read it.
  ALTER TABLE articles ADD COLUMN rules TEXT NOT NULL DEFAULT '';
  ALTER TABLE articles ADD COLUMN language TEXT;
  ALTER TABLE articles ADD COLUMN relevant INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE articles ADD COLUMN copy_of TEXT;
  UPDATE articles SET hash = text_hash(text);

  DROP INDEX articles_id;
  CREATE UNIQUE INDEX articles_version ON articles (id, version);
  CREATE UNIQUE INDEX articles_current ON articles (id) WHERE until IS NULL;
  CREATE INDEX articles_hash ON articles (hash);
  CREATE INDEX articles_rules ON articles (rules, key);
  CREATE INDEX articles_copy_of ON articles (copy_of) WHERE copy_of IS NOT NULL;

  -- An id is that of the figure in its article, whatever the version.
  DROP INDEX figures_id;
  CREATE UNIQUE INDEX figures_id ON figures (id, article);
  DROP INDEX reports_id;
  CREATE UNIQUE INDEX reports_id ON reports (id, article);

  -- With the period inside, a place and a month are found without a look at the rows of all other months.
  DROP INDEX figures_place;
  CREATE INDEX figures_place ON figures (security, place, period_from, period_to, measure, scope);
  DROP INDEX reports_place;
  CREATE INDEX reports_place ON reports (place, period_from, period_to);

  CREATE TABLE signatures (
    position INTEGER NOT NULL,
    value INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    PRIMARY KEY (position, value, article)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX signatures_article ON signatures (article);

  CREATE TABLE lease (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    name TEXT NOT NULL,
    pid INTEGER NOT NULL,
    host TEXT NOT NULL,
    taken TEXT NOT NULL,
    renewed TEXT NOT NULL,
    expires TEXT NOT NULL,
    -- Goes up with every taking, and never down: what a holder of an older one writes is refused.
    fence INTEGER NOT NULL
  ) STRICT;
`;
