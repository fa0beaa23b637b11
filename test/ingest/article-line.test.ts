import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_LINE, readArticleLine } from '../../src/ingest/article-line.ts';

const bare = { title: null, published: null, publisher: null, url: null };

describe('an article is', () => {
  test.for<[claim: string, line: object, id: string | number, article: object]>([
    ['an id and a text', { id: 'a', text: 'b' }, 'a', { id: 'a', text: 'b', ...bare }],
    ['known by a number too', { id: 7, text: 'b' }, 7, { id: '7', text: 'b', ...bare }],
    [
      'all that is known of it',
      { id: 'a', text: 'b', title: 'c', published: '2025-03-01', publisher: 'd', url: 'https://example.org' },
      'a',
      {
        id: 'a',
        text: 'b',
        title: 'c',
        published: '2025-03-01',
        publisher: 'd',
        url: 'https://example.org',
      },
    ],
    ['unknown in what is null', { id: 'a', text: 'b', ...bare }, 'a', { ...bare }],
    ['unknown in what is empty', { id: 'a', text: 'b', title: '', publisher: '', url: '' }, 'a', { ...bare }],
    [
      'none the worse for other fields',
      { id: 'a', text: 'b', killed: 3 },
      'a',
      { id: 'a', text: 'b', ...bare },
    ],
    ['read with its blanks', { id: 'a', text: '\n b ' }, 'a', { text: '\n b ' }],
    [
      'published at an instant',
      { id: 'a', text: 'b', published: '2025-03-01T09:00:00+05:00' },
      'a',
      { published: '2025-03-01T09:00:00+05:00' },
    ],
    [
      'published at an hour in no zone',
      { id: 'a', text: 'b', published: '2025-03-01T09:00:00' },
      'a',
      { published: '2025-03-01T09:00:00' },
    ],
  ])('%s', ([, line, id, article]) => {
    expect(readArticleLine(JSON.stringify(line))).toMatchObject({ ok: true, value: { id, article } });
  });

  test('its text to the last unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const read = readArticleLine(JSON.stringify({ id: 'a', text: `.${text}` }));
        expect(read).toMatchObject({ ok: true, value: { article: { text: `.${text}` } } });
      }),
    );
  });
});

const SHAPE = /expected \{"id": "<name>", "text": "<the article>"\}, one article a line\.$/;

describe('a line is refused that', () => {
  test.for<[claim: string, line: string, message: RegExp]>([
    ['is no JSON', 'A bomb went off.', /^Not JSON; /],
    ['is cut off', '{"id": "a", "text": "b', /^Not JSON; /],
    ['is a number', '7', /^Not an object; /],
    ['is a list', '[{"id": "a", "text": "b"}]', /^Not an object; /],
    ['is null', 'null', /^Not an object; /],
    ['has no id', '{"text": "b"}', /^No id; /],
    ['has null for an id', '{"id": null, "text": "b"}', /^No id; /],
    ['has no text', '{"id": "a"}', /^No text; /],
    ['has null for a text', '{"id": "a", "text": null}', /^No text; /],
    ['has a text in pieces', '{"id": "a", "text": ["b"]}', /^The text must be in quotes; /],
  ])('%s, and told the shape', ([, line, message]) => {
    const read = readArticleLine(line);
    expect(read).toMatchObject({ ok: false, error: { message: expect.stringMatching(message) } });
    expect(read).toMatchObject({ error: { message: expect.stringMatching(SHAPE) } });
  });

  test.for<[claim: string, line: object, message: RegExp]>([
    ['has a blank text', { id: 'a', text: ' \n' }, /^The text is empty; leave the line out /],
    ['has a blank id', { id: ' ', text: 'b' }, /^The id must be a text that is not empty, or a number\.$/],
    ['has a list for an id', { id: ['a'], text: 'b' }, /^The id must be a text /],
    ['has a title that is a number', { id: 'a', text: 'b', title: 3 }, /^title must be a text; /],
    ['has a publisher that is a list', { id: 'a', text: 'b', publisher: [] }, /^publisher must be a text; /],
    ['has a url that is none', { id: 'a', text: 'b', url: true }, /^url must be a text; /],
    ['was published in words', { id: 'a', text: 'b', published: 'March 1' }, /^published must be a day or /],
    ['was published never', { id: 'a', text: 'b', published: '2025-02-30' }, /such as 2025-03-01 or /],
    [
      'was published at a number',
      { id: 'a', text: 'b', published: 1740787200 },
      /^published must be a day or /,
    ],
  ])('%s, and told what to do', ([, line, message]) => {
    expect(readArticleLine(JSON.stringify(line))).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(message) },
    });
  });

  test('has an id that JSON would round', () => {
    expect(readArticleLine('{"id": 9007199254740993, "text": "b"}')).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/too large to be kept exactly; put it in quotes/) },
    });
  });

  test('is longer than articles are', () => {
    const of = (length: number): string => {
      const frame = JSON.stringify({ id: 'a', text: '' }).length;
      return JSON.stringify({ id: 'a', text: 'b'.repeat(length - frame) });
    };
    expect(readArticleLine(of(LONGEST_LINE))).toMatchObject({ ok: true });
    expect(readArticleLine(of(LONGEST_LINE + 1))).toMatchObject({
      ok: false,
      error: { message: 'Longer than 5,000,000 characters; split the article or leave it out.' },
    });
  });
});
