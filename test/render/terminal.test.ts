import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Answer, Block, Citation } from '../../src/core/answer.ts';
import { MIN_WIDTH, renderTerminal } from '../../src/render/terminal.ts';
import { arbitraryAnswer } from '../arbitrary-answer.ts';

const answerOf = (blocks: readonly Block[], citations: readonly Citation[] = []): Answer => ({
  question: 'q',
  title: '',
  refused: false,
  blocks,
  text: '',
  figures: [],
  citations,
});

/** Made up. */
const citation: Citation = {
  n: 1,
  article: 'made-up',
  title: null,
  publisher: 'The Daily Example',
  published: '2024-05-06',
  url: 'https://example.org/a',
  quote: 'three guards were hurt',
  sentence: 'In Quetta three guards were hurt on Monday.',
  start: 10,
  end: 32,
};

const plain = { width: 40, colour: false, links: false };

describe('draws', () => {
  test.for<[claim: string, block: Block, lines: string[]]>([
    ['a heading', { kind: 'heading', text: 'Quetta', level: 1 }, ['Quetta']],
    [
      'a paragraph, wrapped between words',
      {
        kind: 'paragraph',
        content: [
          'PICSS counts at least ',
          { kind: 'strong', text: '55 killed' },
          ' in three weeks ',
          { kind: 'cite', n: 1 },
          '.',
        ],
      },
      ['PICSS counts at least 55 killed in three', 'weeks [1].'],
    ],
    [
      'a list with hanging lines',
      { kind: 'list', items: [['one two three four five six seven eight nine'], ['ten']] },
      ['• one two three four five six seven', '  eight nine', '• ten'],
    ],
    [
      'facts in two columns',
      {
        kind: 'facts',
        rows: [
          { label: 'Place', content: ['Quetta, Balochistan, known to the district'] },
          { label: 'Type', content: ['bombing'] },
          { label: 'A label that is far too wide', content: ['below'] },
        ],
      },
      [
        'Place  Quetta, Balochistan, known to the',
        '       district',
        'Type   bombing',
        'A label that is far too wide',
        '  below',
      ],
    ],
    [
      'a quote with its mark',
      {
        kind: 'quote',
        n: 2,
        text: 'In Quetta three guards\nwere hurt on Monday.',
        marks: [{ start: 10, end: 22 }],
      },
      ['  “In Quetta three guards were hurt on', '  Monday.” [2]'],
    ],
    ['agreement in a word', { kind: 'notice', tone: 'agree', content: ['a and b'] }, ['✓ agree: a and b']],
    [
      'what cannot be compared in words',
      { kind: 'notice', tone: 'not-comparable', content: ['place differs'] },
      ['∦ not comparable: place differs'],
    ],
    [
      'offers with the question to type',
      {
        kind: 'offers',
        title: 'You can ask',
        items: [
          { label: 'all', question: '/help' },
          { label: '/sources', question: '/sources' },
        ],
      },
      ['You can ask', '› /help (all)', '› /sources'],
    ],
    [
      'the address of a link where links cannot be followed',
      { kind: 'paragraph', content: [{ kind: 'link', text: 'map', url: 'https://example.org/' }] },
      ['map (https://example.org/)'],
    ],
    [
      'only the text of a link that is no web address',
      { kind: 'paragraph', content: [{ kind: 'link', text: 'map', url: 'javascript:alert(1)' }] },
      ['map'],
    ],
    [
      'wide signs in two columns each',
      { kind: 'paragraph', content: ['巴基斯坦安全部队在奎达火车站巴基斯坦安全部队'] },
      ['巴基斯坦安全部队在奎达火车站巴基斯坦安全', '部队'],
    ],
    [
      'a word wider than the page as one',
      { kind: 'paragraph', content: [`a https://example.org/${'x'.repeat(40)} b`] },
      ['a', `https://example.org/${'x'.repeat(40)}`, 'b'],
    ],
    [
      'the text of others without what a terminal would act on',
      { kind: 'paragraph', content: ['a\u001b[31mb\u009b2Jc\u202ed\u0007'] },
      ['a[31mb2Jcd'],
    ],
  ])('%s', ([, block, lines]) => {
    expect(renderTerminal(answerOf([block]), plain).split('\n')).toEqual(lines);
  });

  test('the sources last: who, when, and the sentence', () => {
    expect(
      renderTerminal(answerOf([{ kind: 'paragraph', content: ['x'] }], [citation]), plain).split('\n'),
    ).toEqual([
      'x',
      '',
      'Sources',
      '[1] The Daily Example, 2024-05-06,',
      '    article made-up#10',
      '    “In Quetta three guards were hurt on',
      '    Monday.”',
    ]);
  });

  test('a sentence that prints two figures once, with both marks', () => {
    const other = { ...citation, n: 2, quote: 'Quetta', start: 3, end: 9 };
    const drawn = renderTerminal(answerOf([], [citation, other]), plain);
    expect(drawn.split('\n').slice(1, 3)).toEqual(['Sources', '[1][2] The Daily Example, 2024-05-06,']);
    expect(drawn.match(/guards/g)).toHaveLength(1);
  });

  test('only the cited words where the sentence is quoted above', () => {
    const drawn = renderTerminal(
      answerOf([{ kind: 'quote', n: 1, text: citation.sentence, marks: [] }], [citation]),
      plain,
    );
    expect(drawn.endsWith('    “three guards were hurt”')).toBe(true);
  });

  test('a source by its name alone where it is quoted whole above', () => {
    const drawn = renderTerminal(
      answerOf(
        [{ kind: 'quote', n: 1, text: citation.sentence, marks: [] }],
        [{ ...citation, quote: citation.sentence }],
      ),
      plain,
    );
    expect(drawn.endsWith('[1] The Daily Example, 2024-05-06,\n    article made-up#10')).toBe(true);
  });

  test('its title above, once', () => {
    const heading: Block = { kind: 'heading', text: 'Quetta', level: 1 };
    expect(renderTerminal({ ...answerOf([heading]), title: 'Quetta' }, plain)).toBe('Quetta');
    expect(renderTerminal({ ...answerOf([heading]), title: 'Briefing' }, plain)).toBe('Briefing\nQuetta');
    expect(renderTerminal({ ...answerOf([heading]), title: 'No answer', refused: true }, plain)).toBe(
      'Quetta',
    );
  });
});

