import { z } from 'zod';
import type { Article, ArticleId } from '../core/article.ts';
import type { Instant } from '../core/clock.ts';
import { enterIndex, leaveIndex } from './enter-terms.ts';
import { clearFacts, NO_TRAITS, writeFacts } from './facts-rows.ts';
import { checkedInstant } from './instant.ts';
import type { Landed, Reading } from './ports/archive.ts';
import { momentOf } from './published.ts';
import type { Prepare } from './statements.ts';
import { textHash } from './text-hash.ts';

const NEWEST = `SELECT key, version, since, until, reason, title, published, publisher, url, text, rules
  FROM articles WHERE id = ? ORDER BY version DESC LIMIT 1`;

const INSERT = `INSERT INTO articles (id, day, instant, title, published, publisher, url, text, version, seen, since,
    until, ended, reason, hash, rules, language, relevant, copy_of, history)
  VALUES (:id, :day, :instant, :title, :published, :publisher, :url, :text, :version, :seen, :since,
    :until, :ended, :reason, :hash, :rules, :language, :relevant, :copy_of, :history)
  RETURNING key`;

const END = 'UPDATE articles SET until = :until, ended = :ended, reason = :reason WHERE key = :key';

const REREAD = `UPDATE articles SET rules = :rules, language = :language, relevant = :relevant, copy_of = :copy_of,
  history = :history WHERE key = :key RETURNING until`;

const endOf = z.object({ until: z.string().nullable() });

const newestRow = z.object({
  key: z.int(),
  version: z.int(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  reason: z.string().nullable(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  text: z.string(),
  rules: z.string(),
});

type Newest = z.infer<typeof newestRow>;

/** Of two instants the later; clocks may run backwards, versions do not. */
const latest = (a: Instant, b: Instant | null): Instant => (b === null || a > b ? a : b);

export const newestOf = (prepare: Prepare, id: ArticleId): Newest | null => {
  const row = prepare(NEWEST).get(id);
  return row === undefined ? null : newestRow.parse(row);
};

export const sameContent = (a: Omit<Article, 'id'>, b: Omit<Article, 'id'>): boolean =>
  a.text === b.text &&
  a.title === b.title &&
  a.published === b.published &&
  a.publisher === b.publisher &&
  a.url === b.url;

const traitColumns = ({ traits = NO_TRAITS }: Reading) => ({
  language: traits.language,
  relevant: traits.relevant ? 1 : 0,
  copy_of: traits.copyOf,
  history: traits.history === true ? 1 : 0,
});

/** Ends the version `newest`. @returns the instant at which it ended */
export const end = (
  prepare: Prepare,
  { key, since }: Pick<Newest, 'key' | 'since'>,
  at: Instant,
  ended: 'replaced' | 'withdrawn',
  reason: string | null,
): Instant => {
  const until = latest(checkedInstant(at), since);
  prepare(END).run({ key, until, ended, reason });
  leaveIndex(prepare, key);
  return until;
};

/** Puts other facts in the place of those that were read from a version. */
export const rereadOne = (prepare: Prepare, key: number, reading: Reading, rules: string): void => {
  const { until } = endOf.parse(prepare(REREAD).get({ key, rules, ...traitColumns(reading) }));
  clearFacts(prepare, key);
  writeFacts(prepare, key, reading);
  if (until === null) enterIndex(prepare, key, reading.terms);
};

interface Arrival {
  readonly newest: Newest | null;
  readonly at: Instant;
  readonly rules: string;
  /** Ends a withdrawal. */
  readonly restores?: boolean;
}

const insert = (
  prepare: Prepare,
  reading: Reading,
  { newest, at, rules, restores = false }: Arrival,
): Landed => {
  const { article } = reading;
  const version = (newest?.version ?? 0) + 1;
  const ended = newest !== null && newest.until !== null;
  const withdrawn = ended && !restores;
  const since =
    newest === null ? null : ended ? latest(at, newest.until) : end(prepare, newest, at, 'replaced', null);
  const row = {
    ...article,
    ...momentOf(article.published),
    ...traitColumns(reading),
    version,
    seen: at,
    since,
    // A withdrawal is somebody's decision: a new wording does not undo it.
    until: withdrawn ? since : null,
    ended: withdrawn ? 'withdrawn' : null,
    reason: withdrawn ? newest.reason : null,
    hash: textHash(article.text),
    rules,
  };
  const key = Number(prepare(INSERT).get(row)?.key);
  writeFacts(prepare, key, reading);
  if (!withdrawn) enterIndex(prepare, key, reading.terms);
  return {
    id: article.id,
    version,
    became: newest === null ? 'new' : withdrawn ? 'withdrawn' : 'updated',
  };
};

/** A database keeps whole characters only: half of a pair becomes the sign for what is unreadable, one unit as well. */
const wellFormed = (article: Article): Article => ({
  ...article,
  text: article.text.toWellFormed(),
  title: article.title?.toWellFormed() ?? null,
});

/** Adds a version that ends a withdrawal. @returns false where there is none */
export const restoreOne = (prepare: Prepare, reading: Reading, at: Instant, rules: string): boolean => {
  const newest = newestOf(prepare, reading.article.id);
  if (newest === null || newest.until === null) return false;
  insert(prepare, reading, { newest, at: checkedInstant(at), rules, restores: true });
  return true;
};

/** Lands one reading, within a transaction. */
export const landOne = (prepare: Prepare, arrived: Reading, at: Instant, rules: string): Landed => {
  const article = wellFormed(arrived.article);
  const reading = { ...arrived, article };
  const newest = newestOf(prepare, article.id);
  if (newest === null || !sameContent(newest, article))
    return insert(prepare, reading, { newest, at: checkedInstant(at), rules });
  const { key, version, until } = newest;
  if (newest.rules !== rules) rereadOne(prepare, key, reading, rules);
  const standing = newest.rules === rules ? 'unchanged' : 'reread';
  return { id: article.id, version, became: until === null ? standing : 'withdrawn' };
};
