import { bytes, type Routes, text } from './handlers.ts';

const ITEM =
  '<item><title>Made-up item</title><link>https://example.org/made-up</link><guid>made-up-1</guid></item>';
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Made-up feed</title>${ITEM}</channel></rss>`;

const LAUGHS = Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index};`.repeat(10)}">`,
).join('');

/** Texts with their labels. The letters é and “ tell windows-1252 from UTF-8, and it from ISO 8859-1. */
export const CHARSETS: readonly (readonly [name: string, body: Uint8Array, contentType: string])[] = [
  ['windows-1252', Buffer.from('<p>caf\xe9 \x93ok\x94</p>', 'latin1'), 'text/html; charset=windows-1252'],
  ['unlabelled', Buffer.from('<p>caf\xe9 \x93ok\x94</p>', 'latin1'), 'text/html'],
  ['mislabelled', Buffer.from('<p>café “ok”</p>'), 'text/html; charset=iso-8859-1'],
  ['utf-16', Buffer.from('\ufeff<p>café “ok”</p>', 'utf16le'), 'text/html'],
];

const XML = { headers: { 'content-type': 'application/rss+xml' } };

/** Feeds and pages that are not what they seem. */
export const texts: Routes = [
  ['/feed/fine', text(FEED, XML)],
  ['/feed/ill-formed', text(FEED.replace('</title>', '</titel>').replace('Made-up', 'Made & up'), XML)],
  ['/feed/truncated', text(FEED.slice(0, FEED.indexOf('</item>') - 20), XML)],
  ['/feed/html', text('<!doctype html><title>Made-up page</title><p>No feed at all.</p>', XML)],
  ['/feed/as-html', text(FEED)],
  ['/feed/empty', text('', XML)],
  [
    '/feed/bomb',
    text(
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY lol0 "lol">${LAUGHS}]><rss version="2.0"><channel><title>&lol9;</title></channel></rss>`,
      XML,
    ),
  ],
  [
    '/feed/external-entity',
    text(
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/hostname">]><rss version="2.0"><channel><title>&file;</title></channel></rss>`,
      XML,
    ),
  ],
  ...CHARSETS.map(([name, body, contentType]): Routes[number] => [
    `/charset/${name}`,
    bytes(body, { headers: { 'content-type': contentType } }),
  ]),
];
