import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { clockAt } from '../../src/core/clock.ts';
import { openApp } from '../../src/open-app.ts';
import { readSettings } from '../../src/shell/settings.ts';

const settings = readSettings({});
if (!settings.ok) throw new Error(settings.error.join('\n'));
const opened = await openApp(settings.value, { json: true, articles: [], clock: null }, error => {
  throw error;
});
if (!opened.ok) throw new Error(opened.error.message);
const app = opened.value;
afterAll(() => app.close());

const any = (words: string): fc.Arbitrary<string> => fc.constantFrom(...words.split('|'));

/** Questions as people put them together, most of which the five articles cannot answer. */
const question = fc
  .tuple(
    any('|/casualties|/incident|/search'),
    any('|kp|balochistan|punjab|quetta|bannu|pishin|rocha|india|afghanistan|lahore|pakistan'),
    any('|2024|2023|november 2024|q3 2024|january 2024|last month|9 nov 2024|february 2024|yesterday'),
    any('|crss|picss|pips|according to police|bla|ttp'),
    any(
      '|killed|injured|how many attacks|soldiers killed|civilians|kidnapped|blast|journalists killed|flood',
    ),
  )
  .map(words => words.filter(word => word !== '').join(' '));

const moment = fc.constantFrom('2025-11-22', '2025-01-18', '2024-11-23', '2024-03-01', '2020-01-01');

test('every question that an answer offers is answered', async () => {
  await fc.assert(
    fc.asyncProperty(question, moment, async (typed, day) => {
      const clock = clockAt(day);
      const { blocks } = await app.answer(typed, clock);
      for (const block of blocks)
        for (const offer of block.kind === 'offers' ? block.items : []) {
          const { refused } = await app.answer(offer.question, clock);
          expect(refused, `${offer.question}, offered to “${typed}”`).toBe(false);
        }
    }),
    { numRuns: 150 },
  );
});

test('a refusal is one line, and states nothing', async () => {
  await fc.assert(
    fc.asyncProperty(question, moment, async (typed, day) => {
      const { refused, blocks, figures } = await app.answer(typed, clockAt(day));
      if (!refused) return;
      expect(figures).toEqual([]);
      expect(blocks[0]?.kind).toBe('paragraph');
      expect(blocks.filter(block => block.kind === 'paragraph')).toHaveLength(1);
    }),
    { numRuns: 150 },
  );
});
