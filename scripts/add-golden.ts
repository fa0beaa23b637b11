/**
 * Makes a golden folder of a text, with the facts as they are read today. Read them against the text and correct what is
 * wrong: from then on a test holds the extraction to them.
 *   npm run golden -- FILE        test/golden/<name of the file>
 *   npm run golden -- FILE ID     test/golden/ID
 * A folder that is there keeps its note; its facts are written again.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createExtractor } from '../src/extract/extract.ts';
import { readFolder } from '../src/ingest/folder.ts';
import { loadKnowledge } from '../src/load-knowledge.ts';
import { readMasthead } from '../src/text/masthead.ts';
import { type Expected, expectedOf, expectedSchema } from './golden/expected.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const noteOf = (file: string): string =>
  existsSync(file) ? expectedSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).note : 'made up';

/** @returns the folder; null when the file cannot be read */
const add = async (file: string, name: string): Promise<string | null> => {
  const folder = await readFolder(dirname(file), readMasthead);
  const found = folder.ok
    ? folder.value.texts.find(({ path }) => resolve(path) === resolve(file))
    : undefined;
  if (found === undefined) return null;
  const home = join(root, 'test', 'golden', name);
  const bundled = relative(root, resolve(file)).replaceAll('\\', '/');
  const expected: Expected = {
    note: bundled.startsWith('data/articles/') ? 'bundled' : noteOf(join(home, 'expected.json')),
    ...(bundled.startsWith('data/articles/') ? { article: bundled } : {}),
    ...expectedOf(found.article, createExtractor(loadKnowledge())(found.article)),
  };
  mkdirSync(home, { recursive: true });
  const source = join(home, 'source.txt');
  if (resolve(file) !== resolve(source)) writeFileSync(source, readFileSync(file));
  writeFileSync(join(home, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
  return home;
};

const [file, id] = process.argv.slice(2);
const home = file === undefined ? null : await add(file, id ?? basename(file, extname(file)));
if (home === null) {
  console.error(
    file === undefined ? 'npm run golden -- FILE [ID]' : `${file}: no .txt or .md file that can be read`,
  );
  process.exitCode = 1;
} else {
  console.log(`${relative(root, home)}: read expected.json against source.txt, and correct what is wrong`);
}
