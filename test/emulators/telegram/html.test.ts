import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAPTION, compose, MAX_ENTITIES, TEXT } from './compose.ts';
import { parseHtml } from './html.ts';

describe('HTML that Telegram refuses', () => {
  test.for<[html: string, error: string]>([
    ['a <x>b</x>', 'Unsupported start tag "x" at byte offset 2'],
    ['<5 killed>', 'Unsupported start tag "5" at byte offset 0'],
    ['کوئٹہ <h1>', 'Unsupported start tag "h1" at byte offset 11'],
    ['a <b', 'Unclosed start tag at byte offset 2'],
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['<a href', 'Unclosed start tag "a" at byte offset 0'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<a href=x,y>z</a>', 'Unexpected end of name token at byte offset 8'],
    ['<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>a</b', 'Unclosed end tag at byte offset 4'],
    ['<b><i>a</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ])('%s', ([html, error]) => {
    expect(parseHtml(html)).toEqual({ error });
  });
});

describe('HTML that Telegram reads', () => {
  test.for<[html: string, text: string, entities: readonly object[]]>([
    ['plain', 'plain', []],
    ['1 &lt; 2 &amp;&amp; &quot;x&quot; &#39;', '1 < 2 && "x" \'', []],
    ['&nbsp; &unknown;', '&nbsp; &unknown;', []],
    ['&#x1F600;<b>a</b>', '😀a', [{ type: 'bold', offset: 2, length: 1 }]],
    ['<STRONG>a</strong><b></b>', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
    ['<b>a</>', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
    [
      '<a href="https://example.org/?a=1&amp;b=2">x</a>',
      'x',
      [{ type: 'text_link', offset: 0, length: 1, url: 'https://example.org/?a=1&b=2' }],
    ],
    ['<a href="javascript:alert(1)">x</a>', 'x', []],
    [
      '<a>example.org</a>',
      'example.org',
      [{ type: 'text_link', offset: 0, length: 11, url: 'http://example.org/' }],
    ],
    ['<blockquote expandable>q</blockquote>', 'q', [{ type: 'expandable_blockquote', offset: 0, length: 1 }]],
    ['<span class="tg-spoiler">s</span>', 's', [{ type: 'spoiler', offset: 0, length: 1 }]],
    [
      '<pre><code class="language-csv">a,b</code></pre>',
      'a,b',
      [{ type: 'pre', offset: 0, length: 3, language: 'csv' }],
    ],
  ])('%s', ([html, text, entities]) => {
    expect(parseHtml(html)).toEqual({ text, entities });
  });
});

describe('a message', () => {
  const html = (text: string, limit = TEXT, dropped: (count: number) => void = () => undefined) =>
    compose(text, { mode: 'HTML', limit, dropped });

  test('loses the white space at both ends, and its entities move', () => {
    expect(html('\n <b>a</b> ')).toEqual({ text: 'a', entities: [{ type: 'bold', offset: 0, length: 1 }] });
  });

  test('has what Telegram makes clickable, but not within links and code', () => {
    const { entities } = html(
      '/help @someone #news <a href="https://a.example">b.org</a> <code>/x</code> c.org.',
    );
    expect(entities.map(({ type }) => type)).toEqual([
      'bot_command',
      'mention',
      'hashtag',
      'text_link',
      'code',
      'url',
    ]);
  });

  test('is formatted by nothing within code, and holds no quote in a quote', () => {
    expect(html('<pre>a<b>b</b></pre>').entities).toEqual([{ type: 'pre', offset: 0, length: 2 }]);
    expect(html('<blockquote>a<blockquote>b</blockquote></blockquote>').entities).toEqual([
      { type: 'blockquote', offset: 0, length: 2 },
    ]);
  });

  test.for<[what: string, text: string, limit: typeof TEXT, error: string]>([
    ['of nothing but tags', '<b> </b>', TEXT, 'message text is empty'],
    ['of 4,097 units', `${'a'.repeat(4095)}😀`, TEXT, 'message is too long'],
    ['with a caption of 1,025', 'a'.repeat(1025), CAPTION, 'message caption is too long'],
    ['that cannot be read', '<x>', TEXT, 'can\'t parse entities: Unsupported start tag "x" at byte offset 0'],
  ])('%s is refused', ([, text, limit, error]) => {
    expect(() => html(text, limit)).toThrow(`Bad Request: ${error}`);
  });

  test('may have 4,096 units after its entities are read', () => {
    expect(html(`<b>${'&amp;'.repeat(4096)}</b>`).text).toHaveLength(4096);
  });

  test('keeps a hundred entities, and says how many it drops', () => {
    const dropped: number[] = [];
    const { entities } = html('<b>a</b> '.repeat(103), TEXT, count => dropped.push(count));
    expect(entities).toHaveLength(MAX_ENTITIES);
    expect(dropped).toEqual([3]);
  });
});

describe('for any text', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 60 });

  test('what is escaped is read as it was', () => {
    fc.assert(
      fc.property(anything, text => {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(parseHtml(escaped)).toEqual({ text, entities: [] });
      }),
    );
  });

  test('HTML is read or refused, and entities stay within the text', () => {
    const pieces = fc.constantFrom(
      '<b>',
      '</b>',
      '<i>',
      '</i>',
      '<a href="https://a.example">',
      '</a>',
      '<',
      '&lt;',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 20 }), parts => {
        const parsed = parseHtml(parts.join(''));
        if ('error' in parsed) {
          expect(parsed.error).not.toBe('');
          return;
        }
        for (const { offset, length } of parsed.entities) {
          expect(length).toBeGreaterThan(0);
          expect(offset + length).toBeLessThanOrEqual(parsed.text.length);
        }
      }),
    );
  });
});
