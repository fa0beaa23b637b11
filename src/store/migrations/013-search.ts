/**
 * Full text over the current versions, and indexes from which a start counts names without reading a fact. The text is
 * stemmed before it comes here and is not kept twice.
 */
export const search = `
  -- One for each version that is in the index; what is put in again gets a new number, so that postings only grow at their
  -- ends. terms: how many different ones it holds.
  CREATE TABLE search_articles (
    doc INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL UNIQUE REFERENCES articles (key),
    terms INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE search_totals (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    articles INTEGER NOT NULL,
    terms INTEGER NOT NULL
  ) STRICT;
  INSERT INTO search_totals VALUES (1, 0, 0);
  CREATE TRIGGER search_added AFTER INSERT ON search_articles BEGIN
    UPDATE search_totals SET articles = articles + 1, terms = terms + new.terms;
  END;
  CREATE TRIGGER search_removed AFTER DELETE ON search_articles BEGIN
    UPDATE search_totals SET articles = articles - 1, terms = terms - old.terms;
  END;

  -- 1,024 numbers of articles in a row; lengths: two bytes for each, how many different terms it holds, 0 for none.
  CREATE TABLE search_blocks (
    block INTEGER PRIMARY KEY,
    lengths BLOB NOT NULL
  ) STRICT;
  -- Every term that ever was in the index, in the order in which they first came in.
  CREATE TABLE search_terms (
    number INTEGER PRIMARY KEY,
    term TEXT NOT NULL UNIQUE
  ) STRICT;
  -- Which articles of a block hold a term, and how often; see postings.ts. What is new is written at one place of the file.
  CREATE TABLE search_postings (
    block INTEGER NOT NULL,
    term INTEGER NOT NULL,
    postings BLOB NOT NULL,
    PRIMARY KEY (block, term)
  ) STRICT, WITHOUT ROWID;
  -- The terms of each readable sentence; see sentence-terms.ts.
  CREATE TABLE search_sentences (
    doc INTEGER PRIMARY KEY REFERENCES search_articles (doc) ON DELETE CASCADE,
    terms BLOB NOT NULL
  ) STRICT;

  -- Current versions that are still to be put into the index.
  CREATE TABLE search_missing (
    key INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE
  ) STRICT;
  INSERT INTO search_missing SELECT key FROM articles WHERE until IS NULL;

  CREATE INDEX articles_times ON articles (id, moment, day, instant, since, until, title);
  DROP INDEX figures_place;
  CREATE INDEX figures_place ON figures (security, place, period_from, period_to, measure, scope, article);
  DROP INDEX figures_body;
  CREATE INDEX figures_body ON figures (security, body, measure, scope, article);
  DROP INDEX reports_place;
  CREATE INDEX reports_place ON reports (place, period_from, period_to, article);
`;
