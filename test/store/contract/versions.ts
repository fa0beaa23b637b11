import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Version } from '../../../src/store/ports/archive.ts';
import type { Reading, Store } from '../../../src/store/ports.ts';
import { keep, saved } from '../keep.ts';
import { article, asOf, figure, LATE, reading, report } from '../made-up.ts';
import { type Fresh, ids } from './fresh.ts';

const FIRST = '2025-03-01T10:00:00.000Z';
const SECOND = '2025-03-02T10:00:00.000Z';
const THIRD = '2025-03-03T10:00:00.000Z';

const told = (text: string, id = 'a', of = `${id}#1`): Reading =>
  reading(article(id, '2025-02-28', { text }), { figures: [figure(of)], reports: [report(`${id}#r`)] });

const changed = (fresh: Fresh): Store => {
  const store = fresh();
  keep(store, [told('Made up: three were hurt.')], { at: FIRST });
  keep(store, [told('Made up: four were hurt.')], { at: SECOND });
  return store;
};

const ends = (list: readonly Version[]) =>
  list.map(({ version, since, until, ended }) => [version, since, until, ended]);

export const versionsContract = (fresh: Fresh): void => {
  describe('versions', () => {
    test('a changed article keeps every version with all that was read from it', () => {
      const store = changed(fresh);
      expect(ends(store.versions('a'))).toEqual([
        [1, null, SECOND, 'replaced'],
        [2, SECOND, null, null],
      ]);
      expect(store.version('a', 1)).toMatchObject(told('Made up: three were hurt.'));
      expect(store.version('a', 2)).toMatchObject(told('Made up: four were hurt.'));
      expect(store.version('a', 3)).toBeNull();
      expect(store.versions('b')).toEqual([]);
    });

    test.for<[claim: string, at: string, text: string]>([
      ['long before it was first seen', '2025-03-01', 'Made up: three were hurt.'],
      ['a moment before the change', '2025-03-02', 'Made up: three were hurt.'],
      ['after the change', '2025-03-03', 'Made up: four were hurt.'],
    ])('an answer as of %s sees the version of then', ([, day, text]) => {
      const store = changed(fresh);
      const then = asOf(day, '09:59:59.999');
      expect(store.article('a', then)?.text).toBe(text);
      expect(store.sentences('a', then)[0]?.span.end).toBe(text.length);
      expect(ids(store.figures({ asOf: then }))).toEqual(['a#1']);
      expect(ids(store.reports({ asOf: then }))).toEqual(['a#r']);
      expect(store.counts(then)).toEqual({ articles: 1, figures: 1, reports: 1 });
    });

    test.for<[what: string, again: Reading['article']]>([
      ['title', article('a', '2025-02-28', { title: 'Another' })],
      ['publisher', article('a', '2025-02-28', { publisher: 'Another' })],
      ['address', article('a', '2025-02-28', { url: 'https://example.org/other' })],
      ['day', article('a', '2025-03-01')],
      ['text', article('a', '2025-02-28', { text: 'Another.' })],
    ])('another %s is a new version', ([, again]) => {
      const store = fresh();
      keep(store, [reading(article('a', '2025-02-28'))], { at: FIRST });
      expect(keep(store, [reading(again)], { at: SECOND })).toMatchObject([
        { became: 'updated', version: 2 },
      ]);
    });

    test('the same content by the same rules changes nothing at all', () => {
      const store = changed(fresh);
      const before = store.versions('a');
      const same = told('Made up: four were hurt.');
      expect(store.holds(same.article, 'rules 1')).toBe(true);
      expect(keep(store, [same], { at: THIRD })).toEqual([{ id: 'a', became: 'unchanged', version: 2 }]);
      expect(store.versions('a')).toEqual(before);
    });

    test('half a character is kept as the sign for it, and is no change the next time', () => {
      const store = fresh();
      const odd = reading(article('a', null, { text: 'Made up \ud800.', title: '\udfff' }));
      keep(store, [odd]);
      expect(keep(store, [odd])).toMatchObject([{ became: 'unchanged' }]);
      expect(store.article('a', LATE)).toMatchObject({ text: 'Made up \ufffd.', title: '\ufffd' });
    });

    test('a wording that comes back is a version of its own', () => {
      const store = changed(fresh);
      expect(keep(store, [told('Made up: three were hurt.')], { at: THIRD })).toMatchObject([{ version: 3 }]);
      expect(ends(store.versions('a')).at(-1)).toEqual([3, THIRD, null, null]);
    });

    test('a clock that ran backwards leaves no two current versions and no gap', () => {
      const store = changed(fresh);
      keep(store, [told('Made up: five were hurt.')], { at: FIRST });
      expect(ends(store.versions('a'))).toEqual([
        [1, null, SECOND, 'replaced'],
        [2, SECOND, SECOND, 'replaced'],
        [3, SECOND, null, null],
      ]);
    });

    test('at every moment there is exactly one version, whatever the order of changes', () => {
      const hour = fc.integer({ min: 0, max: 20 });
      const at = (h: number): string => new Date(Date.UTC(2025, 2, 1, h)).toISOString();
      fc.assert(
        fc.property(
          fc.array(fc.tuple(hour, fc.nat(3)), { minLength: 1, maxLength: 6 }),
          hour,
          (changes, h) => {
            const store = fresh();
            for (const [when, n] of changes) keep(store, [told(`Made up: ${n}.`)], { at: at(when) });
            const then = { day: '2025-03-01', instant: at(h) };
            expect(store.counts(then)).toEqual({ articles: 1, figures: 1, reports: 1 });
            expect(store.articles(then, 9)).toHaveLength(1);
          },
        ),
        { numRuns: 30 },
      );
    });
  });

  describe('withdrawing', () => {
    const withdrawn = (): Store => {
      const store = fresh();
      keep(store, [told('Made up.'), told('Made up as well.', 'b')], { at: FIRST });
      expect(saved(store.withdraw('a', SECOND, 'made up twice over'))).toBe(true);
      return store;
    };

    test('a withdrawn article is in no answer from then on, and in those as of before', () => {
      const store = withdrawn();
      expect(store.article('a', LATE)).toBeNull();
      expect(store.sentences('a', LATE)).toEqual([]);
      expect(ids(store.figures({ asOf: LATE }))).toEqual(['b#1']);
      expect(ids(store.reports({ asOf: LATE }))).toEqual(['b#r']);
      expect(store.figure('a#1', LATE)).toBeNull();
      expect(store.counts(LATE)).toEqual({ articles: 1, figures: 1, reports: 1 });
      expect([...store.eachReading(LATE)].map(one => one.article.id)).toEqual(['b']);
      expect(store.figure('a#1', asOf('2025-03-02', '09:59:59.999'))?.id).toBe('a#1');
    });

    test('it is still there, with the reason', () => {
      const store = withdrawn();
      expect(store.versions('a')).toMatchObject([
        { version: 1, until: SECOND, ended: 'withdrawn', reason: 'made up twice over' },
      ]);
      expect(store.version('a', 1)?.figures).toHaveLength(1);
    });

    test.for(['a', 'c'])('"%s", withdrawn already or never there, is not withdrawn', id => {
      expect(saved(withdrawn().withdraw(id, THIRD, ''))).toBe(false);
    });

    test('it is back when it is restored, and the time between stays as it was', () => {
      const store = withdrawn();
      const last = store.version('a', store.versions('a').at(-1)?.version ?? 0);
      if (last === null) throw new Error('no version');
      expect(saved(store.restore(last, THIRD, 'rules 1'))).toBe(true);
      expect(saved(store.restore(last, THIRD, 'rules 1'))).toBe(false);
      expect(store.versions('a').map(({ ended, since }) => ({ ended, since }))).toEqual([
        { ended: 'withdrawn', since: null },
        { ended: null, since: THIRD },
      ]);
      const seen = [FIRST, SECOND, THIRD].map(
        instant => store.article('a', { day: '2026-12-31', instant }) !== null,
      );
      expect(seen).toEqual([true, false, true]);
      const both = store.figures({ asOf: { day: '2026-12-31', instant: THIRD }, article: 'a' });
      expect(both.map(({ id }) => id)).toEqual(last.figures.map(({ id }) => id));
      expect(saved(store.restore({ ...last, article: { ...last.article, id: 'c' } }, THIRD, ''))).toBe(false);
    });

    test('it stays withdrawn when it arrives again, and a new wording is kept', () => {
      const store = withdrawn();
      expect(keep(store, [told('Made up.')], { at: THIRD })).toMatchObject([
        { became: 'withdrawn', version: 1 },
      ]);
      expect(keep(store, [told('Made up anew.')], { at: THIRD })).toMatchObject([
        { became: 'withdrawn', version: 2 },
      ]);
      expect(store.article('a', LATE)).toBeNull();
      expect(store.version('a', 2)?.article.text).toBe('Made up anew.');
      expect(store.versions('a').at(-1)).toMatchObject({ reason: 'made up twice over', ended: 'withdrawn' });
    });
  });

  describe('other rules', () => {
    test('the same content is read again in its place', () => {
      const store = fresh();
      const [text, more] = ['Made up: three were hurt.', { at: SECOND, rules: 'rules 2' }];
      keep(store, [told(text)], { at: FIRST });
      expect(keep(store, [told(text, 'a', 'a#2')], more)).toEqual([
        { id: 'a', became: 'reread', version: 1 },
      ]);
      expect(ids(store.figures({ asOf: LATE }))).toEqual(['a#2']);
      expect(store.versions('a')).toMatchObject([{ rules: 'rules 2', seen: FIRST, until: null }]);
    });

    test('every version read by others is found once, and can be taken up anywhere', () => {
      const store = changed(fresh);
      keep(store, [told('Made up.', 'b')], { rules: 'rules 2' });
      const all = store.stale('rules 2', 0, 9);
      expect(all.map(({ article: { id }, version }) => [id, version])).toEqual([
        ['a', 1],
        ['a', 2],
      ]);
      expect(store.staleCount('rules 2')).toBe(2);
      expect(store.stale('rules 2', all[0]?.key ?? 0, 1)).toEqual(all.slice(1));
      expect(store.stale('rules 1', 0, 9).map(({ article: { id } }) => id)).toEqual(['b']);
    });

    test('a version that was reread is stale no more and has the new facts', () => {
      const store = changed(fresh);
      const [old] = store.stale('rules 2', 0, 1);
      const again = told('Made up: three were hurt.', 'a', 'a#new');
      saved(store.reread('rules 2', [{ key: old?.key ?? 0, reading: again }]));
      expect(store.stale('rules 2', 0, 9).map(({ version }) => version)).toEqual([2]);
      expect(ids(store.figures({ asOf: asOf('2025-03-01') }))).toEqual(['a#new']);
      expect(ids(store.figures({ asOf: LATE }))).toEqual(['a#1']);
    });

    test('facts of another content are a bug and are thrown', () => {
      const store = changed(fresh);
      const [old] = store.stale('rules 2', 0, 1);
      const other = { key: old?.key ?? 0, reading: told('Something else.') };
      expect(() => store.reread('rules 2', [other])).toThrow(RangeError);
      expect(store.staleCount('rules 2')).toBe(2);
    });
  });

  describe('reading all', () => {
    test('every article of a moment comes with its facts, by id, also while others are written', () => {
      const store = fresh();
      keep(store, [told('Made up.', 'b'), told('Made up.', 'a'), told('Made up.', 'c')], { at: FIRST });
      const seen: string[] = [];
      for (const { article: one, figures, reports } of store.eachReading(LATE)) {
        seen.push(`${one.id} ${figures.length} ${reports.length}`);
        keep(store, [told('Made up.', 'bb'), told('Changed.', 'b')], { at: SECOND });
      }
      expect(seen).toEqual(['a 1 1', 'b 1 1', 'bb 1 1', 'c 1 1']);
    });
  });
};
