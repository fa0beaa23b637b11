import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../src/ingest/page/read-page.ts';

/** All pages here are made up. */
const LAYOUTS = join(import.meta.dirname, 'layouts');
const URL_HERE = 'https://paper.example/news/1';

test.for(readdirSync(LAYOUTS))('of the layout %s the article is read, and nothing else', name => {
  const key = JSON.parse(readFileSync(join(LAYOUTS, name, 'expected.json'), 'utf8'));
  const page = readPage(readFileSync(join(LAYOUTS, name, 'page.html'), 'utf8'), key.url);
  if (!page.ok) throw new Error(page.error.message);
  const { title, published, publisher, text } = page.value;
  expect({ title, published, publisher, lines: text.split('\n') }).toEqual({
    title: key.title,
    published: key.published,
    publisher: key.publisher,
    lines: [key.title, ...key.lines],
  });
});

const SENTENCES = Array.from(
  { length: 12 },
  (_, i) =>
    `In made-up incident number ${i}, two guards were wounded near a bridge outside the town of Turbat.`,
);
const paragraphs = (from: number, to: number): string =>
  SENTENCES.slice(from, to)
    .map(each => `<p>${each}</p>`)
    .join('');
const page = (body: string, head = ''): string =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

describe('a page is refused that', () => {
  test.for<[claim: string, html: string, message: RegExp]>([
    ['is empty', '', /^No article text/],
    ['is no page', 'OK', /^No article text/],
    [
      'is a front page of links',
      page(`<ul>${'<li><a href="/a">Minister opens a bridge</a></li>'.repeat(40)}</ul>`),
      /^No article text/,
    ],
    ['has a line alone', page(`<article>${paragraphs(0, 1)}</article>`), /^No article text/],
    [
      'shows the start and asks to subscribe',
      page(`<article>${paragraphs(0, 3)}</article><div class="wall">Already a subscriber? Sign in.</div>`),
      /asks to subscribe/,
    ],
    [
      'says that it is not free',
      page(
        `<article>${paragraphs(0, 3)}</article>`,
        '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>',
      ),
      /asks to subscribe/,
    ],
    [
      'asks about cookies',
      page(
        '<h1>We value your privacy</h1><p>We and our partners store and/or access information on a device, such as cookies, and process personal data for personalised ads.</p><p>You can manage your preferences or withdraw at any time in the cookie settings of this made-up site.</p><button>Accept all</button>',
      ),
      /asks about cookies/,
    ],
    [
      'was not found',
      page('<h1>Page not found</h1><p>It may have moved.</p>', '<title>Page not found - The Paper</title>'),
      /error page \("Page not found - The Paper"\); check/,
    ],
    ['checks the browser', page('<p>Checking.</p>', '<title>Just a moment...</title>'), /error page/],
    [
      'is a book',
      page(
        `<article>${Array.from({ length: 60 }, (_, i) => `<p>${`Word ${i} of a book. `.repeat(900)}</p>`).join('')}</article>`,
      ),
      /^The text has .* more than an article has/,
    ],
    ['is longer than pages are', 'x'.repeat(5_000_001), /too long for an article/],
    ['is made of tags', '<i>x</i>'.repeat(20_000), /made of too many parts/],
    ['is made of text that looks like signs', '&'.repeat(1_000_000), /made of too many parts/],
    ['has tags in tags', '<div>'.repeat(2_000) + paragraphs(0, 5), /nested too deep/],
    ['is deeper than pages are', '<div>'.repeat(300) + paragraphs(0, 5), /nested too deep/],
    [
      'has attributes without end',
      `<div ${'a=1 '.repeat(5_000)}>${paragraphs(0, 5)}</div>`,
      /made of too many parts/,
    ],
  ])('%s', ([, html, message]) => {
    expect(readPage(html, URL_HERE)).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(message) },
    });
  });
});

describe('a page is read', () => {
  test.for<[claim: string, html: string, expected: object]>([
    [
      'whatever its cookies say below it',
      page(
        `<article>${paragraphs(0, 12)}</article><p>We use cookies. Accept all or manage preferences in the cookie settings.</p>`,
      ),
      {},
    ],
    [
      'under an error for a headline',
      page(`<article><h1>Error in the count of the dead</h1>${paragraphs(0, 12)}</article>`),
      { title: 'Error in the count of the dead' },
    ],
    [
      'under its own address',
      page(`<article>${paragraphs(0, 9)}</article>`, '<link rel="canonical" href="/news/one">'),
      { url: 'https://paper.example/news/one' },
    ],
    [
      'not under that of another site',
      page(`<article>${paragraphs(0, 9)}</article>`, '<link rel="canonical" href="https://other.example/a">'),
      { url: URL_HERE },
    ],
    [
      'not under that of the front page',
      page(`<article>${paragraphs(0, 9)}</article>`, '<link rel="canonical" href="https://paper.example/">'),
      { url: URL_HERE },
    ],
    [
      'of an unknown day when it has none',
      page(`<article>${paragraphs(0, 9)}</article>`),
      { published: null, publisher: null, author: null },
    ],
    [
      'of an unknown day when that could be two',
      page(`<article>${paragraphs(0, 9)}</article>`, '<meta name="date" content="03/04/2024">'),
      { published: null },
    ],
  ])('%s', ([, html, expected]) => {
    expect(readPage(html, URL_HERE)).toMatchObject({ ok: true, value: expected });
  });
});

const bits = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<div class="share">',
    '</div>',
    '<script>',
    '</script',
    '<!--',
    '-->',
    '<table><tr><td>',
    '<br>',
    '&amp;',
    '&#x202e;',
  ],
  ...[
    '<html>',
    '<body>',
    '<title>404',
    '<sup>1',
    '<pre>',
    '<svg',
    '<li>',
    ']]>',
    '<![CDATA[',
    '"',
    '=',
    '{"@graph":',
    'Five killed. ',
  ],
  ...[
    '<script type="application/ld+json">',
    '<meta name=date content="',
    '<time datetime=2024>',
    SENTENCES[0] ?? '',
  ],
);

test('no page throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(bits, { maxLength: 40 }).map(all => all.join('')),
        fc.string({ unit: 'binary' }),
      ),
      html => {
        const read = readPage(html, URL_HERE);
        expect(read.ok ? read.value.text : read.error.message).not.toBe('');
      },
    ),
  );
});
