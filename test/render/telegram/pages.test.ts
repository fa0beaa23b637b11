import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Block, Citation } from '../../../src/core/answer.ts';
import { printable } from '../../../src/core/printable.ts';
import { escapeHtml } from '../../../src/render/telegram/html.ts';
import { MESSAGE_BYTES, MESSAGE_CHARACTERS, MESSAGE_ENTITIES } from '../../../src/render/telegram/limits.ts';
import { answerMessages, type Message, sourceMessages } from '../../../src/render/telegram/pages.ts';
import { arbitraryAnswer, arbitraryText } from '../../arbitrary-answer.ts';
import { readHtml } from './read-html.ts';

describe('the reader of the tests refuses', () => {
  test.for<[what: string, html: string]>([
    ['a stray sign', 'a < b'],
    ['a stray ampersand', 'a & b'],
    ['an unknown tag', '<h1>a</h1>'],
    ['an open tag', '<b>a'],
    ['crossed tags', '<b><i>a</b></i>'],
    ['a tag of nothing', '<b></b>'],
    ['a mark in a table', '<pre><b>a</b></pre>'],
    ['a quote in a quote', '<blockquote><blockquote>a</blockquote></blockquote>'],
  ])('%s', ([, html]) => {
    expect(() => readHtml(html)).toThrow();
  });
});

test('text of others is shown as printed, whatever it holds', () => {
  fc.assert(
    fc.property(arbitraryText(), text => {
      expect(readHtml(escapeHtml(text)).text).toBe(printable(text));
    }),
  );
});

