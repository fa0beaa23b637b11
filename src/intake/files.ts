import { createReadStream } from 'node:fs';
import { open, readFile as readBytes } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Article } from '../core/article.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { LONGEST_LINE, readArticleLine } from '../ingest/article-line.ts';
import { decodeBody } from '../ingest/charset.ts';
import type { IndexEntry } from '../ingest/corpus-index.ts';
import { readLines } from '../ingest/lines.ts';
import type { ListedFeed } from '../ingest/opml/opml.ts';
import { readFile } from '../ingest/read-file.ts';
import { isBinary } from '../ingest/text-file.ts';
import type { Saved } from '../store/ports/saved.ts';
import { cleanText } from '../text/clean.ts';
import type { Batch } from './batch.ts';
import { readFeedList } from './feed-list.ts';
import { WORDS } from './words.ts';

/** Larger files are no articles, lists of articles a line excepted, which are read line by line. In bytes. */
const LARGEST = 10_000_000;

/** Lines of one file of which it is told why they were refused; of more there is the number. */
const TOLD = 20;

/** How far a reading has come, for who watches it. */
export interface Watched {
  readonly received: (bytes: number) => void;
  readonly lineDone: () => void;
}

export interface TakenFile {
  /** In words, one for each article that was refused; of the file as a whole when nothing of it was taken. */
  readonly refusals: readonly string[];
  /** Whether nothing of it could be taken. */
  readonly refused: boolean;
  /** Feeds that it lists, for the caller to follow. */
  readonly feeds: readonly ListedFeed[];
}

export interface FileTask {
  readonly batch: Batch;
  readonly watched: Watched;
  /** What is known of the file beside its text. */
  readonly entry?: IndexEntry;
  readonly signal?: AbortSignal;
}

const refusedWhole = (why: string): Saved<TakenFile> => ok({ refusals: [why], refused: true, feeds: [] });

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** Collects why lines were refused, in bounded memory. */
const refusalList = () => {
  const told: string[] = [];
  let more = 0;
  return {
    add: (line: string): void => {
      if (told.length < TOLD) told.push(line);
      else more += 1;
    },
    all: (): readonly string[] => (more === 0 ? told : [...told, WORDS.moreLines(more)]),
  };
};

async function* counted(
  stream: AsyncIterable<Uint8Array>,
  received: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    received(chunk.length);
    yield chunk;
  }
}

/** Articles one a line, however many: only the lines of one batch are held. */
const takeLines = async (path: string, { batch, watched, signal }: FileTask): Promise<Saved<TakenFile>> => {
  const refusals = refusalList();
  let [number, taken] = [0, 0];
  for await (const line of readLines(counted(createReadStream(path), watched.received), LONGEST_LINE)) {
    number += 1;
    if (signal?.aborted === true) break;
    if (line.trim() === '') continue;
    const read = readArticleLine(line);
    if (!read.ok) {
      refusals.add(WORDS.line(number, read.error.message));
      continue;
    }
    const { article } = read.value;
    const added = await batch.add({ ...article, text: cleanText(article.text) }, 'by its writer');
    if (!added.ok) return added;
    if (added.value === null) taken += 1;
    else refusals.add(WORDS.line(number, added.value));
    watched.lineDone();
  }
  const none = taken === 0 && signal?.aborted !== true;
  const all = refusals.all();
  return ok({ refusals: none && all.length === 0 ? [WORDS.emptyFile] : all, refused: none, feeds: [] });
};

/** The first bytes say whether a file is a list of articles, whatever its name. */
const isListOfLines = async (path: string): Promise<boolean> => {
  if (/\.(?:jsonl|ndjson)$/i.test(path)) return true;
  if (/\.(?:txt|md|json)$/i.test(path)) return false;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return buffer
      .toString('utf8', 0, bytesRead)
      .replace(/^\ufeff/, '')
      .trimStart()
      .startsWith('{"');
  } finally {
    await file.close();
  }
};

const completed = (article: Article, entry: IndexEntry | undefined): Article => ({
  ...article,
  title: entry?.title === undefined ? article.title : entry.title,
  published: entry?.published === undefined ? article.published : entry.published,
  publisher: entry?.publisher === undefined ? article.publisher : entry.publisher,
  url: entry?.url === undefined ? article.url : entry.url,
});

const textOf = async (path: string, watched: Watched): Promise<Result<string>> => {
  const bytes = await readBytes(path);
  watched.received(bytes.length);
  if (bytes.length > LARGEST) return fail('input', WORDS.tooLarge(LARGEST / 1_000_000));
  const text = decodeBody(bytes, null);
  return isBinary(text) ? fail('input', WORDS.notText) : ok(text);
};

const takeWhole = async (path: string, task: FileTask): Promise<Saved<TakenFile>> => {
  const text = await textOf(path, task.watched);
  if (!text.ok) return refusedWhole(text.error.message);
  const name = basename(path);
  if (/\.json$/i.test(name)) {
    const feeds = readFeedList(text.value);
    return feeds.ok
      ? ok({ refusals: [], refused: false, feeds: feeds.value })
      : refusedWhole(feeds.error.message);
  }
  const read = readFile(name, text.value);
  if (!read.ok) return refusedWhole(read.error.message);
  if (read.value.kind === 'feeds') return ok({ refusals: [], refused: false, feeds: read.value.feeds });
  const refusals = [...read.value.refusals];
  for (const article of read.value.articles) {
    const added = await task.batch.add(completed(article, task.entry), 'by its file');
    if (!added.ok) return added;
    if (added.value !== null) refusals.push(added.value);
    task.watched.lineDone();
  }
  return ok({ refusals, refused: read.value.articles.length === 0, feeds: [] });
};

/**
 * Takes in what a file holds: an article, a saved page or feed, articles one JSON a line, a list of feeds.
 * @returns what of it was refused and why, or why nothing could be kept
 */
export const takeFile = async (path: string, task: FileTask): Promise<Saved<TakenFile>> => {
  try {
    return (await isListOfLines(path)) ? await takeLines(path, task) : await takeWhole(path, task);
  } catch (error) {
    // The file system's word; our own errors are caught where articles are read.
    if (error instanceof Error && 'code' in error) return refusedWhole(WORDS.notReadable(codeOf(error)));
    throw error;
  }
};
