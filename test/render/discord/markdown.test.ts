import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printable } from '../../../src/core/printable.ts';
import { escapeMarkdown, lineOf } from '../../../src/render/discord/markdown.ts';
import { type Run, safeAddress } from '../../../src/render/runs.ts';
import { arbitraryText } from '../../arbitrary-answer.ts';
import { readLine, shownText } from './read-markdown.ts';

describe('the reader of the tests sees', () => {
  test.for<[what: string, line: string, kind: string]>([
    ['strong words', 'a **b** c', 'strong'],
    ['emphasis', '*b*', 'emphasis'],
    ['a link', '[a](https://example.org)', 'link'],
    ['an address', 'see https://example.org', 'address'],
    ['a mention of all', 'hi @everyone', 'mention'],
    ['a mention', '<@123>', 'mention'],
    ['a time', '<t:1:f>', 'time'],
    ['code', '`a`', 'code'],
    ['a spoiler', '||a||', 'spoiler'],
    ['an emoji by name', ':smile:', 'emoji'],
    ['a heading', '# a', 'heading'],
    ['small print', '-# a', 'subtext'],
    ['a list', '- a', 'list'],
    ['a numbered list', '1. a', 'list'],
    ['a quote', '> a', 'quote'],
  ])('%s', ([, line, kind]) => {
    expect(readLine(line).map(seen => seen.kind)).toContain(kind);
  });
});

const SIGNS = fc.constantFrom(
  ...'\\*_~|`[]()<>@#&:-+.!1a /\n"',
  'https://',
  '@everyone',
  '<@1>',
  '<t:1:f>',
  '👩‍👩‍👧',
  'ک',
);

const hostile = fc.oneof(
  fc.array(SIGNS, { maxLength: 14 }).map(all => all.join('')),
  arbitraryText(),
);

describe('text of others', () => {
  test.for([
    '<b>dead</b> & "<5 killed>"',
    '@everyone @here <@1> <@&2> <#3> <:a:4> </a:5>',
    '[x](https://example.org)',
    '`code` ```block```',
    '**a** __b__ _c_ ~~d~~ ||e||',
    '# a',
    '-# a',
    '- a',
    '+ a',
    '> a',
    '>>> a',
    '12. a',
    'http://example.org/a_b_c',
    ':skull:',
    '\\*a\\*',
  ])('is shown as printed: %j', text => {
    expect(readLine(escapeMarkdown(text))).toEqual([{ kind: 'text', text }]);
  });

  test('is shown as printed, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, text => {
        const shown = printable(text);
        expect(readLine(escapeMarkdown(text))).toEqual(shown === '' ? [] : [{ kind: 'text', text: shown }]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is shown as printed in runs as well', () => {
    const run = fc.record({ kind: fc.constantFrom('text' as const, 'strong' as const), text: hostile });
    fc.assert(
      fc.property(fc.array<Run>(run, { maxLength: 5 }), runs => {
        const printed = runs.map(each => ('text' in each ? printable(each.text) : '')).join('');
        const seen = readLine(lineOf(runs));
        expect(seen.map(({ text }) => text).join('')).toBe(printed);
        expect(seen.filter(({ kind }) => kind !== 'text' && kind !== 'strong')).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});

test.for<[url: string, address: string | null]>([
  ['https://example.org/a_(b)', 'https://example.org/a%5Fb%29'.replace('%5Fb', '%5F%28b')],
  ['http://example.org', 'http://example.org/'],
  ['javascript:alert(1)', null],
  ['no address', null],
  [`https://example.org/${'a'.repeat(300)}`, null],
])('an address to follow: %s', ([url, address]) => {
  expect(safeAddress(url)).toBe(address);
});

test('a citation is a link to its source, or its number', () => {
  expect(readLine(lineOf([{ kind: 'cite', n: 3, url: 'https://example.org/' }]))).toEqual([
    { kind: 'link', text: '[3]' },
  ]);
  expect(shownText(lineOf([{ kind: 'cite', n: 3, url: null }]))).toBe('[3]');
});
