import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MergeOrders } from './knowledge/merges.ts';

/** What decides how an article is read: the rules, and the words and places they know. */
const READING = ['core', 'text', 'knowledge', 'extract', '../data/lexicon', '../data/gazetteer'];

/** What decides which reports are one incident. What an article says is followed by its revision. */
const MERGING = ['core', 'text', 'query', 'store/ports', '../data/lexicon'];

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();

const hashOf = (folders: readonly string[], words: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const folder of folders)
    for (const file of filesIn(fileURLToPath(new URL(folder, import.meta.url)))) {
      const content = readFileSync(file);
      hash.update(`${content.length}\n`).update(content);
    }
  for (const each of words) hash.update(`${each.length}\n`).update(each);
  return hash.digest('hex').slice(0, 16);
};

/** Changes when any file does by which articles are read; nobody has to remember to count it up. */
export const rulesVersion = (): string => hashOf(READING, []);

/** Changes with whatever decides which reports are one incident, and with how a snapshot of them is written. */
export const mergingVersion = (orders: MergeOrders): string =>
  hashOf(MERGING, [JSON.stringify(orders), process.versions.v8]);
