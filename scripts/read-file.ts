/**
 * Shows what becomes of a file before it is imported: its articles with id, language, hash and first lines, or its feeds.
 *   npm run read:file -- FILE
 */
import type { Result } from '../src/core/result.ts';
import { contentHash } from '../src/ingest/identity/article-id.ts';
import { signature } from '../src/ingest/identity/signature.ts';
import { languageOf } from '../src/ingest/language.ts';
import { writeOpml } from '../src/ingest/opml/opml.ts';
import { type FileReading, readFile } from '../src/ingest/read-file.ts';
import { readTextFile } from '../src/ingest/text-file.ts';

const read = async (file: string): Promise<Result<FileReading>> => {
  const text = await readTextFile(file);
  return text.ok ? readFile(file, text.value) : text;
};

const [path] = process.argv.slice(2);
const reading = path === undefined ? null : await read(path);
if (path === undefined || reading === null) {
  console.error('usage: npm run read:file -- FILE');
  process.exitCode = 2;
} else if (!reading.ok) {
  console.error(`${path}: ${reading.error.message}`);
  process.exitCode = 1;
} else if (reading.value.kind === 'feeds') console.log(writeOpml(reading.value.feeds, path));
else {
  for (const article of reading.value.articles) {
    const { text: whole, ...known } = article;
    const derived = { language: languageOf(whole), hash: contentHash(whole), bands: signature(whole).length };
    console.log(JSON.stringify({ ...known, ...derived }, null, 2));
    console.log(whole);
  }
  for (const refusal of reading.value.refusals) console.error(refusal);
}
