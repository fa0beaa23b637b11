import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleId } from '../../src/ingest/identity/article-id.ts';
import { readFile } from '../../src/ingest/read-file.ts';

/** All articles here are made up. */
const BODY =
  'Two guards were wounded near a bridge outside the town of Turbat, police said on Monday. They are in hospital.';
const MORE =
  'It was the third attack in the district in a month, and nobody has claimed it so far, a made-up officer said.';
const page = (head = ''): string =>
  `<!doctype html><html><head><title>Guards wounded</title>${head}</head><body><article><p>${BODY}</p><p>${MORE}</p></article></body></html>`;
const rss = (inside: string): string =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>A Paper</title>${inside}</channel></rss>`;

describe('an article is read out of', () => {
  test.for<[claim: string, name: string, text: string, article: object]>([
    [
      'a text',
      'inbox/guards.txt',
      `Guards wounded\n\n${BODY}`,
      { id: 'guards', title: 'Guards wounded', text: `Guards wounded\n\n${BODY}`, url: null },
    ],
    [
      'a text with Windows line ends and a mark',
      'a.txt',
      `\ufeffGuards\r\n${BODY}\u200b`,
      { text: `Guards\n${BODY}` },
    ],
    ['a file without an ending', 'README', BODY, { id: 'README', text: BODY }],
    [
      'Markdown with front matter',
      'a.md',
      `---\ntitle: "Guards wounded"\ndate: 9 Nov 2024\nsource: A Paper\nurl: https://paper.example/1\ntags: x\n---\n# Guards\n\n${BODY.replace('guards', '**guards**').replace('Turbat', '[Turbat](https://x.example)')}`,
      {
        id: articleId('https://paper.example/1'),
        title: 'Guards wounded',
        published: '2024-11-09',
        publisher: 'A Paper',
        url: 'https://paper.example/1',
        text: `Guards\n\n${BODY}`,
      },
    ],
    [
      'Markdown without front matter',
      'a.md',
      `${BODY}\n---\n${MORE}`,
      { id: 'a', text: `${BODY}\n---\n${MORE}` },
    ],
    [
      'a page',
      'guards.html',
      page(),
      { id: 'guards', url: null, title: 'Guards wounded', text: `Guards wounded\n${BODY}\n${MORE}` },
    ],
    [
      'a page that says where it lives',
      'guards.html',
      page('<link rel="canonical" href="https://paper.example/1">'),
      { id: articleId('https://paper.example/1'), url: 'https://paper.example/1' },
    ],
    ['a page by its content alone', 'guards', page(), { id: 'guards', url: null }],
    [
      'a line of JSON',
      'a.jsonl',
      `${JSON.stringify({ id: 3, text: `${BODY}\u202e` })}\n`,
      { id: '3', text: BODY },
    ],
    [
      'a feed with whole articles',
      'a.xml',
      rss(
        `<item><title>Guards wounded</title><link>https://paper.example/1</link><pubDate>9 Nov 2024</pubDate><content:encoded><![CDATA[<p>${BODY}</p><p>${MORE}</p>]]></content:encoded></item>`,
      ),
      {
        id: articleId('https://paper.example/1'),
        title: 'Guards wounded',
        published: '2024-11-09',
        publisher: 'A Paper',
        text: `Guards wounded\n${BODY}\n${MORE}`,
      },
    ],
  ])('%s', ([, name, text, article]) => {
    expect(readFile(name, text)).toMatchObject({
      ok: true,
      value: { kind: 'articles', articles: [article], refusals: [] },
    });
  });
});

test('of many lines the good ones are read, and each bad one has a line', () => {
  const good = JSON.stringify({ id: 'a', text: BODY });
  expect(readFile('a.jsonl', `${good}\n\nno\n{"id": "b"}\n`)).toMatchObject({
    ok: true,
    value: {
      articles: [{ id: 'a' }],
      refusals: [expect.stringMatching(/^line 3: Not JSON; /), expect.stringMatching(/^line 4: No text; /)],
    },
  });
});

test('feeds are read out of a list', () => {
  const text = '<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/f"/></body></opml>';
  const feeds = [{ url: 'https://a.example/f', title: 'A', folder: null }];
  expect(readFile('feeds.opml', text)).toEqual({ ok: true, value: { kind: 'feeds', feeds } });
  expect(readFile('feeds.xml', text)).toEqual({ ok: true, value: { kind: 'feeds', feeds } });
});

describe('a file is refused that', () => {
  test.for<[claim: string, name: string, text: string, message: RegExp]>([
    ['is empty', 'a.txt', ' \n', /^The file is empty/],
    ['is front matter alone', 'a.md', '---\ntitle: x\n---\n', /^The file is empty/],
    [
      'was published in no day',
      'a.md',
      `---\npublished: 03/04/2024\n---\n${BODY}`,
      /^published is "03\/04\/2024"; write a day/,
    ],
    [
      'has an address that is none',
      'a.md',
      `---\nurl: paper\n---\n${BODY}`,
      /^url is "paper"; write an address/,
    ],
    ['is a page without an article', 'a.html', '<html><body>Hi</body></html>', /^No article text/],
    ['is lines of something else', 'a.jsonl', 'no\n', /^line 1: Not JSON; /],
    ['is a list of no feeds', 'a.opml', '<opml><body/></opml>', /./],
    [
      'is a feed of summaries',
      'a.xml',
      rss('<item><title>T</title><link>https://a.example/1</link><description>S</description></item>'),
      /no whole article; add its address/,
    ],
    ['is something else', 'a.csv', 'a,b\n1,2', /\.txt, \.md, \.html, \.jsonl and \.opml are read/],
  ])('%s', ([, name, text, message]) => {
    expect(readFile(name, text)).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(message) },
    });
  });
});

test('no file throws', () => {
  const name = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.jsonl', 'a.opml', 'a.xml', 'a', '');
  const start = fc.constantFrom('', '---\n', '{"', '<rss>', '<opml>', '<html>', '\ufeff');
  fc.assert(
    fc.property(name, start, fc.string({ unit: 'binary' }), (file, head, rest) => {
      expect(typeof readFile(file, head + rest).ok).toBe('boolean');
    }),
  );
});
