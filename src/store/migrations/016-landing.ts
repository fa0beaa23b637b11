/**
 * What makes an article cheap to take in. The postings of a new article wait in one row and are merged into their block
 * bit by bit: an article has some 200 terms, and they stand all over the block.
 */
export const landing = `
  -- All postings of an article by rising term; see waiting-postings.ts.
  CREATE TABLE search_waiting (
    doc INTEGER PRIMARY KEY,
    postings BLOB NOT NULL
  ) STRICT;
  -- How far merging is. Of what waits, the articles up to "partly" stand in their blocks with their terms below "below".
  -- bounds: where the stretches of terms end that are still to be merged in this round, as a list in JSON.
  CREATE TABLE search_merge (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    partly INTEGER NOT NULL,
    below INTEGER NOT NULL,
    bounds TEXT NOT NULL
  ) STRICT;
  INSERT INTO search_merge VALUES (1, 0, 0, '[]');

  -- The signature of each version as a list in JSON, so that the numbers themselves need be found by their values alone.
  CREATE TABLE article_signatures (
    article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
    numbers TEXT NOT NULL
  ) STRICT;
  INSERT INTO article_signatures
    SELECT article, json_group_array(value ORDER BY position) FROM signatures GROUP BY article;
  DROP INDEX signatures_article;

  -- Nothing is asked for by these any more: what counts over a period or is of a group stands in the ledger.
  DROP INDEX figures_period;
  DROP INDEX figures_actor;
  DROP INDEX reports_period;
  -- The figures of a body are read whole; what stood beside it was counted here before names were.
  DROP INDEX figures_body;
  CREATE INDEX figures_body ON figures (security, body);
`;
