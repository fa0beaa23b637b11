import { describe, expect, test } from 'vitest';
import type { Alert, Watch } from '../../../src/store/ports/watches.ts';
import { saved } from '../keep.ts';
import type { Fresh } from './fresh.ts';

const AT = '2025-03-01T08:00:00.000Z';
const LATER = '2025-03-01T09:00:00.000Z';

const HERE = { platform: 'discord', channel: '1', thread: null };

const watch = (rest: Partial<Watch> = {}): Omit<Watch, 'id'> => ({
  ...HERE,
  wish: { places: ['pk'], groups: [], minToll: 5, step: 5, quiet: null, perHour: 6 },
  added: AT,
  addedBy: 'made-up admin',
  ...rest,
});

const alert = (id: number, toll: number | null, reports: readonly string[], at = AT): Alert => ({
  watch: id,
  reports,
  toll,
  plan: {
    address: HERE,
    occasion: `watch/${id}/${reports.join()}/${toll}`,
    bodies: ['{}'],
    at,
    notBefore: at,
    nextDue: null,
  },
});

export const watchesContract = (fresh: Fresh): void => {
  describe('watches', () => {
    test('are those of an address, or of all', () => {
      const { watches } = fresh();
      const [one, two] = [saved(watches.add(watch())), saved(watches.add(watch({ thread: '7' })))];
      expect(watches.list().map(({ id }) => id)).toEqual([one, two]);
      expect(watches.list(HERE)).toEqual([{ ...watch(), id: one }]);
    });

    test('are removed where they stand alone', () => {
      const { watches } = fresh();
      const id = saved(watches.add(watch()));
      expect(saved(watches.remove(id, { ...HERE, channel: '2' }, LATER))).toBe(false);
      expect(saved(watches.remove(id, HERE, LATER))).toBe(true);
      expect(saved(watches.remove(id, HERE, LATER))).toBe(false);
      expect(watches.list()).toEqual([]);
    });

    test('an incident is known again by any of its reports, with the toll it was last told with', () => {
      const { watches } = fresh();
      const id = saved(watches.add(watch()));
      saved(watches.tell([alert(id, 5, ['a@1', 'b@1'])], AT));
      expect(watches.told(id, ['b@1', 'c@1'])).toEqual({ toll: 5 });
      saved(watches.tell([alert(id, 12, ['b@1', 'c@1'], LATER)], LATER));
      expect(watches.told(id, ['a@1', 'c@1'])).toEqual({ toll: 12 });
      expect(watches.told(id, ['d@1'])).toBeNull();
      expect(watches.told(id + 1, ['a@1'])).toBeNull();
    });

    test('what is told is planned and remembered in one', () => {
      const store = fresh();
      const id = saved(store.watches.add(watch()));
      expect(store.watches.until()).toBeNull();
      saved(store.watches.tell([alert(id, null, ['a@1'])], AT));
      expect(store.outbox.of(HERE, 5).map(({ state }) => state)).toEqual(['pending']);
      expect([store.watches.told(id, ['a@1']), store.watches.until()]).toEqual([{ toll: null }, AT]);
      saved(store.watches.tell([], LATER));
      saved(store.watches.tell([], AT));
      expect(store.watches.until()).toBe(LATER);
    });

    test('it is known when alerts go', () => {
      const { watches } = fresh();
      const id = saved(watches.add(watch()));
      saved(watches.tell([alert(id, 5, ['a@1'], LATER), alert(id, 5, ['b@1'])], LATER));
      expect(watches.sent(id, '2025-03-01T00:00:00.000Z')).toEqual([AT, LATER]);
      expect(watches.sent(id, AT)).toEqual([LATER]);
    });
  });
};
