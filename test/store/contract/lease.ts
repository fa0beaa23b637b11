import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/ports.ts';
import { saved } from '../keep.ts';
import { article, LATE, reading } from '../made-up.ts';

const second = (n: number): string => new Date(Date.UTC(2025, 2, 1, 0, 0, n)).toISOString();

const ANNE = { name: 'anne', pid: 1, host: 'here' };
const BERT = { name: 'bert', pid: 2, host: 'there' };

const NOT_WRITER = { ok: false, error: { kind: 'not-writer' } };

/** @param openTwo gives two stores on one archive */
export const leaseContract = (openTwo: () => readonly [Store, Store]): void => {
  const land = (store: Store, id: string) =>
    store.land({ at: second(0), rules: '', readings: [reading(article(id, null))] });
  const held = () => store.map(one => one.articles(LATE, 9).map(({ id }) => id));
  let store: readonly [Store, Store];
  const two = (): readonly [Store, Store] => {
    store = openTwo();
    return store;
  };

  describe('the lease', () => {
    test('nobody has it at first, and nobody may write', () => {
      const [a] = two();
      expect(a.lease.current()).toBeNull();
      expect(land(a, 'x')).toMatchObject(NOT_WRITER);
      expect(a.feeds.pause('x', second(0), '')).toMatchObject(NOT_WRITER);
      expect(a.pages.record([])).toMatchObject(NOT_WRITER);
      expect(a.withdraw('x', second(0), '')).toMatchObject(NOT_WRITER);
      expect(a.lease.renew(second(0), 1)).toMatchObject(NOT_WRITER);
      expect(held()).toEqual([[], []]);
    });

    test('who has it may write; another is told who that is, and reads', () => {
      const [a, b] = two();
      const lease = { ...ANNE, taken: second(0), renewed: second(0), expires: second(10), fence: 1 };
      expect(a.lease.take(ANNE, second(0), 10)).toEqual({ ok: true, value: lease });
      expect(b.lease.take(BERT, second(9), 10)).toMatchObject({
        ok: false,
        error: {
          kind: 'not-writer',
          message: expect.stringContaining('is written by anne (process 1 on here)'),
        },
      });
      expect(b.lease.current()).toEqual(lease);
      expect(land(a, 'x').ok).toBe(true);
      expect(land(b, 'y')).toMatchObject(NOT_WRITER);
      expect(held()).toEqual([['x'], ['x']]);
    });

    test('taking it again is renewing it', () => {
      const [a] = two();
      saved(a.lease.take(ANNE, second(0), 10));
      const renewed = { taken: second(0), renewed: second(5), expires: second(15), fence: 1 };
      expect(saved(a.lease.take(ANNE, second(5), 10))).toMatchObject(renewed);
      expect(saved(a.lease.renew(second(6), 10))).toMatchObject({
        ...renewed,
        renewed: second(6),
        expires: second(16),
      });
    });

    test('one that was just renewed lasts as long as it was renewed for, or a twentieth less; another time is heeded', () => {
      const [a] = two();
      saved(a.lease.take(ANNE, second(0), 40));
      for (const at of [1, 2, 3, 4, 5]) {
        const { expires } = saved(a.lease.renew(second(at), 40));
        expect(expires >= second(at + 38) && expires <= second(at + 40)).toBe(true);
      }
      expect(saved(a.lease.renew(second(6), 10)).expires).toBe(second(16));
      expect(saved(a.lease.take(ANNE, second(6), 40)).expires).toBe(second(46));
    });

    test('one that expired is taken over under a higher fence, and what the other still writes is refused', () => {
      const [a, b] = two();
      saved(a.lease.take(ANNE, second(0), 10));
      expect(saved(b.lease.take(BERT, second(10), 10))).toMatchObject({ name: 'bert', fence: 2 });
      expect(land(a, 'late')).toMatchObject({
        ok: false,
        error: { kind: 'not-writer', message: expect.stringContaining('is written by bert') },
      });
      expect(a.lease.renew(second(11), 10)).toMatchObject(NOT_WRITER);
      expect(land(b, 'x').ok).toBe(true);
      expect(held()).toEqual([['x'], ['x']]);
    });

    test('one that expired and was not taken over may still be written under', () => {
      const [a] = two();
      saved(a.lease.take(ANNE, second(0), 1));
      expect(land(a, 'x').ok).toBe(true);
      expect(saved(a.lease.renew(second(60), 10)).expires).toBe(second(70));
    });

    test('one given back is free at once, and gives nothing to who had it', () => {
      const [a, b] = two();
      saved(a.lease.take(ANNE, second(0), 10));
      saved(a.lease.release(second(1)));
      saved(a.lease.release(second(1)));
      expect(land(a, 'late')).toMatchObject(NOT_WRITER);
      expect(saved(b.lease.take(BERT, second(1), 10)).fence).toBe(2);
    });

    test('giving back what was taken over takes nothing from the new holder', () => {
      const [a, b] = two();
      saved(a.lease.take(ANNE, second(0), 1));
      saved(b.lease.take(BERT, second(5), 10));
      saved(a.lease.release(second(6)));
      expect(land(b, 'x').ok).toBe(true);
      expect(b.lease.current()?.expires).toBe(second(15));
    });

    test('that of a process known to have ended is taken at once', () => {
      const [a, b] = two();
      saved(a.lease.take(ANNE, second(0), 10));
      const asked: unknown[] = [];
      const gone = (holder: { name: string }) => asked.push(holder.name) > 0;
      expect(saved(b.lease.take(BERT, second(1), 10, gone)).fence).toBe(2);
      expect(asked).toEqual(['anne']);
    });
  });
};
