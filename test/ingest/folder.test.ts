import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ReadMasthead, readFolder, readFolders } from '../../src/ingest/folder.ts';
import { MAX_BYTES } from '../../src/ingest/text-file.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Tells what the text says from what the index says. */
const masthead: ReadMasthead = () => ({ title: 'Read', published: '1999-01-01', publisher: 'Reader' });

const reading = async (dir: string) => {
  const result = await readFolder(dir, masthead);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('a file that is no article costs one line with its path and the reason', () => {
  test.for<[claim: string, name: string, content: string | Uint8Array, reason: RegExp]>([
    ['an empty file', 'a.txt', '', /^empty$/],
    ['blank lines alone', 'a.txt', ' \n\t\n', /^empty$/],
    ['bytes that are not UTF-8', 'a.txt', bytes(0x41, 0xff, 0xfe, 0x42), /^not text/],
    ['a NUL in the text', 'a.md', 'Two people\u0000 were hurt', /^not text/],
    ['mostly control characters', 'a.txt', `ab${'\u0001\u0002\u001b'.repeat(9)}`, /^not text/],
    [
      'UTF-16',
      'a.txt',
      Uint8Array.from(new Uint8Array(Uint16Array.from('Quetta', c => c.charCodeAt(0)).buffer)),
      /^not text/,
    ],
    ['a file over the limit', 'a.txt', 'x'.repeat(MAX_BYTES + 1), /^larger than 5 MB$/],
  ])('%s', async ([, name, content, reason]) => {
    const dir = temporaryFolder({ [name]: content, 'good.txt': 'Two people were hurt in Quetta.' });
    const { texts, refusals } = await reading(dir);
    expect(texts.map(({ article }) => article.id)).toEqual(['good']);
    expect(refusals).toHaveLength(1);
    const line = refusals[0] ?? '';
    expect(line.startsWith(`${join(dir, name)}: `)).toBe(true);
    expect(line.slice(join(dir, name).length + 2)).toMatch(reason);
  });

  test('a folder named like a text', async () => {
    const dir = temporaryFolder();
    mkdirSync(join(dir, 'a.txt'));
    expect(await reading(dir)).toEqual({ texts: [], refusals: [`${join(dir, 'a.txt')}: not a file`] });
  });

  test('files of other kinds share one line', async () => {
    const dir = temporaryFolder({ 'a.jpg': 'x', 'b.bin': 'x', 'c.html': 'x', 'd.pdf': 'x', '.hidden': 'x' });
    expect((await reading(dir)).refusals).toEqual([
      `${dir}: 4 not read, only .txt and .md files are (a.jpg, b.bin, c.html, …)`,
    ]);
  });
});

describe('a text is kept as it was received', () => {
  test.for<[claim: string, content: string | Uint8Array, text: string]>([
    [
      'blanks, carriage returns and debris stay',
      ' date 2024-01-01  A\r\nB \n',
      ' date 2024-01-01  A\r\nB \n',
    ],
    ['a byte order mark goes', bytes(0xef, 0xbb, 0xbf, 0x41), 'A'],
    ['a stray control character stays', `${'a'.repeat(200)}\u0007`, `${'a'.repeat(200)}\u0007`],
  ])('%s', async ([, content, text]) => {
    const { texts } = await reading(temporaryFolder({ 'x.y.txt': content }));
    expect(texts[0]?.article).toMatchObject({ id: 'x.y', text });
  });
});

describe('what is known of a text', () => {
  test('comes from the text itself when nothing stands beside it', async () => {
    const { texts } = await reading(temporaryFolder({ 'a.txt': 'Text' }));
    expect(texts[0]?.article).toEqual({
      id: 'a',
      title: 'Read',
      published: '1999-01-01',
      publisher: 'Reader',
      url: null,
      text: 'Text',
    });
  });

  test('comes from the index first, where null means that it was looked for in vain', async () => {
    const index = [{ file: 'a.txt', published: '2024-05-06', publisher: null, url: 'https://example.org/a' }];
    const { texts, refusals } = await reading(
      temporaryFolder({ 'a.txt': 'Text', 'index.json': JSON.stringify(index) }),
    );
    expect(refusals).toEqual([]);
    expect(texts[0]?.article).toMatchObject({
      title: 'Read',
      published: '2024-05-06',
      publisher: null,
      url: 'https://example.org/a',
    });
  });

  test.for<[claim: string, index: string, reason: RegExp]>([
    ['is no JSON', '{', /: not JSON$/],
    ['is no list', '{}', /: .*expected array/i],
    ['has an impossible day', '[{"file":"a.txt","published":"2024-02-30"}]', /: 0\.published: /],
    ['has a field nobody knows', '[{"file":"a.txt","date":"2024-02-03"}]', /: 0: .*date/],
    ['leads out of the folder', '[{"file":"../a.txt"}]', /: 0\.file: must be the name/],
    ['has a link that is no web address', '[{"file":"a.txt","url":"javascript:alert(1)"}]', /: 0\.url: /],
    ['lists a file twice', '[{"file":"a.txt"},{"file":"a.txt"}]', /: a\.txt is listed twice$/],
    ['lists a file that is not there', '[{"file":"b.txt"}]', /: names b\.txt, which is not there$/],
  ])('an index that %s costs one line, not the texts', async ([, index, reason]) => {
    const { texts, refusals } = await reading(temporaryFolder({ 'a.txt': 'Text', 'index.json': index }));
    expect(texts).toHaveLength(1);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatch(reason);
  });
});

describe('several folders', () => {
  test('are one corpus in their order, each in the order of its names', async () => {
    const first = temporaryFolder({ 'b.txt': '1', 'a.txt': '2' });
    const second = temporaryFolder({ 'c.md': '3' });
    const corpus = await readFolders([first, second], masthead);
    expect(corpus.ok && corpus.value.articles.map(article => article.id)).toEqual(['a', 'b', 'c']);
  });

  test('are read once each, however often they are named', async () => {
    const dir = temporaryFolder({ 'a.txt': '1' });
    const corpus = await readFolders([dir, join(dir, '.')], masthead);
    expect(corpus).toMatchObject({ ok: true, value: { articles: [{ id: 'a' }], refusals: [] } });
  });

  test('of two articles with one name the first stands and the other costs a line', async () => {
    const first = temporaryFolder({ 'a.txt': 'first' });
    const second = temporaryFolder({ 'a.md': 'second' });
    const corpus = await readFolders([first, second], masthead);
    expect(corpus).toMatchObject({
      ok: true,
      value: {
        articles: [{ id: 'a', text: 'first' }],
        refusals: [`${join(second, 'a.md')}: the article a is there already`],
      },
    });
  });

  test('fail when one of them is not there', async () => {
    const gone = join(temporaryFolder(), 'gone');
    expect(await readFolders([gone], masthead)).toEqual({
      ok: false,
      error: { fault: 'input', message: `${gone}: no folder that can be read` },
    });
  });
});

describe('the bundled corpus', () => {
  test('is read whole, with what is known of each text from the index alone', async () => {
    const { texts, refusals } = await reading('data/articles');
    expect(refusals).toEqual([]);
    expect(texts.map(({ article }) => [article.id.slice(0, 3), article.published])).toEqual([
      ['000', '2024-11-22'],
      ['001', null],
      ['002', '2025-01-17'],
      ['003', null],
      ['004', '2024-02-07'],
    ]);
    for (const { article } of texts) expect(article.publisher).not.toBe('Reader');
  });
});
