import { z } from 'zod';
import { articleSchema, figureSchema, fromDoc, reportSchema, sentenceFrom, trendSchema } from './nouns.ts';
import type { ArticleStore, Reading } from './ports/archive.ts';
import { ALL_TIMES, ANY_ID, EXISTS, existsAt } from './published.ts';
import type { Prepare } from './statements.ts';

const COLUMNS = 'a.id, a.title, a.published, a.publisher, a.url, a.text';

const BY_ID = `SELECT ${COLUMNS} FROM articles a WHERE a.id = :id AND ${EXISTS}`;

const IS_THERE = `SELECT 1 FROM articles a WHERE a.id = :id AND ${EXISTS}`;

const THERE = `SELECT json_group_array(a.id) AS ids FROM ${ALL_TIMES} WHERE ${ANY_ID} AND ${EXISTS}`;

const NEWEST = `SELECT ${COLUMNS} FROM articles a WHERE ${EXISTS}
  ORDER BY a.moment DESC NULLS LAST, a.id LIMIT :limit`;

const SENTENCES = `SELECT s.position, s.start, s.stop, s.paragraph, s.role
  FROM sentences s JOIN articles a ON a.key = s.article WHERE a.id = :id AND ${EXISTS} ORDER BY s.position`;

const COUNTS = `SELECT count(*) AS articles,
    coalesce(sum((SELECT count(*) FROM figures f WHERE f.article = a.key)), 0) AS figures,
    coalesce(sum((SELECT count(*) FROM reports r WHERE r.article = a.key)), 0) AS reports
  FROM articles a WHERE ${EXISTS}`;

const NEXT = `SELECT a.id, a.version FROM articles a WHERE a.id > :after AND ${EXISTS} ORDER BY a.id LIMIT 1`;

const ONE = `SELECT a.key, a.language, a.relevant, a.copy_of AS copyOf, a.history, ${COLUMNS}
  FROM articles a WHERE a.id = ? AND a.version = ?`;

const SENTENCES_OF =
  'SELECT position, start, stop, paragraph, role FROM sentences WHERE article = ? ORDER BY position';

const docsOf = (table: 'figures' | 'reports' | 'trends'): string =>
  `SELECT doc FROM ${table} WHERE article = ? ORDER BY start, stop, id`;

const SIGNATURE = 'SELECT numbers FROM article_signatures WHERE article = ?';

const counts = z.object({ articles: z.int(), figures: z.int(), reports: z.int() });

const next = z.object({ id: z.string(), version: z.int() });

const traits = z.object({
  key: z.int(),
  language: z.string().nullable(),
  relevant: z.int(),
  copyOf: z.string().nullable(),
  history: z.int(),
});

const numbersRow = z.object({
  numbers: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(z.int())),
});

const signatureOf = (prepare: Prepare, key: number): readonly number[] => {
  const row = prepare(SIGNATURE).get(key);
  return row === undefined ? [] : numbersRow.parse(row).numbers;
};

const readVersion = (prepare: Prepare, id: string, version: number): Reading | null => {
  const row = prepare(ONE).get(id, version);
  if (row === undefined) return null;
  const { key, language, relevant, copyOf, history } = traits.parse(row);
  return {
    article: articleSchema.parse(row),
    sentences: prepare(SENTENCES_OF).all(key).map(sentenceFrom),
    figures: prepare(docsOf('figures'))
      .all(key)
      .map(figure => fromDoc(figureSchema, figure)),
    reports: prepare(docsOf('reports'))
      .all(key)
      .map(report => fromDoc(reportSchema, report)),
    trends: prepare(docsOf('trends'))
      .all(key)
      .map(trend => fromDoc(trendSchema, trend)),
    traits: {
      language,
      relevant: relevant === 1,
      copyOf,
      history: history === 1,
      signature: signatureOf(prepare, key),
    },
  };
};

const idsRow = z.object({
  ids: z
    .string()
    .transform(text => JSON.parse(text))
    .pipe(z.array(z.string())),
});

type Reads = Pick<
  ArticleStore,
  'article' | 'exists' | 'existing' | 'sentences' | 'articles' | 'counts' | 'version' | 'eachReading'
>;

export const articleReads = (prepare: Prepare): Reads => ({
  article: (id, asOf) => {
    const row = prepare(BY_ID).get({ id, ...existsAt(asOf) });
    return row === undefined ? null : articleSchema.parse(row);
  },
  exists: (id, asOf) => prepare(IS_THERE).get({ id, ...existsAt(asOf) }) !== undefined,
  existing: asOf => idsRow.parse(prepare(THERE).get(existsAt(asOf))).ids,
  sentences: (id, asOf) =>
    prepare(SENTENCES)
      .all({ id, ...existsAt(asOf) })
      .map(sentenceFrom),
  articles: (asOf, limit) =>
    prepare(NEWEST)
      .all({ limit, ...existsAt(asOf) })
      .map(row => articleSchema.parse(row)),
  counts: asOf => counts.parse(prepare(COUNTS).get(existsAt(asOf))),
  version: (id, version) => readVersion(prepare, id, version),
  // One look-up for each article, and no statement that stays open: others may write between two of them.
  eachReading: function* (asOf) {
    let after = '';
    for (;;) {
      const row = prepare(NEXT).get({ after, ...existsAt(asOf) });
      if (row === undefined) return;
      const { id, version } = next.parse(row);
      const reading = readVersion(prepare, id, version);
      if (reading !== null) yield reading;
      after = id;
    }
  },
});
