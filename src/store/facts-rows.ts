import type { Report } from '../core/incident.ts';
import type { Reading, Traits } from './ports/archive.ts';
import type { Prepare } from './statements.ts';

const SENTENCE =
  'INSERT INTO sentences (article, position, start, stop, paragraph, role) VALUES (?, ?, ?, ?, ?, ?)';

const FIGURE = 'INSERT INTO figures (article, doc, counted) VALUES (?, ?, ?)';

const REPORT = 'INSERT INTO reports (article, doc) VALUES (?, ?) RETURNING key';

const TREND = 'INSERT INTO trends (article, doc) VALUES (?, ?)';

const ACTOR = 'INSERT OR IGNORE INTO report_actors (actor, report) VALUES (?, ?)';

const SIGNATURE = 'INSERT INTO article_signatures (article, numbers) VALUES (?, ?)';

const NUMBERS = `INSERT INTO signatures (position, value, article)
  SELECT j.key, j.value, ?2 FROM json_each(?1) j`;

/** Before the signature itself, which says where its numbers stand. */
const CLEAR_NUMBERS = `DELETE FROM signatures WHERE (position, value, article) IN (
  SELECT j.key, j.value, s.article FROM article_signatures s, json_each(s.numbers) j WHERE s.article = ?)`;

const CLEAR = [
  CLEAR_NUMBERS,
  ...['sentences', 'figures', 'reports', 'trends', 'article_signatures'].map(
    table => `DELETE FROM ${table} WHERE article = ?`,
  ),
];

const foreign = (table: 'figures' | 'reports'): string =>
  `SELECT 1 FROM ${table} t JOIN articles a ON a.key = t.article WHERE t.id = ? AND a.id <> ? LIMIT 1`;

export const NO_TRAITS: Traits = { language: null, relevant: true, copyOf: null, signature: [] };

/** @throws RangeError when a fact is another article's, by what it says or by its id */
const checkOwn = (prepare: Prepare, { article, figures, reports, trends = [] }: Reading): void => {
  for (const fact of [...figures, ...reports, ...trends])
    if (fact.article !== article.id)
      throw new RangeError(`"${fact.id}" was read from "${fact.article}", not from "${article.id}"`);
  for (const [table, facts] of [
    ['figures', figures],
    ['reports', reports],
  ] as const)
    for (const { id } of facts)
      if (prepare(foreign(table)).get(id, article.id) !== undefined)
        throw new RangeError(`"${id}" belongs to another article than "${article.id}"`);
};

/** Ids of the figures that reports are made of. */
const toldIn = (reports: readonly Report[]): ReadonlySet<string> =>
  new Set(
    reports.flatMap(({ figures, fatalities, attackersKilled, injuries, abductions }) => [
      ...figures,
      ...[fatalities, attackersKilled, injuries, abductions].flatMap(toll => toll?.figures ?? []),
    ]),
  );

/** Takes away what was read from the version `key`. */
export const clearFacts = (prepare: Prepare, key: number): void => {
  for (const sql of CLEAR) prepare(sql).run(key);
};

/** Writes what was read from the version `key`, of which nothing is there. */
export const writeFacts = (prepare: Prepare, key: number, reading: Reading): void => {
  checkOwn(prepare, reading);
  const { sentences, figures, reports, trends = [], traits = NO_TRAITS } = reading;
  for (const { index, span, paragraph, role } of sentences)
    prepare(SENTENCE).run(key, index, span.start, span.end, paragraph, role);
  const told = toldIn(reports);
  for (const figure of figures)
    prepare(FIGURE).run(
      key,
      JSON.stringify(figure),
      figure.scope === 'incident' && told.has(figure.id) ? 0 : 1,
    );
  for (const trend of trends) prepare(TREND).run(key, JSON.stringify(trend));
  for (const report of reports) {
    const reportKey = Number(prepare(REPORT).get(key, JSON.stringify(report))?.key);
    for (const { actor } of report.actors) prepare(ACTOR).run(actor, reportKey);
  }
  const { signature } = traits;
  const unsafe = signature.find(value => !Number.isSafeInteger(value));
  if (unsafe !== undefined) throw new RangeError(`no safe integer in a signature: ${unsafe}`);
  if (signature.length === 0) return;
  const numbers = JSON.stringify(signature);
  prepare(SIGNATURE).run(key, numbers);
  prepare(NUMBERS).run(numbers, key);
};
