import { expect, test } from 'vitest';
import { createBatch } from '../../src/intake/batch.ts';
import { saved } from '../store/keep.ts';
import { LATE } from '../store/made-up.ts';
import { madeUp, openIntake } from './opened.ts';

const article = (n: number) => ({
  id: `made-up-${n}`,
  title: `Made-up blast ${n}`,
  published: '2025-02-28',
  publisher: 'Made-up Times',
  url: `https://example.org/${n}`,
  text: madeUp(n),
});

test.for([
  ['together', false, [3]],
  ['one after the other, so that nobody waits for all of them', true, [1, 1, 1, 0]],
] as const)('articles that arrive together land %s', async ([, piecewise, readings]) => {
  const landed: number[] = [];
  const { store } = await openIntake();
  const { intake, bugs } = await openIntake({
    store,
    rest: {
      piecewise,
      store: {
        ...store,
        land: landing => {
          landed.push(landing.readings.length);
          return store.land(landing);
        },
      },
    },
  });
  const batch = createBatch(
    intake,
    () => ({ ok: true, value: null }),
    () => false,
  );
  for (const n of [1, 2, 3]) expect(saved(await batch.add(article(n), 'by its file'))).toBeNull();
  saved(batch.flush());
  expect(landed).toEqual(readings);
  expect(store.counts(LATE).articles).toBe(3);
  // Made up by one hand, they are copies of one another.
  expect(batch.tally).toMatchObject({ taken: 1, 'copy-of': 2, failed: 0 });
  for (const n of [1, 2, 3]) expect(store.pages.of(article(n).url)[0]?.article).toBe(article(n).id);
  expect(bugs).toEqual([]);
});
