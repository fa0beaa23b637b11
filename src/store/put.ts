import type { DatabaseSync } from 'node:sqlite';
import type { Reading } from './ports.ts';
import { momentOf } from './published.ts';
import type { Prepare } from './statements.ts';
import { inTransaction } from './transaction.ts';

const ARTICLE = `INSERT INTO articles (id, day, instant, title, published, publisher, url, text)
  VALUES (:id, :day, :instant, :title, :published, :publisher, :url, :text)
  ON CONFLICT (id) DO UPDATE SET day = excluded.day, instant = excluded.instant, title = excluded.title,
    published = excluded.published, publisher = excluded.publisher, url = excluded.url, text = excluded.text
  RETURNING key`;

const SENTENCE =
  'INSERT INTO sentences (article, position, start, stop, paragraph, role) VALUES (?, ?, ?, ?, ?, ?)';

const FIGURE = 'INSERT INTO figures (article, doc) VALUES (?, ?)';

const REPORT = 'INSERT INTO reports (article, doc) VALUES (?, ?) RETURNING key';

const ACTOR = 'INSERT OR IGNORE INTO report_actors (actor, report) VALUES (?, ?)';

const CLEAR = ['sentences', 'figures', 'reports'].map(table => `DELETE FROM ${table} WHERE article = ?`);

const checkOwn = ({ article, figures, reports }: Reading): void => {
  const stray = [...figures, ...reports].find(fact => fact.article !== article.id);
  if (stray !== undefined)
    throw new RangeError(`"${stray.id}" was read from "${stray.article}", not from "${article.id}"`);
};

const putOne = (prepare: Prepare, reading: Reading): void => {
  checkOwn(reading);
  const { article, sentences, figures, reports } = reading;
  const key = Number(prepare(ARTICLE).get({ ...article, ...momentOf(article.published) })?.key);
  for (const sql of CLEAR) prepare(sql).run(key);
  for (const { index, span, paragraph, role } of sentences)
    prepare(SENTENCE).run(key, index, span.start, span.end, paragraph, role);
  for (const figure of figures) prepare(FIGURE).run(key, JSON.stringify(figure));
  for (const report of reports) {
    const reportKey = Number(prepare(REPORT).get(key, JSON.stringify(report))?.key);
    for (const { actor } of report.actors) prepare(ACTOR).run(actor, reportKey);
  }
};

/**
 * Writes all readings or none.
 * @throws RangeError when a reading contradicts itself, and what SQLite throws, a full disk or a figure's id that
 * belongs to another article included
 */
export const put = (db: DatabaseSync, prepare: Prepare, readings: readonly Reading[]): void =>
  inTransaction(db, () => {
    for (const reading of readings) putOne(prepare, reading);
  });
