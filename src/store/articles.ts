import { z } from 'zod';
import { articleSchema, sentenceFrom } from './nouns.ts';
import type { ArticleStore } from './ports.ts';
import { EXISTS, existsAt } from './published.ts';
import type { Prepare } from './statements.ts';

const COLUMNS = 'a.id, a.title, a.published, a.publisher, a.url, a.text';

const BY_ID = `SELECT ${COLUMNS} FROM articles a WHERE a.id = :id AND ${EXISTS}`;

const NEWEST = `SELECT ${COLUMNS} FROM articles a WHERE ${EXISTS}
  ORDER BY a.moment DESC NULLS LAST, a.id LIMIT :limit`;

const SENTENCES = `SELECT s.position, s.start, s.stop, s.paragraph, s.role
  FROM sentences s JOIN articles a ON a.key = s.article WHERE a.id = ? ORDER BY s.position`;

const COUNTS = `SELECT count(*) AS articles,
    coalesce(sum((SELECT count(*) FROM figures f WHERE f.article = a.key)), 0) AS figures,
    coalesce(sum((SELECT count(*) FROM reports r WHERE r.article = a.key)), 0) AS reports
  FROM articles a WHERE ${EXISTS}`;

const counts = z.object({ articles: z.int(), figures: z.int(), reports: z.int() });

export const articleReads = (prepare: Prepare): Omit<ArticleStore, 'put'> => ({
  article: (id, asOf) => {
    const row = prepare(BY_ID).get({ id, ...existsAt(asOf) });
    return row === undefined ? null : articleSchema.parse(row);
  },
  sentences: id => prepare(SENTENCES).all(id).map(sentenceFrom),
  articles: (asOf, limit) =>
    prepare(NEWEST)
      .all({ limit, ...existsAt(asOf) })
      .map(row => articleSchema.parse(row)),
  counts: asOf => counts.parse(prepare(COUNTS).get(existsAt(asOf))),
});
