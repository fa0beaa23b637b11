/** What a fact names, one row a name; `row` is the fact. */
const ofFigure = (row: string): string => `
    SELECT 'place' AS kind, ${row}place AS name
    UNION ALL SELECT 'period', ${row}period_from || '/' || ${row}period_to
    UNION ALL SELECT 'body', ${row}body`;

const ofReport = (row: string): string => `
    SELECT 'place' AS kind, ${row}place AS name
    UNION ALL SELECT 'period', ${row}period_from || '/' || ${row}period_to
    UNION ALL SELECT 'actor', actor FROM report_actors WHERE report = ${row}key`;

/** The stamp is of a revision that no reader has seen, whether the write raised it before this or will after it. */
const STAMP = '(SELECT revision + 1 FROM archive)';

/** Adds so much to the count of each name. */
const count = (names: string, each: string): string => `
    INSERT INTO named (kind, name, count, revision)
      SELECT kind, name, ${each}, ${STAMP} FROM (${names}) WHERE name IS NOT NULL GROUP BY kind, name
      ON CONFLICT DO UPDATE SET count = count + excluded.count, revision = excluded.revision;`;

/** What the versions of a condition name, by figures about security and by reports. */
const ofVersions = (those: string): string => `
    SELECT 'place' AS kind, place AS name FROM figures f WHERE +security = 1 AND ${those}
    UNION ALL SELECT 'period', period_from || '/' || period_to FROM figures f WHERE +security = 1 AND ${those}
    UNION ALL SELECT 'body', body FROM figures f WHERE +security = 1 AND ${those}
    UNION ALL SELECT 'place', place FROM reports f WHERE ${those}
    UNION ALL SELECT 'period', period_from || '/' || period_to FROM reports f WHERE ${those}
    UNION ALL SELECT 'actor', r.actor FROM reports f JOIN report_actors r ON r.report = f.key WHERE ${those}`;

const isCurrent = (article: string): string => `(SELECT until FROM articles WHERE key = ${article}) IS NULL`;

/**
 * How often the current articles name places, periods, bodies and groups, so that a start need not count it again, nor a
 * reader after each landing. Triggers count, so that no write can forget to.
 */
export const named = `
  CREATE TABLE named (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    count INTEGER NOT NULL,
    -- Higher than the archive's when the count last changed.
    revision INTEGER NOT NULL,
    PRIMARY KEY (kind, name)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX named_revision ON named (revision);
  ${count(ofVersions('f.article IN (SELECT key FROM articles WHERE until IS NULL)'), 'count(*)')}

  CREATE TRIGGER figures_named AFTER INSERT ON figures
    WHEN new.security = 1 AND ${isCurrent('new.article')} BEGIN ${count(ofFigure('new.'), '1')}
  END;
  CREATE TRIGGER figures_unnamed AFTER DELETE ON figures
    WHEN old.security = 1 AND ${isCurrent('old.article')} BEGIN ${count(ofFigure('old.'), '-1')}
  END;
  CREATE TRIGGER reports_named AFTER INSERT ON reports
    WHEN ${isCurrent('new.article')} BEGIN ${count(ofReport('new.'), '1')}
  END;
  -- Before: its actors go with it.
  CREATE TRIGGER reports_unnamed BEFORE DELETE ON reports
    WHEN ${isCurrent('old.article')} BEGIN ${count(ofReport('old.'), '-1')}
  END;
  -- They come after their report.
  CREATE TRIGGER actors_named AFTER INSERT ON report_actors
    WHEN ${isCurrent('(SELECT article FROM reports WHERE key = new.report)')} BEGIN
    ${count("SELECT 'actor' AS kind, new.actor AS name", '1')}
  END;
  CREATE TRIGGER articles_unnamed AFTER UPDATE OF until ON articles
    WHEN old.until IS NULL AND new.until IS NOT NULL BEGIN ${count(ofVersions('f.article = new.key'), '-count(*)')}
  END;
`;
