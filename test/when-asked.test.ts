import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followNames, followTitles } from '../src/names.ts';
import type { Name, NameIndex, NameKind } from '../src/search/ports.ts';
import type { Store } from '../src/store/ports.ts';
import { openStore } from '../src/store/sqlite.ts';
import { namesWhenAsked } from '../src/when-asked.ts';
import { knowledge } from './made-up/corpus.ts';
import { readings } from './store/arbitrary.ts';
import { keep, saved } from './store/keep.ts';

test('names are gathered when the first is asked for, and titles when somebody looks for an article', () => {
  const asked: string[] = [];
  const source = (name: string) => () => {
    asked.push(name);
    return { put: [], gone: [] };
  };
  const names = namesWhenAsked({ names: source('names'), titles: source('titles') });
  expect(asked).toEqual([]);
  expect(names.complete('q', ['place'], 3)).toEqual([]);
  expect(names.nearest('q', ['place'], 3)).toEqual([]);
  expect(names.named('q', ['place'])).toEqual([]);
  expect(asked).toEqual(['names', 'names', 'names']);
  expect(names.complete('q', ['article'], 3)).toEqual([]);
  expect(asked).toEqual(['names', 'names', 'names', 'names', 'titles']);
});

const KINDS: readonly NameKind[] = ['place', 'group', 'body', 'period', 'victims'];

const namesOf = (store: Store): NameIndex =>
  namesWhenAsked({ names: followNames(knowledge, store), titles: followTitles(store) });

/** What an index answers to all sorts of things that may be typed. */
const answers = (index: NameIndex): readonly (readonly Name[])[] => [
  ...['', 'b', 'balochistan', 'que', '2024', 'oct 2024', 'picss', 'p', 'made'].map(typed =>
    index.complete(typed, KINDS, 20),
  ),
  ...['quetta', 'balochistan east', '2024', 'nov 2024', 'ttp', 'police', 'picss'].map(typed =>
    index.named(typed, KINDS),
  ),
  ...['queta', 'balochistn', 'picsss'].map(typed => index.nearest(typed, KINDS, 20)),
  index.complete('', ['article'], 20),
  index.complete('a', ['article'], 20),
];

test('names that followed the archive are those that are gathered anew, whatever came, changed or was withdrawn', () => {
  const step = fc.record({ list: readings, withdrawn: fc.option(fc.nat(5)), looks: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), steps => {
      const opened = openStore(':memory:');
      if (!opened.ok) throw new Error(opened.error.message);
      const store = opened.value;
      const followed = namesOf(store);
      for (const [i, { list, withdrawn, looks }] of steps.entries()) {
        const at = new Date(Date.UTC(2026, 0, 1 + i)).toISOString();
        keep(store, list, { at });
        if (withdrawn !== null) saved(store.withdraw(`article-${withdrawn}`, at, 'Made up.'));
        if (looks) expect(answers(followed)).toEqual(answers(namesOf(store)));
      }
      expect(answers(followed)).toEqual(answers(namesOf(store)));
      store.close();
    }),
    { numRuns: 25 },
  );
});
