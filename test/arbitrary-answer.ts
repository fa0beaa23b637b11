import fc from 'fast-check';
import type { Answer, Block, Citation, Inline, NoticeTone } from '../src/core/answer.ts';

/** What a hostile or careless text may hold: escapes, controls, turned text, wide and joined signs, markup, long words. */
const nasty = fc.constantFrom(
  '\u001b[31mred\u001b[0m',
  '\u001b]8;;https://evil.example/\u0007click\u001b]8;;\u0007',
  '\u0000',
  '\u009b2J',
  '\r\n',
  '\t',
  '\u202egnp.exe',
  '\u200b',
  '@everyone',
  '<b>&amp;</b>',
  '**_`~|[x](y)',
  '巴基斯坦安全部队在奎达火车站',
  '👩‍👩‍👧',
  '🇵🇰',
  'بلوچستان',
  'Jama’at-ul-Ahrar',
  `${'w'.repeat(300)}`,
  '\ud800',
);

const plain = fc.constantFrom(
  'At least',
  '14',
  'soldiers',
  'were killed',
  'in Quetta,',
  '“quoted”',
  ' ',
  '.',
  '',
);

/** Mostly words, now and then something nasty, sometimes anything at all. */
export const arbitraryText = (maxPieces = 8): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: plain },
        { weight: 2, arbitrary: nasty },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      ),
      { maxLength: maxPieces },
    )
    .map(pieces => pieces.join(' '));

const url = fc.oneof(
  fc.webUrl(),
  fc.constantFrom('javascript:alert(1)', 'https://example.org/\u001b\\x', 'https://example.org/a b'),
);

const inline = (n: fc.Arbitrary<number>): fc.Arbitrary<Inline> =>
  fc.oneof(
    arbitraryText(),
    fc.record({ kind: fc.constant('strong' as const), text: arbitraryText(3) }),
    fc.record({ kind: fc.constant('cite' as const), n }),
    fc.record({ kind: fc.constant('link' as const), text: arbitraryText(3), url }),
  );

const tone = fc.constantFrom<NoticeTone[]>(
  'agree',
  'revision',
  'disagree',
  'not-comparable',
  'check',
  'info',
  'warning',
);

const quote = (n: fc.Arbitrary<number>): fc.Arbitrary<Block> =>
  fc
    .tuple(n, arbitraryText(20), fc.array(fc.tuple(fc.nat(200), fc.nat(40)), { maxLength: 3 }))
    .map(([mark, text, marks]) => ({
      kind: 'quote',
      n: mark,
      text,
      marks: marks.map(([start, length]) => ({ start, end: start + length })),
    }));

const block = (n: fc.Arbitrary<number>): fc.Arbitrary<Block> => {
  const content = fc.array(inline(n), { maxLength: 8 });
  return fc.oneof(
    fc.record({
      kind: fc.constant('heading' as const),
      text: arbitraryText(6),
      level: fc.constantFrom(1 as const, 2 as const),
    }),
    fc.record({ kind: fc.constant('paragraph' as const), content }),
    fc.record({ kind: fc.constant('list' as const), items: fc.array(content, { maxLength: 5 }) }),
    fc.record({
      kind: fc.constant('facts' as const),
      rows: fc.array(fc.record({ label: arbitraryText(3), content }), { maxLength: 5 }),
    }),
    quote(n),
    fc.record({ kind: fc.constant('notice' as const), tone, content }),
    fc.record({
      kind: fc.constant('file' as const),
      name: fc.constant('feeds.opml'),
      type: fc.constant('text/x-opml'),
      text: fc.array(arbitraryText(6), { maxLength: 4 }).map(lines => lines.join('\n')),
    }),
    fc.record({
      kind: fc.constant('offers' as const),
      title: arbitraryText(3),
      items: fc.array(fc.record({ label: arbitraryText(3), question: arbitraryText(4) }), { maxLength: 4 }),
    }),
  );
};

const citation = (n: number): fc.Arbitrary<Citation> =>
  fc.record({
    n: fc.constant(n),
    article: arbitraryText(2),
    title: fc.option(arbitraryText(4)),
    publisher: fc.option(arbitraryText(3)),
    published: fc.constantFrom(null, '2024-11-22', '2024-11-22T10:00:00Z'),
    url: fc.option(url),
    quote: arbitraryText(5),
    sentence: arbitraryText(25),
    start: fc.nat(5_000),
    end: fc.nat(5_000),
  });

/** Any answer at all, with marks that point at its citations: every renderer must keep its limits for it. */
export const arbitraryAnswer: fc.Arbitrary<Answer> = fc.nat(12).chain(count =>
  fc.record({
    question: arbitraryText(),
    title: arbitraryText(4),
    refused: fc.boolean(),
    blocks: fc.array(block(fc.integer({ min: 1, max: Math.max(1, count) })), { maxLength: 10 }),
    text: arbitraryText(30),
    figures: fc.constant([]),
    citations: fc.tuple(...Array.from({ length: count }, (_, i) => citation(i + 1))),
  }),
);
