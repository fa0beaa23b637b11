import { expect, test } from 'vitest';
import { filesAtTop, filesBelow } from '../architecture/sources.ts';
import { quoted, readDocument } from './markdown.ts';

const FILES = [
  ...['bench', 'commands', 'data', 'scripts', 'src', 'test'].flatMap(filesBelow),
  ...filesAtTop(),
].map(({ path }) => path);

/** What a document shows as an example of what could be added. */
const EXAMPLES = ['commands/latest.ts'];

const isPath = (name: string): boolean =>
  /^[\w./*-]+\.(?:ts|json|md|txt)$|^[\w.-]+(?:\/[\w.-]+)*\/$/.test(name);

/** Documents shorten paths: "query/compare.ts", "periods/", "overlay-*.json". */
const isThere = (name: string): boolean => {
  const pattern = name.replaceAll('.', '\\.').replaceAll('*', '[^/]*');
  const path = new RegExp(name.endsWith('/') ? `(?:^|/)${pattern}` : `(?:^|/)${pattern}$`);
  return FILES.some(file => path.test(file));
};

test.for([
  'README.md',
  'DESIGN.md',
  'CONTRIBUTING.md',
  'data/README.md',
  'BENCHMARKS.md',
])('files that %s names are there', document => {
  const text = readDocument(document).replace(/^```.*?^```$/gms, '');
  const named = quoted(text).filter(name => isPath(name) && !EXAMPLES.includes(name));
  expect(named.filter(name => !isThere(name))).toEqual([]);
});
