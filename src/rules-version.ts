import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What decides how an article is read: the rules, and the words and places they know. */
const FOLDERS = ['core', 'text', 'knowledge', 'extract', '../data/lexicon', '../data/gazetteer'];

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();

/** Changes when any file does by which articles are read; nobody has to remember to count it up. */
export const rulesVersion = (): string => {
  const hash = createHash('sha256');
  for (const folder of FOLDERS)
    for (const file of filesIn(fileURLToPath(new URL(folder, import.meta.url)))) {
      const content = readFileSync(file);
      hash.update(`${content.length}\n`).update(content);
    }
  return hash.digest('hex').slice(0, 16);
};
