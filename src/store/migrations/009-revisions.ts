/**
 * What readers who keep things in memory need to follow the archive: which versions were touched since they last looked,
 * and which figures stand by themselves. Triggers count, so that no write can forget to.
 */
export const revisions = `
  CREATE TABLE archive (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    revision INTEGER NOT NULL
  ) STRICT;
  INSERT INTO archive (one, revision) VALUES (1, 0);

  ALTER TABLE articles ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX articles_revision ON articles (revision);
  CREATE INDEX articles_since ON articles (since) WHERE since IS NOT NULL;
  CREATE INDEX articles_until ON articles (until) WHERE until IS NOT NULL;

  CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
    UPDATE archive SET revision = revision + 1;
    UPDATE articles SET revision = (SELECT revision FROM archive) WHERE key = new.key;
  END;
  CREATE TRIGGER articles_touched AFTER UPDATE OF until, rules ON articles BEGIN
    UPDATE archive SET revision = revision + 1;
    UPDATE articles SET revision = (SELECT revision FROM archive) WHERE key = new.key;
  END;

  -- 0: of a single incident that a report of the same article tells of; it is found by way of the report.
  ALTER TABLE figures ADD COLUMN counted INTEGER NOT NULL DEFAULT 1;
  UPDATE figures SET counted = 0 WHERE scope = 'incident' AND key IN (
    SELECT f.key FROM reports r
      JOIN json_tree(r.doc) j ON j.type = 'text' AND j.path LIKE '%.figures'
      JOIN figures f ON f.id = j.atom AND f.article = r.article
  );
  CREATE INDEX figures_counted ON figures (article) WHERE counted = 1;
`;
