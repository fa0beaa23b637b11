import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFeed } from '../../../src/ingest/feed/read-feed.ts';

/** All feeds here are made up. */
const HERE = 'https://paper.example/feed/rss.xml';

const rss = (inside: string, head = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><channel><title>A Paper</title><link>https://paper.example</link>${head}${inside}</channel></rss>`;
const item = (inside: string): string =>
  `<item><title>Blast</title><link>https://paper.example/1</link>${inside}</item>`;

const feed = (text: string) => {
  const read = readFeed(text, HERE);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};

describe('an item is read', () => {
  test.for<[claim: string, text: string, expected: object]>([
    [
      'of RSS 2.0',
      rss(
        item(
          '<guid isPermaLink="false">g1</guid><pubDate>Sat, 09 Nov 2024 10:44:00 +0500</pubDate><description>&lt;p&gt;Five &lt;b&gt;killed&lt;/b&gt;.&lt;/p&gt;</description>',
        ),
      ),
      {
        id: 'g1',
        url: 'https://paper.example/1',
        title: 'Blast',
        published: '2024-11-09T10:44:00+05:00',
        summary: 'Five killed.',
        contentHtml: null,
      },
    ],
    [
      'of RSS 0.91',
      '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "rss-0.91.dtd"><rss version="0.91"><channel><title>A</title><item><title>T</title><link>https://paper.example/1</link></item></channel></rss>',
      { title: 'T', url: 'https://paper.example/1', id: 'https://paper.example/1' },
    ],
    [
      'of RSS 1.0',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://paper.example"><title>R</title><link>https://paper.example</link></channel><item rdf:about="https://paper.example/1"><title>T</title><link>https://paper.example/1</link><dc:date>2024-11-09</dc:date><dc:creator>A Writer</dc:creator></item></rdf:RDF>',
      { title: 'T', published: '2024-11-09', author: 'A Writer', id: 'https://paper.example/1' },
    ],
    [
      'of Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://paper.example/x/"><title>A</title><link rel="self" href="s"/><link href="/"/><entry><id>tag:1</id><title type="html">A &amp;lt;b&amp;gt;B&amp;lt;/b&amp;gt;</title><link rel="enclosure" href="z.mp3"/><link rel="alternate" href="p/1"/><updated>2024-11-10T00:00:00Z</updated><published>2024-11-09T00:00:00+05:00</published><summary>S</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hi <b>you</b>.</p></div></content><author><name>N</name></author></entry></feed>',
      {
        id: 'tag:1',
        url: 'https://paper.example/x/p/1',
        title: 'A B',
        published: '2024-11-09T00:00:00+05:00',
        updated: '2024-11-10T00:00:00Z',
        summary: 'S',
        contentHtml: '<p>Hi <b>you</b>.</p>',
        author: 'N',
      },
    ],
    [
      'of JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        items: [
          {
            id: 7,
            url: '/1',
            title: 'T',
            date_published: '2024-11-09T10:00:00Z',
            content_text: 'a < b',
            authors: [{ name: 'N' }],
          },
        ],
      }),
      {
        id: '7',
        url: 'https://paper.example/1',
        title: 'T',
        published: '2024-11-09T10:00:00Z',
        contentHtml: '<pre>a &lt; b</pre>',
        author: 'N',
      },
    ],
    ['behind a byte order mark and blanks', `\ufeff\n  ${rss(item(''))}`, { title: 'Blast' }],
    [
      'with its full text',
      rss(
        item('<description>S</description><content:encoded><![CDATA[<p>Whole text.</p>]]></content:encoded>'),
      ),
      { summary: 'S', contentHtml: '<p>Whole text.</p>' },
    ],
    [
      'with a relative address',
      rss('<item><title>T</title><link>/news/1</link></item>'),
      { url: 'https://paper.example/news/1' },
    ],
    [
      'with a guid for an address',
      rss('<item><title>T</title><guid>https://paper.example/g</guid></item>'),
      { url: 'https://paper.example/g' },
    ],
    [
      'with no address when it has none',
      rss('<item><title>T</title><guid isPermaLink="false">https://paper.example/g</guid></item>'),
      { url: null },
    ],
    [
      'with no address that is a script',
      rss('<item><title>T</title><link>javascript:alert(1)</link></item>'),
      { url: null },
    ],
    [
      'with the address that was given, to fetch from',
      rss('<item><title>T</title><link>https://paper.example/1?id=3&amp;utm_source=rss</link></item>'),
      { url: 'https://paper.example/1?id=3&utm_source=rss' },
    ],
    [
      'with a date of dcterms',
      rss(item('<dcterms:created>2024-11-09T10:44:00Z</dcterms:created>')),
      { published: '2024-11-09T10:44:00Z' },
    ],
    ['with a date of Dublin Core', rss(item('<dc:date>2024-11-09</dc:date>')), { published: '2024-11-09' }],
    [
      'with the name of a zone',
      rss(item('<pubDate>Sat, 9 Nov 2024 10:44 PKT</pubDate>')),
      { published: '2024-11-09T10:44:00+05:00' },
    ],
    [
      'of an unknown day when its date is none',
      rss(item('<pubDate>soon</pubDate>')),
      { published: null, updated: null },
    ],
    [
      'of the day of its second date when the first is none',
      rss(item('<pubDate>soon</pubDate><dc:date>2024-11-09</dc:date>')),
      { published: '2024-11-09' },
    ],
    [
      'with marks of direction taken out',
      rss('<item><title>a&#x202e;b</title><link>/1</link></item>'),
      { title: 'ab' },
    ],
    [
      'of a title in CDATA',
      rss('<item><title><![CDATA[Five & more <i>hurt</i>]]></title><link>/1</link></item>'),
      { title: 'Five & more hurt' },
    ],
  ])('%s', ([, text, expected]) => {
    const read = feed(text);
    expect(read.notices).toEqual([]);
    expect(read.items[0]).toMatchObject(expected);
  });
});

