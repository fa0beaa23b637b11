import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Citation, Inline } from '../../../src/core/answer.ts';
import { printable } from '../../../src/core/printable.ts';
import { cutLine } from '../../../src/render/cut.ts';
import {
  CONTENT_CHARACTERS,
  EMBED_CHARACTERS,
  PAGE_CHARACTERS,
  PAGE_COMPONENTS,
} from '../../../src/render/discord/limits.ts';
import { lineOf } from '../../../src/render/discord/markdown.ts';
import {
  answerView,
  type Body,
  FORMS,
  pageBody,
  type Row,
  sourcesView,
} from '../../../src/render/discord/payload.ts';
import { shortened } from '../../../src/render/pieces.ts';
import { arbitraryAnswer, arbitraryText } from '../../arbitrary-answer.ts';
import { shownText } from './read-markdown.ts';

const button = (n: number) =>
  ({ type: 2, style: 2, label: 'x', custom_id: String(n), disabled: false }) as const;

/** As many controls as a page ever has. */
const ROWS: readonly Row[] = [
  { type: 1, components: [1, 2, 3, 4, 5].map(button) },
  {
    type: 1,
    components: [{ type: 3, custom_id: 's', placeholder: 'p', options: [{ label: 'a', value: 'b' }] }],
  },
];

interface Component {
  readonly type: number;
  readonly content?: string;
  readonly components?: readonly Component[];
}

const flat = (components: readonly Component[]): readonly Component[] =>
  components.flatMap(component => [component, ...flat(component.components ?? [])]);

/** All text of a message. */
const textOf = ({ content, embeds, components }: Body): readonly string[] => [
  ...(content === undefined ? [] : [content]),
  ...(embeds ?? []).map(({ description }) => description),
  ...flat(components).flatMap(component => (component.content === undefined ? [] : [component.content])),
];

const length = (body: Body): number => textOf(body).reduce((sum, text) => sum + text.length, 0);

const shownOn = (body: Body): string => textOf(body).join('\n').split('\n').map(shownText).join('\n');

const MOST = { components: PAGE_CHARACTERS, embed: EMBED_CHARACTERS, content: CONTENT_CHARACTERS } as const;

const bodiesOf = (answer: Answer, form: (typeof FORMS)[number], view = answerView): readonly Body[] => {
  const drawn = view(answer, form);
  return drawn.pages.map((_, i) => pageBody(drawn, i + 1, ROWS));
};

const keepsLimits = (answer: Answer): void => {
  for (const form of FORMS)
    for (const body of [...bodiesOf(answer, form), ...bodiesOf(answer, form, sourcesView)]) {
      expect(length(body)).toBeLessThanOrEqual(MOST[form]);
      expect(length(body)).toBeGreaterThan(0);
      expect(flat(body.components).length).toBeLessThanOrEqual(PAGE_COMPONENTS);
      for (const text of textOf(body))
        expect([text.trim().length > 0, text.isWellFormed()]).toEqual([true, true]);
      expect(body.allowed_mentions).toEqual({ parse: [] });
    }
};

const citation = (n: number, url: string | null = null): Citation => ({
  n,
  article: `made-up-${n}`,
  title: null,
  publisher: `Paper ${n}`,
  published: '2024-11-22',
  url,
  quote: `f${n}`,
  sentence: `f${n} were killed`,
  start: 0,
  end: 2,
});

const answerOf = (content: readonly Inline[], count: number, url: string | null = null): Answer => ({
  question: 'q',
  title: 'Made up',
  refused: false,
  blocks: [
    { kind: 'paragraph', content },
    { kind: 'list', items: [content, content] },
  ],
  text: '',
  figures: [],
  citations: Array.from({ length: count }, (_, i) => citation(i + 1, url)),
});

/** A text whose words all say by which citation they are vouched for. */
const vouched = (n: number, words: number, letters: string): readonly Inline[] => [
  `${Array.from({ length: words }, () => `f${n}:${letters}`).join(' ')} `,
  { kind: 'cite', n },
];

const citedOnEachPage = (answer: Answer): void => {
  for (const form of FORMS)
    for (const body of bodiesOf(answer, form)) {
      const shown = shownOn(body);
      const said = new Set([...shown.matchAll(/f(\d+):/g)].map(match => Number(match[1])));
      for (const n of said) expect(shown).toContain(`[${n}]`);
    }
};

