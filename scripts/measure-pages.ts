/**
 * How much of an article is read out of its page, and how much that is none: precision and recall of words, on the made-up
 * pages in test/ingest/page/layouts or in a folder of the same form, and how alike near-copies are.
 *   npm run measure:pages [-- FOLDER]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { foldWords } from '../src/core/fold.ts';
import { signature } from '../src/ingest/identity/signature.ts';
import { readPage } from '../src/ingest/page/read-page.ts';
import { shingles, similarity } from '../src/text/shingles.ts';

const expectedSchema = z.object({
  url: z.string(),
  title: z.string().nullable(),
  lines: z.array(z.string()),
});

const countWords = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const word of foldWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((a, b) => a + b, 0);

const common = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number =>
  [...a].reduce((sum, [word, count]) => sum + Math.min(count, b.get(word) ?? 0), 0);

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(8);

const folder = process.argv[2] ?? fileURLToPath(new URL('../test/ingest/page/layouts', import.meta.url));
console.log(`${'page'.padEnd(24)}precision  recall`);
let [right, read, wanted] = [0, 0, 0];
for (const name of readdirSync(folder).toSorted()) {
  const expected = expectedSchema.parse(
    JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')),
  );
  const page = readPage(readFileSync(join(folder, name, 'page.html'), 'utf8'), expected.url);
  const got = countWords(page.ok ? page.value.text : '');
  const key = countWords([expected.title ?? '', ...expected.lines].join('\n'));
  right += common(got, key);
  read += total(got);
  wanted += total(key);
  const note = page.ok ? '' : `  ${page.error.message}`;
  console.log(
    `${name.padEnd(24)}${percent(common(got, key) / (total(got) || 1))}${percent(common(got, key) / total(key))}${note}`,
  );
}
console.log(`${'all'.padEnd(24)}${percent(right / (read || 1))}${percent(right / (wanted || 1))}`);

/** A wire copy as papers make them: some sentences go, and in those that stay every so many-th word is another. */
const edited = (text: string, keep: number, every: number): string =>
  text
    .split('\n')
    .slice(0, Math.max(1, Math.round(text.split('\n').length * keep)))
    .join('\n')
    .split(' ')
    .map((word, i) => (i % every === every - 1 ? `${word}ish` : word))
    .join(' ');

const texts = readdirSync(folder).flatMap(name => {
  const expected = expectedSchema.parse(
    JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')),
  );
  return [expected.lines.join('\n')];
});
console.log(`\n${'copies'.padEnd(40)}likeness   found`);
for (const [name, keep, every] of [
  ['cut to two thirds', 2 / 3, 1e9],
  ['cut to half', 1 / 2, 1e9],
  ['every 20th word another', 1, 20],
  ['every 10th word another', 1, 10],
  ['two thirds, every 12th word another', 2 / 3, 12],
  ['half, every 10th word another', 1 / 2, 10],
] as const) {
  const pairs = texts.map(text => [text, edited(text, keep, every)] as const);
  const likeness = pairs.map(([a, b]) => similarity(shingles(a), shingles(b)));
  const found = pairs.filter(([a, b]) => signature(a).some(each => signature(b).includes(each)));
  const mean = likeness.reduce((sum, each) => sum + each, 0) / (likeness.length || 1);
  console.log(`${name.padEnd(40)}${percent(mean)}${percent(found.length / (pairs.length || 1))}`);
}