/** What Telegram would make a link of, were it not held apart. */
const CLICKABLE = /(?<![\p{L}\p{N}_])(?:@[a-zA-Z]\w{2,31}|#[\p{L}\p{N}_]+)/u;

const keepsLimits = ({ html, plain }: Message): void => {
  const shown = readHtml(html);
  expect(shown.text).toBe(plain);
  expect(plain.length).toBeLessThanOrEqual(MESSAGE_CHARACTERS);
  expect(plain.trim()).not.toBe('');
  expect(plain).not.toMatch(CLICKABLE);
  expect(shown.entities.length).toBeLessThanOrEqual(MESSAGE_ENTITIES);
  expect(new TextEncoder().encode(html).length).toBeLessThanOrEqual(MESSAGE_BYTES);
  expect([html.isWellFormed(), plain.isWellFormed()]).toEqual([true, true]);
  for (const { href, tag } of shown.entities)
    if (tag === 'a') expect(new URL(href ?? '').protocol).toMatch(/^https?:$/);
};

const citation = (n: number, url: string | null = `https://example.org/${n}`): Citation => ({
  n,
  article: `made-up-${n}`,
  title: null,
  publisher: `Paper ${n}`,
  published: '2024-11-22',
  url,
  quote: '14 soldiers were killed',
  sentence: `On day ${n} at least 14 soldiers were killed in Quetta, the paper said.`,
  start: 0,
  end: 23,
});

const answerOf = (blocks: readonly Block[], citations: readonly Citation[] = [citation(1)]): Answer => ({
  question: 'q',
  title: '',
  refused: false,
  blocks,
  text: '',
  figures: [],
  citations,
});

const first = (...blocks: readonly Block[]): string => answerMessages(answerOf(blocks))[0]?.html ?? '';

test('any answer at all keeps the limits and is taken', () => {
  fc.assert(
    fc.property(arbitraryAnswer, answer => {
      answerMessages(answer).forEach(keepsLimits);
      sourceMessages(answer).forEach(keepsLimits);
    }),
  );
});

test('every citation of an answer of 60 quotes stands on the message that uses it, with its source at the foot', () => {
  const citations = Array.from({ length: 60 }, (_, i) => citation(i + 1));
  const urdu = 'کوئٹہ میں دھماکا 👩‍👩‍👧 '.repeat(12);
  const blocks = citations.map(
    ({ n }): Block => ({ kind: 'quote', n, text: `${urdu}${n}`, marks: [{ start: 0, end: 5 }] }),
  );
  const messages = answerMessages(answerOf(blocks, citations));
  messages.forEach(keepsLimits);
  expect(messages.length).toBeGreaterThan(3);
  const all = messages.map(({ plain }) => plain).join('\n');
  for (const { n } of citations) {
    expect(all).toContain(`${urdu}${n}” [${n}]`);
    const page = messages.find(({ plain }) => plain.includes(`${urdu}${n}” [${n}]`));
    expect(page?.html).toContain(`>[${n}]</a>`);
  }
});

test('one paragraph that is longer than a message is cut, each piece with its citation', () => {
  const words = 'کوئٹہ 👩‍👩‍👧 soldiers & “<5 killed>” '.repeat(400);
  const messages = answerMessages(
    answerOf([{ kind: 'paragraph', content: [words, { kind: 'cite', n: 1 }] }]),
  );
  messages.forEach(keepsLimits);
  expect(messages.length).toBeGreaterThan(2);
  for (const { html } of messages) expect(html).toContain('<a href="https://example.org/1">[1]</a>');
});

const facts = (...rows: readonly (readonly [string, string])[]): Block => ({
  kind: 'facts',
  rows: rows.map(([label, value]) => ({ label, content: [value] })),
});

test.for<[what: string, block: Block, html: string]>([
  ['a heading', { kind: 'heading', text: 'In <all>', level: 1 }, '<b>In &lt;all&gt;</b>'],
  [
    'a list',
    { kind: 'list', items: [['a'], [{ kind: 'strong', text: '12 & 3' }]] },
    '• a\n• <b>12 &amp; 3</b>',
  ],
  ['facts that fit', facts(['Killed', '12'], ['Wounded', '3']), '<pre>Killed   12\nWounded  3</pre>'],
  [
    'facts that are too wide',
    facts(['Killed', '12'], ['Where', 'Quetta, Balochistan, Pakistan (district)']),
    '• <b>Killed</b>: 12\n• <b>Where</b>: Quetta, Balochistan, Pakistan (district)',
  ],
  ['a single fact', facts(['Killed', '12']), '• <b>Killed</b>: 12'],
  [
    'a quote',
    { kind: 'quote', n: 2, text: 'At least 14 died.', marks: [{ start: 0, end: 11 }] },
    '<blockquote expandable>“<b>At least 14</b> died.” [2]</blockquote>',
  ],
  ['a notice', { kind: 'notice', tone: 'disagree', content: ['14 and 26'] }, '<b>≠ disagree:</b> 14 and 26'],
  [
    'a link',
    { kind: 'paragraph', content: [{ kind: 'link', text: 'here', url: 'https://example.org/?a=1&b="2"' }] },
    '<a href="https://example.org/?a=1&amp;b=%222%22">here</a>',
  ],
])('%s is drawn', ([, block, html]) => {
  expect(first(block)).toBe(html);
});

test('no name, tag or command of an article becomes a link, and all is shown as printed', () => {
  const said = 'Written by @a_reader & @everyone, #Quetta; press /start, 1/2, news@paper.example, #️⃣';
  const quote: Block = { kind: 'quote', n: 1, text: said, marks: [{ start: 12, end: 20 }] };
  const split: Block = { kind: 'paragraph', content: ['@', { kind: 'strong', text: 'a_reader' }, ' #tag'] };
  const [message] = answerMessages(answerOf([quote, split]));
  expect(message?.plain).not.toMatch(CLICKABLE);
  expect(message?.plain).not.toContain(' /start');
  expect(message?.plain.replaceAll('\u2060', '')).toContain(`“${said}” [1]\n\n@a_reader #tag`);
  expect(message?.plain).toContain('news@paper.example, #️⃣');
});

test('what we say ourselves keeps its commands', () => {
  expect(first({ kind: 'paragraph', content: ['Ask /help'] })).toBe('Ask /help');
});

test('a citation links to its source, and its source is named', () => {
  expect(first({ kind: 'paragraph', content: ['12 killed ', { kind: 'cite', n: 1 }] })).toBe(
    '12 killed <a href="https://example.org/1">[1]</a>\n\n<a href="https://example.org/1">[1]</a> Paper 1, 2024-11-22',
  );
});

test('columns are those of a terminal: wide signs take two', () => {
  const html = first(facts(['巴基', '1'], ['abcd', '2']));
  expect(html).toBe('<pre>巴基  1\nabcd  2</pre>');
});
