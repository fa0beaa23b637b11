/**
 * Full text over the current versions, and indexes from which a start counts names without reading a fact. The text is
 * stemmed before it comes here, so words are parted at blanks and nothing else is done to them; it is not kept twice.
 */
export const search = `
  CREATE VIRTUAL TABLE search_index USING fts5 (
    terms, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '=/.-_'"
  );
  CREATE VIRTUAL TABLE search_instances USING fts5vocab (search_index, instance);
  CREATE VIRTUAL TABLE search_rows USING fts5vocab (search_index, row);

  -- One for each article in the index; terms: how many different ones it holds.
  CREATE TABLE search_articles (
    key INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
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

  -- Every term that ever was in the index, by its length: the neighbours of a slip are found without reading the index.
  CREATE TABLE search_terms (
    length INTEGER NOT NULL,
    term TEXT NOT NULL,
    PRIMARY KEY (length, term)
  ) STRICT, WITHOUT ROWID;

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
