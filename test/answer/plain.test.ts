import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/answer/plain.ts';
import { refusal } from '../../src/answer/refusal.ts';
import type { Block, Citation } from '../../src/core/answer.ts';

/** Made up. */
const citation: Citation = {
  n: 1,
  article: 'made-up',
  title: null,
  publisher: 'The Daily Example',
  published: '2024-05-06T09:00:00Z',
  url: null,
  quote: 'three guards were hurt',
  sentence: 'In Quetta three guards\nwere hurt on Monday.',
  start: 10,
  end: 32,
};

describe('in plain characters', () => {
  test.for<[kind: string, block: Block, text: string]>([
    ['a heading', { kind: 'heading', text: 'Quetta', level: 2 }, 'Quetta'],
    [
      'a paragraph keeps its marks in place',
      {
        kind: 'paragraph',
        content: ['At least ', { kind: 'strong', text: '3' }, ' hurt ', { kind: 'cite', n: 1 }, '.'],
      },
      'At least 3 hurt [1].',
    ],
    [
      'a link shows where it leads',
      { kind: 'paragraph', content: [{ kind: 'link', text: 'source', url: 'https://example.org/' }] },
      'source (https://example.org/)',
    ],
    [
      'a link that shows its address shows it once',
      {
        kind: 'paragraph',
        content: [{ kind: 'link', text: 'https://example.org/', url: 'https://example.org/' }],
      },
      'https://example.org/',
    ],
    ['a list has one item a line', { kind: 'list', items: [['a'], ['b']] }, '- a\n- b'],
    [
      'facts have one row a line',
      { kind: 'facts', rows: [{ label: 'Place', content: ['Quetta'] }] },
      'Place: Quetta',
    ],
    [
      'a quote has its mark',
      { kind: 'quote', n: 1, text: 'Three\nwere hurt.', marks: [] },
      '“Three were hurt.” [1]',
    ],
    [
      'a notice says its tone in a word',
      { kind: 'notice', tone: 'disagree', content: ['3 and 4'] },
      '≠ disagree: 3 and 4',
    ],
    [
      'offers show the question to ask',
      {
        kind: 'offers',
        title: 'Ask',
        items: [
          { label: 'all', question: '/help' },
          { label: '/sources', question: '/sources' },
        ],
      },
      'Ask\n- /help (all)\n- /sources',
    ],
    [
      'what cannot be printed is left out',
      { kind: 'paragraph', content: ['a\u001b[31mb\u0000\u202ec\nd'] },
      'a[31mbc d',
    ],
  ])('%s', ([, block, text]) => {
    expect(plainText([block], [])).toBe(text);
  });

  test('the sources come last, with the whole sentence', () => {
    expect(
      plainText([{ kind: 'paragraph', content: ['Three hurt ', { kind: 'cite', n: 1 }] }], [citation]),
    ).toBe(
      'Three hurt [1]\n\nSources\n[1] The Daily Example, 2024-05-06, article made-up#10: “In Quetta three guards were hurt on Monday.”',
    );
  });

  test('a sentence that is quoted above is not printed twice, and what is unknown is said', () => {
    const text = plainText(
      [{ kind: 'quote', n: 1, text: citation.sentence, marks: [] }],
      [{ ...citation, publisher: null, published: null }],
    );
    expect(text.split('\n').at(-1)).toBe(
      '[1] publisher unknown, undated, article made-up#10: “three guards were hurt”',
    );
  });

  test('a sentence that prints two figures is printed once, with both marks', () => {
    const other = { ...citation, n: 2, quote: 'on Monday', start: 33, end: 42 };
    expect(plainText([], [citation, other])).toBe(
      'Sources\n[1][2] The Daily Example, 2024-05-06, article made-up#10, #33: “In Quetta three guards were hurt on Monday.”',
    );
  });

  test('a source that is quoted whole above is only named', () => {
    const text = plainText(
      [{ kind: 'quote', n: 1, text: citation.sentence, marks: [] }],
      [{ ...citation, quote: citation.sentence }],
    );
    expect(text.split('\n').at(-1)).toBe('[1] The Daily Example, 2024-05-06, article made-up#10');
  });
});

test('a refusal is one line and what can be asked instead', () => {
  expect(
    refusal('/casualties 1850', 'Nothing is held of 1850.', [{ label: 'all', question: '/casualties' }]),
  ).toMatchObject({
    question: '/casualties 1850',
    refused: true,
    text: 'Nothing is held of 1850.\n\nYou can ask\n- /casualties (all)',
    figures: [],
    citations: [],
  });
});
