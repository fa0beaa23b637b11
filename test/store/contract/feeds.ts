import { describe, expect, test } from 'vitest';
import type { FeedVisit } from '../../../src/store/ports/feeds.ts';
import type { Store } from '../../../src/store/ports.ts';
import { keep, saved } from '../keep.ts';
import { article, reading } from '../made-up.ts';
import type { Fresh } from './fresh.ts';

const hour = (n: number): string => new Date(Date.UTC(2025, 2, 1, n)).toISOString();

const URL = 'https://example.org/feed';
const OTHER = 'https://example.org/other';
const MOVED = 'https://example.org/moved';

const added = (fresh: Fresh, ...urls: readonly string[]): Store => {
  const store = fresh();
  for (const url of urls)
    saved(store.feeds.add({ url, title: null, addedBy: 'the operator', at: hour(0), nextRun: hour(1) }));
  return store;
};

const visit = (rest: Partial<FeedVisit> = {}): FeedVisit => ({
  url: URL,
  at: hour(1),
  failure: null,
  nextRun: hour(2),
  broughtNew: false,
  ...rest,
});

export const feedsContract = (fresh: Fresh): void => {
  describe('feeds', () => {
    test('a feed comes back as it was added', () => {
      expect(added(fresh, URL).feeds.get(URL)).toEqual({
        url: URL,
        title: null,
        addedBy: 'the operator',
        added: hour(0),
        state: 'active',
        reason: null,
        etag: null,
        lastModified: null,
        lastFetch: null,
        lastSuccess: null,
        lastNew: null,
        failingSince: null,
        failures: 0,
        failure: null,
        nextRun: hour(1),
        movedFrom: [],
      });
    });

    test('a feed that was never added is null and cannot be changed', () => {
      const { feeds } = fresh();
      expect(feeds.get(URL)).toBeNull();
      expect(feeds.history(URL)).toEqual([]);
      expect(saved(feeds.pause(URL, hour(1), 'x'))).toBe(false);
      expect(saved(feeds.remove(URL, hour(1), 'x'))).toBe(false);
      expect(saved(feeds.visited(visit()))).toBe(false);
    });

    test('a successful visit keeps validators and title, and forgets failures', () => {
      const { feeds } = added(fresh, URL);
      saved(feeds.visited(visit({ failure: 'no answer' })));
      const seen = { etag: '"1"', lastModified: 'Sat, 01 Mar 2025', title: 'Made up' };
      saved(feeds.visited(visit({ at: hour(2), nextRun: hour(3), broughtNew: true, ...seen })));
      expect(feeds.get(URL)).toMatchObject({
        ...seen,
        lastFetch: hour(2),
        lastSuccess: hour(2),
        lastNew: hour(2),
        failingSince: null,
        failures: 0,
        failure: null,
        nextRun: hour(3),
      });
      saved(feeds.visited(visit({ at: hour(3), etag: null })));
      expect(feeds.get(URL)).toMatchObject({ ...seen, etag: null, lastNew: hour(2), lastSuccess: hour(3) });
    });

    test('failures in a row are counted from the first on', () => {
      const { feeds } = added(fresh, URL);
      for (const n of [1, 2, 3]) saved(feeds.visited(visit({ at: hour(n), failure: `no answer ${n}` })));
      expect(feeds.get(URL)).toMatchObject({
        failures: 3,
        failingSince: hour(1),
        failure: 'no answer 3',
        lastFetch: hour(3),
        lastSuccess: null,
      });
    });

    test('a visit may pause it, with the reason; resuming makes it due and forgets the failures', () => {
      const { feeds } = added(fresh, URL);
      saved(feeds.visited(visit({ failure: 'gone', pause: 'failed for two days' })));
      expect(feeds.get(URL)).toMatchObject({ state: 'paused', reason: 'failed for two days' });
      expect(feeds.due(hour(9), 9)).toEqual([]);
      expect(saved(feeds.resume(URL, hour(5)))).toBe(true);
      expect(feeds.get(URL)).toMatchObject({ state: 'active', reason: null, failures: 0, nextRun: hour(5) });
      expect(saved(feeds.resume(URL, hour(5)))).toBe(false);
    });

    test('those that are due come longest due first, up to the limit', () => {
      const { feeds } = added(fresh, URL, OTHER);
      saved(feeds.visited(visit({ nextRun: hour(3) })));
      expect(feeds.due(hour(0), 9)).toEqual([]);
      expect(feeds.due(hour(3), 9).map(({ url }) => url)).toEqual([OTHER, URL]);
      expect(feeds.due(hour(3), 1).map(({ url }) => url)).toEqual([OTHER]);
    });

    test('a removed feed is neither listed nor due, keeps its history, and can come back', () => {
      const { feeds } = added(fresh, URL, OTHER);
      expect(saved(feeds.remove(URL, hour(1), 'asked for'))).toBe(true);
      expect(saved(feeds.remove(URL, hour(1), 'asked for'))).toBe(false);
      expect(saved(feeds.pause(URL, hour(1), 'x'))).toBe(false);
      expect(feeds.list().map(({ url }) => url)).toEqual([OTHER]);
      expect(feeds.due(hour(9), 9).map(({ url }) => url)).toEqual([OTHER]);
      expect(feeds.get(URL)).toMatchObject({ state: 'removed', reason: 'asked for' });
      const again = { url: URL, title: 'T', addedBy: 'another', at: hour(2), nextRun: hour(3) };
      expect(saved(feeds.add(again))).toBe('back');
      expect(saved(feeds.add(again))).toBe('known');
      expect(feeds.history(URL)).toEqual([
        { at: hour(0), event: 'added', detail: 'the operator' },
        { at: hour(1), event: 'removed', detail: 'asked for' },
        { at: hour(2), event: 'added', detail: 'another' },
      ]);
    });

    test('a feed that moved is found by all its addresses', () => {
      const { feeds } = added(fresh, URL);
      saved(feeds.visited(visit({ movedTo: MOVED })));
      saved(feeds.visited(visit({ url: MOVED, at: hour(2), movedTo: OTHER })));
      expect(feeds.list()).toMatchObject([{ url: OTHER, movedFrom: [URL, MOVED] }]);
      expect(feeds.get(URL)).toEqual(feeds.get(OTHER));
      expect(saved(feeds.add({ url: URL, title: null, addedBy: 'x', at: hour(3), nextRun: hour(3) }))).toBe(
        'known',
      );
    });

    test('a feed moves back to where it was', () => {
      const { feeds } = added(fresh, URL);
      saved(feeds.visited(visit({ movedTo: MOVED })));
      saved(feeds.visited(visit({ url: MOVED, at: hour(2), movedTo: URL })));
      expect(feeds.list()).toMatchObject([{ url: URL, movedFrom: [MOVED] }]);
    });

    test('a feed does not move onto another one', () => {
      const { feeds } = added(fresh, URL, OTHER);
      saved(feeds.visited(visit({ movedTo: OTHER })));
      expect(feeds.list().map(({ url }) => url)).toEqual([URL, OTHER].sort());
    });

    test('a visit and the pages it brought land with the articles, or not at all', () => {
      const store = added(fresh, URL);
      const page = { url: 'https://example.org/a', reason: null, feed: URL, at: hour(1) };
      const landing = {
        feed: visit({ broughtNew: true }),
        pages: [{ ...page, kind: 'taken', article: 'a' } as const],
      };
      expect(() => keep(store, [reading(article('a', 'soon'))], landing)).toThrow(RangeError);
      expect(store.feeds.get(URL)?.lastNew).toBeNull();
      expect(store.pages.of(page.url)).toEqual([]);
      keep(store, [reading(article('a', null))], landing);
      expect(store.feeds.get(URL)?.lastNew).toBe(hour(1));
      expect(store.pages.of(page.url)).toMatchObject([{ kind: 'taken', article: 'a' }]);
    });
  });
};
