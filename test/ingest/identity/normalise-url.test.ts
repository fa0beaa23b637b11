import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleId, contentHash } from '../../../src/ingest/identity/article-id.ts';
import { normaliseUrl } from '../../../src/ingest/identity/normalise-url.ts';

const PAGE = 'https://example.org/news/blast';

describe('the same page is', () => {
  test.for<[claim: string, url: string, normal?: string]>([
    ['itself', PAGE],
    ['itself without encryption', 'http://example.org/news/blast'],
    ['itself in capitals', 'HTTPS://Example.ORG/news/blast'],
    ['itself on its usual port', 'https://example.org:443/news/blast'],
    ['itself on the usual port of the other scheme', 'http://example.org:80/news/blast'],
    ['any place on it', 'https://example.org/news/blast#comments'],
    ['itself with a closing slash', 'https://example.org/news/blast/'],
    ['itself with slashes doubled', 'https://example.org//news///blast'],
    ['its index file', 'https://example.org/news/blast/index.html'],
    ['its index file in PHP', 'https://example.org/news/blast/index.php'],
    ['itself from a newsletter', `${PAGE}?utm_source=x&utm_medium=y&mc_cid=1`],
    ['itself from a social network', `${PAGE}?fbclid=abc&igshid=d&ref=tw`],
    ['itself on www', 'https://www.example.org/news/blast'],
    ['itself on a phone', 'https://m.example.org/news/blast'],
    ['itself on a phone, long', 'https://mobile.example.org/news/blast?m=1'],
    ['its AMP page', 'https://example.org/news/blast/amp/'],
    ['its AMP page by ending', 'https://example.org/news/blast.amp'],
    ['its AMP page by host', 'https://amp.example.org/news/blast'],
    ['its AMP page by parameter', `${PAGE}?amp=1&outputType=amp`],
    ['its page in the cache of Google', 'https://www.google.com/amp/s/example.org/news/blast/amp'],
    ['its page in the cache of AMP', 'https://example-org.cdn.ampproject.org/c/s/example.org/news/blast'],
    ['itself with a password', 'https://me:secret@example.org/news/blast'],
    ['itself with a dot behind the host', 'https://example.org./news/blast'],
    ['itself with letters as percents', 'https://example.org/n%65ws/bl%61st'],
    ['itself with blanks around', ' https://example.org/news/blast\n'],
    ['in HTML by ending', 'https://example.org/a.amp.html', 'https://example.org/a.html'],
    ['in order of its query', 'https://example.org/?b=2&a=1&b=1', 'https://example.org/?a=1&b=1&b=2'],
    ['on the root', 'https://example.org', 'https://example.org/'],
    ['in punycode', 'https://münchen.example/straße', 'https://xn--mnchen-3ya.example/stra%C3%9Fe'],
    ['in capitals of percents', 'https://example.org/%d8%a7', 'https://example.org/%D8%A7'],
    ['on a host that is only called m', 'https://m.com/a', 'https://m.com/a'],
  ])('%s', ([, url, normal = PAGE]) => {
    expect(normaliseUrl(url)).toBe(normal);
    expect(articleId(url)).toBe(articleId(normal));
  });
});

describe('another page is', () => {
  test.for<[claim: string, url: string]>([
    ['its second page', `${PAGE}?page=2`],
    ['an article by number', `${PAGE}?p=17`],
    ['one on another host', 'https://example.com/news/blast'],
    ['one on another port', 'https://example.org:8080/news/blast'],
    ['one in other capitals', 'https://example.org/news/Blast'],
    ['one that goes on', 'https://example.org/news/blast-2'],
    ['one about a camp', 'https://example.org/news/blast/camp'],
  ])('%s', ([, url]) => {
    expect(normaliseUrl(url)).not.toBe(PAGE);
    expect(articleId(url)).not.toBe(articleId(PAGE));
  });
});

test.for([
  '',
  'blast',
  '/news/blast',
  'ftp://example.org/a',
  'javascript:alert(1)',
  'https://',
  'mailto:a@b.c',
])('%j is no address of a page', url => expect(normaliseUrl(url)).toBeNull());

test('an address without end is none', () => {
  expect(normaliseUrl(`https://example.org/${'a'.repeat(5_000)}`)).toBeNull();
});

const pieces = fc.constantFrom(
  ...[
    '/amp',
    '/',
    '/index.html',
    '.amp',
    '.html',
    '//',
    'm.',
    'www.',
    '%2e',
    '%41',
    '/c/s/',
    'a',
    '?amp',
    '&b=1',
    '#x',
  ],
  ...['example.org', 'google.com/amp/s/', 'x.cdn.ampproject.org', ':80', '..', '%', ' ', 'é', '?'],
);

test('normalising twice is normalising once, on any address', () => {
  const any = fc.array(pieces, { maxLength: 12 }).map(parts => `http://${parts.join('')}`);
  fc.assert(
    fc.property(
      fc.oneof(any, fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
      url => {
        const normal = normaliseUrl(url);
        if (normal !== null) expect(normaliseUrl(normal)).toBe(normal);
      },
    ),
    { numRuns: 1000 },
  );
});

test('an id is short, and the same everywhere', () => {
  expect(articleId(PAGE)).toBe(articleId(`http://www.example.org/news/blast/?utm_source=x`));
  expect(articleId(PAGE)).toMatch(/^example-org-[0-9a-f]{14}$/);
  expect(articleId('no address')).toMatch(/^page-[0-9a-f]{14}$/);
});

test('same words, same hash', () => {
  expect(contentHash('Five killed,\n in  Quetta.')).toBe(contentHash('FIVE KILLED in Quetta'));
  expect(contentHash('Five killed in Quetta')).not.toBe(contentHash('Six killed in Quetta'));
});