const items = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) =>
      `<item><title>T${i}</title><link>/${i}</link><guid isPermaLink="false">g${i}</guid><pubDate>Sat, 09 Nov 2024 10:44:00 PKT</pubDate></item>`,
  ).join('');

describe('what is broken is read as far as it goes', () => {
  test.for<[claim: string, text: string, count: number, notice: RegExp]>([
    ['cut off in an item', rss(items(5)).slice(0, -80), 4, /^The feed is cut off; 4 of/],
    [
      'cut off behind an item',
      `${rss('').split('</channel>')[0]}${items(3)}`,
      3,
      /^The feed is cut off; 3 of/,
    ],
    [
      'an end that is not there',
      rss(items(3).replace('T1</title>', 'T1')),
      3,
      /^The feed is ill-formed; 3 of/,
    ],
    [
      'a tag in a title that has no end',
      rss(items(3).replace('T1', 'T1 <b> x')),
      3,
      /^The feed is ill-formed; 3 of/,
    ],
    ['10,000 items', rss(items(10_000)), 500, /^The feed has 10,000 items; the first 500 are read\.$/],
  ])('%s', ([, text, count, notice]) => {
    const read = feed(text);
    expect(read.items).toHaveLength(count);
    expect(read.notices).toEqual([expect.stringMatching(notice)]);
    expect(read.items[0]).toMatchObject({
      id: 'g0',
      title: 'T0',
      published: '2024-11-09T10:44:00+05:00',
      url: 'https://paper.example/0',
    });
  });

  test('an ampersand that stands alone costs nothing', () => {
    expect(feed(rss('<item><title>Law & order</title><link>/1</link></item>')).items[0]?.title).toBe(
      'Law & order',
    );
  });
});

