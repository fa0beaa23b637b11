import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Article } from '../core/article.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type IndexEntry, parseIndex } from './corpus-index.ts';
import { readTextFile } from './text-file.ts';

const INDEX = 'index.json';
const TEXT = /\.(txt|md)$/i;
const NAMES_SHOWN = 3;

/** What the text itself says of its title, day and publisher; null where it does not. */
export type ReadMasthead = (text: string) => Pick<Article, 'title' | 'published' | 'publisher'>;

export interface FolderReading {
  readonly texts: readonly { readonly path: string; readonly article: Article }[];
  /** One line for each file that was not taken in: its path and why. */
  readonly refusals: readonly string[];
}

export interface Corpus {
  readonly articles: readonly Article[];
  readonly refusals: readonly string[];
}

/** Code unit order: the same on every machine, whatever its locale. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Article id of a file: its name without the ending. */
const idOf = (file: string): string => file.replace(TEXT, '');

const toArticle = (
  file: string,
  text: string,
  entry: IndexEntry | undefined,
  readMasthead: ReadMasthead,
): Article => {
  const masthead = readMasthead(text);
  const known = <T>(beside: T | undefined, read: T): T => (beside === undefined ? read : beside);
  return {
    id: idOf(file),
    title: known(entry?.title, masthead.title),
    published: known(entry?.published, masthead.published),
    publisher: known(entry?.publisher, masthead.publisher),
    url: entry?.url ?? null,
    text,
  };
};

const readIndex = async (
  dir: string,
  names: readonly string[],
): Promise<{ entries: ReadonlyMap<string, IndexEntry>; refusals: readonly string[] }> => {
  if (!names.includes(INDEX)) return { entries: new Map(), refusals: [] };
  const path = join(dir, INDEX);
  const text = await readTextFile(path);
  const parsed = text.ok ? parseIndex(text.value) : text;
  if (!parsed.ok) return { entries: new Map(), refusals: [`${path}: ${parsed.error.message}`] };
  const missing = [...parsed.value.keys()].filter(file => !names.includes(file));
  return {
    entries: parsed.value,
    refusals: missing.map(file => `${path}: names ${file}, which is not there`),
  };
};

const leftAside = (dir: string, names: readonly string[]): string => {
  const shown = names.slice(0, NAMES_SHOWN).join(', ');
  const more = names.length > NAMES_SHOWN ? ', …' : '';
  return `${dir}: ${names.length} not read, only .txt and .md files are (${shown}${more})`;
};

/**
 * Reads the texts of one folder, not of those below it, in the order of their names.
 * @returns a failure only when the folder itself cannot be listed; a bad file costs a line in `refusals` and nothing else
 */
export const readFolder = async (dir: string, readMasthead: ReadMasthead): Promise<Result<FolderReading>> => {
  let entries: { name: string; isDirectory: () => boolean }[];
  try {
    entries = await readdir(dir, { withFileTypes: true });
  } catch {
    return fail('input', `${dir}: no folder that can be read`);
  }
  const names = entries.map(entry => entry.name).sort(byName);
  const index = await readIndex(dir, names);
  const texts: FolderReading['texts'][number][] = [];
  const refusals = [...index.refusals];
  for (const name of names.filter(candidate => TEXT.test(candidate))) {
    const path = join(dir, name);
    const text = await readTextFile(path);
    if (!text.ok) refusals.push(`${path}: ${text.error.message}`);
    else texts.push({ path, article: toArticle(name, text.value, index.entries.get(name), readMasthead) });
  }
  const others = entries
    .filter(entry => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map(entry => entry.name)
    .filter(name => name !== INDEX && !TEXT.test(name))
    .sort(byName);
  if (others.length > 0) refusals.push(leftAside(dir, others));
  return ok({ texts, refusals });
};

/**
 * Several folders as one corpus; one that is named twice is read once. Of two articles with one id the first stands.
 * @returns the failure of the first folder that cannot be listed
 */
export const readFolders = async (
  dirs: readonly string[],
  readMasthead: ReadMasthead,
): Promise<Result<Corpus>> => {
  const articles = new Map<string, Article>();
  const refusals: string[] = [];
  const once = new Map(dirs.map(dir => [resolve(dir), dir]));
  for (const dir of once.values()) {
    const reading = await readFolder(dir, readMasthead);
    if (!reading.ok) return reading;
    refusals.push(...reading.value.refusals);
    for (const { path, article } of reading.value.texts) {
      if (articles.has(article.id)) refusals.push(`${path}: the article ${article.id} is there already`);
      else articles.set(article.id, article);
    }
  }
  return ok({ articles: [...articles.values()], refusals });
};
