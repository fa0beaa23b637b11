import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Doc } from './engine.ts';

/** Texts, questions, and how well each text answers each question, as somebody judged. */
export interface Collection {
  readonly docs: readonly Doc[];
  readonly queries: readonly { readonly id: string; readonly text: string }[];
  /** By question, then by text. */
  readonly judged: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const id = z.union([z.string(), z.number()]).transform(String);
/** Collections spell the same fields in several ways; the first that is there counts. */
const renamed =
  (names: Readonly<Record<string, readonly string[]>>) =>
  (row: unknown): unknown => {
    const given = z.record(z.string(), z.unknown()).parse(row);
    return Object.fromEntries(
      Object.entries(names).map(([name, spelled]) => [
        name,
        given[spelled.find(one => given[one] !== undefined) ?? name],
      ]),
    );
  };

const doc = z.preprocess(
  renamed({ id: ['id', '_id', 'docno'], title: ['title'], text: ['text', 'body', 'contents'] }),
  z.object({
    id,
    title: z
      .string()
      .nullish()
      .transform(title => title ?? ''),
    text: z.string(),
  }),
);
const query = z.preprocess(
  renamed({ id: ['id', '_id', 'qid'], text: ['text', 'query'] }),
  z.object({ id, text: z.string() }),
);
const qrel = z.preprocess(
  renamed({
    query: ['query', 'query_id', 'query-id', 'qid'],
    doc: ['doc', 'doc_id', 'corpus-id', 'corpus_id', 'docno'],
    score: ['score', 'relevance', 'rel', 'label'],
  }),
  z.object({ query: id, doc: id, score: z.coerce.number() }),
);

const readLines = async <T>(file: string, schema: z.ZodType<T>): Promise<readonly T[]> => {
  const rows: T[] = [];
  for await (const line of createInterface({ input: createReadStream(file) }))
    if (line.trim() !== '') rows.push(schema.parse(JSON.parse(line)));
  return rows;
};

/** Reads docs.jsonl, queries.jsonl and qrels.jsonl of a folder. */
export const readCollection = async (folder: string): Promise<Collection> => {
  const judged = new Map<string, Map<string, number>>();
  for (const row of await readLines(join(folder, 'qrels.jsonl'), qrel)) {
    const ofQuery = judged.get(row.query) ?? new Map<string, number>();
    judged.set(row.query, ofQuery.set(row.doc, row.score));
  }
  return {
    docs: await readLines(join(folder, 'docs.jsonl'), doc),
    queries: (await readLines(join(folder, 'queries.jsonl'), query)).filter(one => judged.has(one.id)),
    judged,
  };
};

const DEEP = 10;

const gain = (scores: readonly number[]): number =>
  scores.slice(0, DEEP).reduce((sum, score, i) => sum + (2 ** score - 1) / Math.log2(i + 2), 0);

/** nDCG@10 of one answer: 1 for the best there is, 0 for one without anything that fits. */
export const ndcg = (found: readonly string[], judged: ReadonlyMap<string, number>): number => {
  const ideal = gain([...judged.values()].sort((a, b) => b - a));
  return ideal === 0 ? 0 : gain(found.map(one => judged.get(one) ?? 0)) / ideal;
};