describe('an id stands for one item', () => {
  test.for<[claim: string, inside: string, ids: string[]]>([
    ['when the item is there twice', item('<guid isPermaLink="false">g</guid>').repeat(2), ['g']],
    [
      'when all items have one guid',
      '<item><link>/1</link><guid isPermaLink="false">g</guid></item><item><link>/2</link><guid isPermaLink="false">g</guid></item>',
      ['g', 'https://paper.example/2'],
    ],
    ['and is the title where there is nothing else', '<item><title>T</title></item>', ['T']],
    ['and no item is empty', '<item></item><item><description></description></item>', []],
  ])('%s', ([, inside, ids]) => {
    expect(feed(rss(inside)).items.map(({ id }) => id)).toEqual(ids);
  });
});

test.for<[claim: string, head: string, expected: object]>([
  ['ttl', '<ttl>60</ttl>', { ttl: 60 }],
  [
    'the period of the syndication module',
    '<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>',
    { ttl: 30 },
  ],
  ['no more than a week', '<ttl>999999</ttl>', { ttl: 10_080 }],
  ['nothing', '<ttl>soon</ttl>', { ttl: null, skipHours: [] }],
  [
    'hours to be skipped',
    '<skipHours><hour>3</hour><hour>24</hour><hour>3</hour></skipHours>',
    { skipHours: [0, 3] },
  ],
])('a feed asks for %s', ([, head, expected]) => expect(feed(rss(item(''), head))).toMatchObject(expected));

describe('what is no feed is refused', () => {
  test.for<[claim: string, text: string, message: RegExp, feeds?: string[]]>([
    ['nothing', ' \n', /^The feed is empty/],
    [
      'a page',
      '<!DOCTYPE html><html><head></head><body>Hello</body></html>',
      /^This is a page and no feed; look for/,
    ],
    [
      'a page that links to its feed',
      '<html><head><link rel="alternate" type="application/rss+xml" title="x" href="/feed?a=1&amp;b=2"><link href="https://paper.example/atom" type="application/atom+xml" rel="alternate"></head></html>',
      /its feed is https:\/\/paper\.example\/feed\?a=1&b=2 or https:\/\/paper\.example\/atom$/,
      ['https://paper.example/feed?a=1&b=2', 'https://paper.example/atom'],
    ],
    ['a list of feeds', '<opml version="2.0"><body></body></opml>', /list of feeds \(OPML\)/],
    ['a site map', '<urlset xmlns="x"><url></url></urlset>', /site map/],
    ['JSON of another kind', '{"a": 1}', /neither RSS nor Atom nor JSON Feed/],
    ['JSON that is cut off', '{"version": "https://jsonfeed.org/version/1", "items": [', /neither RSS/],
    ['text', 'Five killed.', /neither RSS/],
    [
      'an XML bomb',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
      /declares entities/,
    ],
    ['tags in tags', `<rss><channel>${'<a>'.repeat(100_000)}`, /nested deeper, or made of more tags/],
    ['what is too long', `<rss><channel>${' '.repeat(10_000_001)}`, /longer than 10 million/],
  ])('%s', ([, text, message, feeds = []]) => {
    expect(readFeed(text, HERE)).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(message), feeds },
    });
  });
});

const bits = fc.constantFrom(
  ...[
    '<rss>',
    '<channel>',
    '<item>',
    '</item>',
    '<title>',
    '</title>',
    '<link>',
    '<![CDATA[',
    ']]>',
    '<entry>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
  ],
  ...[
    '<!DOCTYPE',
    '<!--',
    '&amp;',
    '&#0;',
    '&x;',
    '<?',
    '"',
    '=',
    '<rdf:RDF>',
    '{"items":[{"id":',
    '</rss>',
    'a',
    '<guid>',
    '<content:encoded>',
    ':',
  ],
);

test('no text throws', () => {
  const text = fc.array(bits, { maxLength: 30 }).map(all => all.join(''));
  fc.assert(
    fc.property(fc.oneof(text, text.map(rss), fc.string({ unit: 'binary' })), each => {
      expect(typeof readFeed(each, HERE).ok).toBe('boolean');
    }),
    { numRuns: 500 },
  );
});
