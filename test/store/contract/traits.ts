import { describe, expect, test } from 'vitest';
import type { Traits } from '../../../src/store/ports/archive.ts';
import type { Reading } from '../../../src/store/ports.ts';
import { keep, NOW, saved } from '../keep.ts';
import { article, reading } from '../made-up.ts';
import type { Fresh } from './fresh.ts';

const PLAIN: Traits = { language: null, relevant: true, copyOf: null, history: false, signature: [] };

const withTraits = (id: string, traits: Partial<Traits>, text = `Made up: ${id}.`): Reading => ({
  ...reading(article(id, null, { text })),
  traits: { ...PLAIN, ...traits },
});

const LARGEST = Number.MAX_SAFE_INTEGER;

export const traitsContract = (fresh: Fresh): void => {
  describe('traits', () => {
    test('they come back as they landed', () => {
      const traits = {
        language: 'ur',
        relevant: false,
        copyOf: 'b',
        history: true,
        signature: [3, -LARGEST, LARGEST, 0],
      };
      const store = fresh(withTraits('a', traits));
      expect(store.version('a', 1)?.traits).toEqual(traits);
      expect(store.versions('a')).toMatchObject([
        { language: 'ur', relevant: false, copyOf: 'b', history: true },
      ]);
    });

    test('without any an article is relevant, in no known language, and no copy', () => {
      expect(fresh(reading(article('a', null))).version('a', 1)?.traits).toEqual(PLAIN);
    });

    test('candidates share numbers at the same places, those with most first', () => {
      const store = fresh(
        withTraits('one', { signature: [1, 0, 0, 0] }),
        withTraits('three', { signature: [1, 2, 3, 0] }),
        withTraits('three-too', { signature: [1, 2, 3, 9] }),
        withTraits('elsewhere', { signature: [4, 3, 2, 1] }),
        withTraits('without', {}),
      );
      const found = [
        { id: 'three', shared: 3 },
        { id: 'three-too', shared: 3 },
        { id: 'one', shared: 1 },
      ];
      expect(store.copyCandidates([1, 2, 3, 4], 9)).toEqual(found);
      expect(store.copyCandidates([1, 2, 3, 4], 1)).toEqual(found.slice(0, 1));
      expect(store.copyCandidates([], 9)).toEqual([]);
      expect(store.copyCandidates([LARGEST], 9)).toEqual([]);
    });

    test('neither an older version nor a withdrawn article is a candidate, a copy, or found by its text', () => {
      const store = fresh(
        withTraits('changed', { signature: [1], copyOf: 'b' }),
        withTraits('gone', { signature: [1], copyOf: 'b' }),
      );
      expect(store.copyCandidates([1], 9)).toHaveLength(2);
      expect(store.copiesOf('b')).toEqual(['changed', 'gone']);
      keep(store, [withTraits('changed', { signature: [2] }, 'Other.')]);
      saved(store.withdraw('gone', NOW, 'made up'));
      expect(store.copyCandidates([1], 9)).toEqual([]);
      expect(store.copiesOf('b')).toEqual([]);
      expect(store.withText('Made up: changed.')).toBeNull();
      expect(store.withText('Made up: gone.')).toBeNull();
    });

    test('an article is found by exactly its text, the first of several', () => {
      const store = fresh(
        withTraits('z', {}, 'Made up.'),
        withTraits('a', {}, 'Made up.'),
        withTraits('b', {}, 'Made up. '),
      );
      expect(store.withText('Made up.')).toBe('z');
      expect(store.withText('Made up. ')).toBe('b');
      expect(store.withText('made up.')).toBeNull();
    });

    test('reading again replaces them', () => {
      const store = fresh(withTraits('a', { signature: [1, 2], relevant: false }));
      keep(store, [withTraits('a', { signature: [3] })], { rules: 'rules 2' });
      expect(store.version('a', 1)?.traits).toEqual({ ...PLAIN, signature: [3] });
    });
  });
};
