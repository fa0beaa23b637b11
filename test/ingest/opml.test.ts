import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOpml, writeOpml } from '../../src/ingest/opml/opml.ts';

const opml = (body: string): string =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>t</title></head><body>${body}</body></opml>`;
const outline = (url: string, text = 'A'): string => `<outline type="rss" text="${text}" xmlUrl="${url}"/>`;

describe('a list is read', () => {
  test.for<[claim: string, text: string, feeds: object[]]>([
    [
      'with its folders',
      opml(
        `<outline text="News"><outline text="East">${outline('https://a.example/f?x=1&amp;y=2', 'A &amp; B')}</outline></outline>`,
      ),
      [{ url: 'https://a.example/f?x=1&y=2', title: 'A & B', folder: 'News / East' }],
    ],
    [
      'without folders',
      opml(outline('https://a.example/f')),
      [{ url: 'https://a.example/f', title: 'A', folder: null }],
    ],
    [
      'each address once',
      opml(outline('https://a.example/f').repeat(3)),
      [{ url: 'https://a.example/f', title: 'A', folder: null }],
    ],
    [
      'whatever case its attributes have',
      opml('<outline text="A" xmlurl="https://a.example/f"/>'),
      [{ url: 'https://a.example/f', title: 'A', folder: null }],
    ],
    [
      'without what is no address',
      opml(outline('javascript:alert(1)') + outline('https://a.example/f')),
      [{ url: 'https://a.example/f', title: 'A', folder: null }],
    ],
  ])('%s', ([, text, feeds]) => expect(readOpml(text)).toEqual({ ok: true, value: feeds }));
});

test.for<[claim: string, text: string, message: RegExp]>([
  ['text', 'hello', /^Not a list of feeds/],
  ['nothing', '', /^Not a list of feeds/],
  ['a list that is cut off', '<opml><body><outline text="x"', /^Not a list of feeds/],
  ['a list of no feeds', opml('<outline text="x"/>'), /names no feed/],
  ['a bomb', `<!DOCTYPE x [<!ENTITY a "b">]>${opml(outline('https://a.example/f'))}`, /declares entities/],
])('%s is refused', ([, text, message]) => {
  expect(readOpml(text)).toMatchObject({ ok: false, error: { message: expect.stringMatching(message) } });
});

const name = fc
  .string({ minLength: 1, maxLength: 12 })
  .map(each => each.replace(/\s+/g, ' ').trim())
  .filter(each => each !== '');
const url = fc.webUrl({ withQueryParameters: true }).map(each => new URL(each).href);
const feed = fc.record({
  url,
  title: name,
  folder: fc.option(
    name.map(each => `f${each}`),
    { nil: null },
  ),
});

test('what is written is read back, folder by folder', () => {
  fc.assert(
    fc.property(fc.uniqueArray(feed, { selector: each => each.url, minLength: 1, maxLength: 8 }), feeds => {
      const grouped = [...Map.groupBy(feeds, ({ folder }) => folder).values()].flat();
      expect(readOpml(writeOpml(feeds, 'Feeds'))).toEqual({ ok: true, value: grouped });
    }),
  );
});

test('no text throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string().map(opml)), text => {
      expect(typeof readOpml(text).ok).toBe('boolean');
    }),
  );
});