describe('pages', () => {
  test('of any answer keep the limits of Discord', () => {
    fc.assert(fc.property(arbitraryAnswer, keepsLimits), { numRuns: 80 });
  });

  test('name the source of every figure on the page of the figure', () => {
    const segment = fc.record({
      words: fc.integer({ min: 1, max: 300 }),
      letters: fc.constantFrom('a', '👩‍👩‍👧', 'کوئٹہ', '**', 'x'.repeat(40)),
    });
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 8 }), fc.webUrl(), (segments, url) => {
        const content = segments.flatMap(({ words, letters }, i) => vouched(i + 1, words, letters));
        const answer = answerOf(content, segments.length, url);
        citedOnEachPage(answer);
        keepsLimits(answer);
      }),
      { numRuns: 20 },
    );
  });

  test('of sixty snippets with emoji and Urdu keep all of it, cited', () => {
    const content = Array.from({ length: 60 }, (_, i) => vouched(i + 1, 12, 'بلوچستان 🇵🇰 👩‍👩‍👧')).flat();
    const answer = answerOf(content, 60, 'https://example.org/made-up');
    citedOnEachPage(answer);
    keepsLimits(answer);
    const all = bodiesOf(answer, 'components').map(shownOn).join('\n');
    for (let n = 1; n <= 60; n++) expect(all.split(`f${n}:`).length - 1).toBe(12 * 3);
    expect(bodiesOf(answer, 'components').length).toBeGreaterThan(3);
  });

  test('end at the edge of what fits, and not before', () => {
    const lines = Array.from({ length: 30 }, () => 'w'.repeat(249));
    const answer: Answer = {
      ...answerOf([], 0),
      title: '',
      blocks: [{ kind: 'list', items: lines.map(line => [line]) }],
    };
    const [first, ...more] = bodiesOf(answer, 'components');
    expect(more.length).toBeGreaterThan(0);
    if (first !== undefined) expect(length(first)).toBeGreaterThan(PAGE_CHARACTERS - 800);
  });

  test('never leave a heading alone at their end', () => {
    const answer: Answer = {
      ...answerOf([], 0),
      blocks: Array.from({ length: 40 }, (_, i) => [
        { kind: 'heading', text: `Heading ${i}`, level: 2 } as const,
        { kind: 'paragraph', content: ['w'.repeat(300)] } as const,
      ]).flat(),
    };
    for (const body of bodiesOf(answer, 'components')) {
      const lines = textOf(body)
        .flatMap(text => text.split('\n'))
        .filter(line => !line.startsWith('-#'));
      expect(lines.at(-1)).not.toMatch(/^#/);
    }
    keepsLimits(answer);
  });
});

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

describe('a line that is cut', () => {
  test('loses no letter and splits none', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(arbitraryText(20), fc.constantFrom('👩‍👩‍👧🇵🇰'.repeat(30), 'خیبر پختونخوا '.repeat(20))),
        ),
        texts => {
          const text = texts.join(' ');
          const pieces = cutLine([{ kind: 'text', text }], 120, runs => lineOf(runs).length);
          const all = (part: string): string[] => [...letters.segment(part)].map(({ segment }) => segment);
          const cut = pieces.map(piece => piece.map(run => ('text' in run ? run.text : '')).join(''));
          const kept = cut.map(piece => printable(piece.replace(/… $/, '')));
          expect(kept.flatMap(all).join('')).toBe(all(printable(text)).join(''));
          for (const piece of pieces) expect(lineOf(piece).length).toBeLessThanOrEqual(120);
          for (const piece of kept) expect(piece.isWellFormed()).toBe(true);
          if (all(printable(text)).every(letter => letter.length < 60))
            expect(kept.flatMap(all)).toEqual(all(printable(text)));
        },
      ),
      { numRuns: 100, examples: [[['👩‍👩‍👧🇵🇰'.repeat(9), '\u0300 with an accent on a blank']]] },
    );
  });

  test('is shortened to a length with an ellipsis', () => {
    expect(shortened('one two three', 13)).toBe('one two three');
    expect(shortened('one two three', 9)).toBe('one two …');
    expect(shortened('👩‍👩‍👧👩‍👩‍👧', 10)).toBe('👩‍👩‍👧…');
  });
});

test('a page shows who printed what it cites, and which page it is', () => {
  const content = [...vouched(1, 3, 'a'), ...vouched(2, 3, 'b')];
  const [body] = bodiesOf(answerOf(content, 2), 'components');
  expect(body === undefined ? '' : shownOn(body)).toContain(
    '[1] Paper 1, 2024-11-22\n[2] Paper 2, 2024-11-22',
  );
});

test('sources show the sentence with its figure, the address and the moment', () => {
  const made = {
    ...citation(1, 'https://example.org/a'),
    published: '2024-11-22T10:00:00Z',
    title: '*Made* up',
  };
  const [body] = bodiesOf({ ...answerOf([], 0), citations: [made] }, 'components', sourcesView);
  expect(body === undefined ? [] : textOf(body)[0]?.split('\n')).toEqual([
    '[\\[1\\]](<https://example.org/a>) **Paper 1**, “\\*Made\\* up”, <t:1732269600:f>',
    '> “**f1** were killed” \\[1\\]',
  ]);
});

test('the colour is that of what matters most', () => {
  const notices = (tones: readonly ('agree' | 'disagree' | 'check')[]): Answer => ({
    ...answerOf([], 0),
    blocks: tones.map(tone => ({ kind: 'notice', tone, content: ['x'] })),
  });
  const colour = (answer: Answer) =>
    bodiesOf(answer, 'components').flatMap(({ components }) =>
      components.map(component => ('accent_color' in component ? component.accent_color : null)),
    );
  expect(colour(notices(['agree', 'disagree']))).toEqual(colour(notices(['disagree'])));
  expect(colour(notices(['agree']))).not.toEqual(colour(notices(['disagree'])));
  expect(colour({ ...notices(['agree']), refused: true })).not.toEqual(colour(notices(['agree'])));
});