describe('on a terminal that can', () => {
  test('the words of the figure stand out in their sentence', () => {
    const block: Block = { kind: 'quote', n: 1, text: 'Three were hurt.', marks: [{ start: 0, end: 10 }] };
    expect(renderTerminal(answerOf([block]), { ...plain, colour: true })).toContain(
      '\u001b[1;4mThree were\u001b[22;24m hurt.',
    );
  });

  test('a source leads to its page', () => {
    expect(renderTerminal(answerOf([], [citation]), { ...plain, width: 80, links: true })).toContain(
      '\u001b]8;;https://example.org/a\u001b\\The Daily Example, 2024-05-06, article made-up#10\u001b]8;;\u001b\\',
    );
  });
});

const citesOf = (blocks: readonly Block[]): number[] =>
  blocks.flatMap(block => {
    switch (block.kind) {
      case 'quote':
        return [block.n];
      case 'list':
        return block.items.flat().flatMap(i => (typeof i !== 'string' && i.kind === 'cite' ? [i.n] : []));
      case 'facts':
        return block.rows
          .flatMap(row => row.content)
          .flatMap(i => (typeof i !== 'string' && i.kind === 'cite' ? [i.n] : []));
      case 'paragraph':
      case 'notice':
        return block.content.flatMap(i => (typeof i !== 'string' && i.kind === 'cite' ? [i.n] : []));
      default:
        return [];
    }
  });

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('for any answer', () => {
  const width = fc.integer({ min: 1, max: 140 });

  test('no line is wider than the page, unless one word of more than half of it is why, or it is of a file', () => {
    fc.assert(
      fc.property(arbitraryAnswer, width, (answer, columns) => {
        const page = Math.max(columns, MIN_WIDTH);
        const blocks = answer.blocks.filter(({ kind }) => kind !== 'file');
        for (const line of renderTerminal({ ...answer, blocks }, { ...plain, width: columns }).split('\n')) {
          if (stringWidth(line) <= page) continue;
          const last = line.slice(line.lastIndexOf(' ') + 1);
          expect(stringWidth(last)).toBeGreaterThan(page / 2);
          expect(stringWidth(line) - stringWidth(last)).toBeLessThan(page);
        }
      }),
    );
  });

  test('without colour and links not one control character but the line ends is left', () => {
    fc.assert(
      fc.property(arbitraryAnswer, answer => {
        expect(renderTerminal(answer, plain)).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  test('with colour and links on, all escapes are our own, and what they wrap is the same', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: our own escape sequences
    const ours = /\u001b\[[\d;]+m|\u001b\]8;;(?:https?:\/\/[!-~]+)?\u001b\\/g;
    fc.assert(
      fc.property(arbitraryAnswer, answer => {
        const painted = renderTerminal(answer, { width: 60, colour: true, links: true });
        expect(painted.replace(ours, '')).not.toMatch(/[^\P{Cc}\n]/u);
        const coloured = renderTerminal(answer, { width: 60, colour: true, links: false });
        const bare = renderTerminal(answer, { width: 60, colour: false, links: false });
        expect(coloured.replace(ours, '').replace(/ +$/gm, '')).toBe(bare);
      }),
    );
  });

  test('every citation mark survives', () => {
    fc.assert(
      fc.property(arbitraryAnswer, width, (answer, columns) => {
        const drawn = renderTerminal(answer, { ...plain, width: columns });
        const marks = [...citesOf(answer.blocks), ...answer.citations.map(({ n }) => n)];
        for (const n of new Set(marks))
          expect(count(drawn, `[${n}]`)).toBeGreaterThanOrEqual(marks.filter(mark => mark === n).length);
      }),
    );
  });
});
