import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expectedOf, expectedSchema } from '../../scripts/golden/expected.ts';
import { extract } from './knowledge.ts';

const root = new URL('../../', import.meta.url);
const golden = new URL('test/golden/', root);
const folders = readdirSync(golden, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

const open = (id: string) => {
  const bytes = readFileSync(new URL(`${id}/source.txt`, golden));
  const expected = expectedSchema.parse(
    JSON.parse(readFileSync(new URL(`${id}/expected.json`, golden), 'utf8')),
  );
  const article = {
    id,
    title: null,
    published: expected.published,
    publisher: null,
    url: null,
    text: bytes.toString('utf8'),
  };
  return { bytes, expected, read: expectedOf(article, extract(article)) };
};

describe.for(folders)('%s', id => {
  const { bytes, expected, read } = open(id);

  test('its figures are those a person read in it', () => {
    expect(read.figures).toEqual(expected.figures);
  });

  test('its incidents are those a person read in it', () => {
    expect(read.incidents).toEqual(expected.incidents);
  });

  test('says where its text comes from', () => {
    if (expected.article === undefined) expect(expected.note).toMatch(/^made up/);
    else expect(bytes.equals(readFileSync(new URL(expected.article, root)))).toBe(true);
  });
});
