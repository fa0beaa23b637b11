import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message, Plan } from '../../../src/store/ports/outbox.ts';
import type { Subscription } from '../../../src/store/ports/subscriptions.ts';
import type { Store } from '../../../src/store/ports.ts';
import { saved } from '../keep.ts';
import type { Fresh } from './fresh.ts';

const hour = (n: number): string => new Date(Date.UTC(2025, 2, 1, n)).toISOString();

const HERE = { platform: 'made-up', channel: '1', thread: null };
const THERE = { platform: 'made-up', channel: '1', thread: '2' };

const wanted = (rest: Partial<Subscription> = {}): Omit<Subscription, 'state' | 'reason'> => ({
  ...HERE,
  time: '07:30',
  zone: 'Asia/Karachi',
  filters: { places: ['pk'], groups: [], minToll: 3, quiet: 'say', crosspost: false },
  nextDue: hour(2),
  addedBy: 'an admin',
  ...rest,
});

const plan = (rest: Partial<Plan> = {}): Plan => ({
  address: HERE,
  occasion: '2025-03-01',
  bodies: ['one'],
  at: hour(2),
  notBefore: hour(2),
  nextDue: null,
  ...rest,
});

const claim = (store: Store, at: number, limit = 9): readonly Message[] =>
  saved(store.outbox.claim({ platform: 'made-up', at: hour(at), until: hour(at + 1), limit }));

const bodies = (list: readonly Message[]): string[] => list.map(({ body }) => body);

export const digestsContract = (fresh: Fresh): void => {
  const planned = (...plans: readonly Plan[]): Store => {
    const store = fresh();
    saved(store.outbox.plan(plans));
    return store;
  };
  const sent = { state: 'sent', at: hour(3), posted: 'post 1' } as const;

  describe('subscriptions', () => {
    test('one comes back as it was put; an address has one, a thread its own', () => {
      const { subscriptions } = fresh();
      expect(saved(subscriptions.put(wanted()))).toBe('added');
      expect(saved(subscriptions.put(wanted({ ...THERE, time: '08:00' })))).toBe('added');
      expect(saved(subscriptions.put(wanted({ time: '09:00' })))).toBe('changed');
      expect(subscriptions.get(HERE)).toEqual({
        ...wanted({ time: '09:00' }),
        state: 'active',
        reason: null,
      });
      expect(subscriptions.list().map(({ time }) => time)).toEqual(['09:00', '08:00']);
      expect(subscriptions.get({ ...HERE, channel: '3' })).toBeNull();
    });

    test('those that are due come longest due first, paused and ended ones never', () => {
      const { subscriptions } = fresh();
      saved(subscriptions.put(wanted({ nextDue: hour(3) })));
      saved(subscriptions.put(wanted({ ...THERE, nextDue: hour(1) })));
      expect(subscriptions.due(hour(0), 9)).toEqual([]);
      expect(subscriptions.due(hour(3), 9).map(({ thread }) => thread)).toEqual(['2', null]);
      expect(saved(subscriptions.pause(HERE, 'holidays'))).toBe(true);
      expect(saved(subscriptions.pause(HERE, 'holidays'))).toBe(false);
      expect(saved(subscriptions.end(THERE, 'asked for'))).toBe(true);
      expect(subscriptions.due(hour(9), 9)).toEqual([]);
      expect(subscriptions.list()).toMatchObject([{ state: 'paused', reason: 'holidays' }]);
      expect(saved(subscriptions.resume(HERE, hour(8)))).toBe(true);
      expect(subscriptions.due(hour(9), 9)).toMatchObject([{ nextDue: hour(8), reason: null }]);
      expect(saved(subscriptions.resume(THERE, hour(8)))).toBe(false);
    });

    test('filters of another shape are a bug and are thrown', () => {
      const { subscriptions } = fresh();
      const filters = { ...wanted().filters, minToll: 0.5 };
      expect(() => subscriptions.put(wanted({ filters }))).toThrow();
      expect(subscriptions.list()).toEqual([]);
    });

    test('ending one suspends what is not sent yet', () => {
      const store = planned(plan({ bodies: ['one', 'two'] }), plan({ address: THERE }));
      saved(store.subscriptions.put(wanted()));
      const [first] = claim(store, 2, 1);
      saved(store.outbox.settle(first?.id ?? 0, first?.fence ?? 0, sent));
      saved(store.subscriptions.end(HERE, 'asked for'));
      expect(store.outbox.of(HERE, 9).map(one => [one.state, one.reason])).toEqual([
        ['sent', null],
        ['suspended', 'asked for'],
      ]);
      expect(bodies(claim(store, 3))).toEqual(['one']);
    });

    test('one that moved takes along what is planned, and does not move onto another', () => {
      const store = planned(plan());
      saved(store.subscriptions.put(wanted()));
      expect(saved(store.subscriptions.move(HERE, THERE))).toBe(true);
      expect(store.subscriptions.get(HERE)).toBeNull();
      expect(claim(store, 2)).toMatchObject([THERE]);
      saved(store.subscriptions.put(wanted()));
      expect(saved(store.subscriptions.move(HERE, THERE))).toBe(false);
      expect(saved(store.subscriptions.move({ ...HERE, channel: '9' }, { ...HERE, channel: '8' }))).toBe(
        false,
      );
    });
  });

  describe('the outbox', () => {
    test('an occasion is planned once, however it is cut the second time', () => {
      const store = planned(plan({ bodies: ['one', 'two'] }));
      expect(saved(store.outbox.plan([plan({ bodies: ['x', 'y', 'z'] })]))).toBe(0);
      expect(bodies(store.outbox.of(HERE, 9))).toEqual(['one', 'two']);
      expect(saved(store.outbox.plan([plan({ occasion: '2025-03-02' }), plan({ address: THERE })]))).toBe(2);
    });

    test('one that passed without a message is not planned again', () => {
      const store = planned(plan({ bodies: [] }));
      expect(saved(store.outbox.plan([plan()]))).toBe(0);
    });

    test('planning moves the subscription on, in the same transaction', () => {
      const store = fresh();
      saved(store.subscriptions.put(wanted()));
      const moved = plan({ nextDue: hour(26) });
      expect(() => store.outbox.plan([moved, plan({ occasion: 'x', notBefore: 'noon' })])).toThrow(
        RangeError,
      );
      expect(store.subscriptions.get(HERE)?.nextDue).toBe(hour(2));
      saved(store.outbox.plan([moved]));
      expect(store.subscriptions.get(HERE)?.nextDue).toBe(hour(26));
    });

    test('what is claimed is given to nobody else; neither is what is early, or another platform’s', () => {
      const elsewhere = { ...HERE, platform: 'another' };
      const store = planned(
        plan(),
        plan({ address: THERE, notBefore: hour(5) }),
        plan({ address: elsewhere }),
      );
      expect(claim(store, 2)).toMatchObject([
        { body: 'one', state: 'sending', attempts: 1, fence: 1, claimedUntil: hour(3) },
      ]);
      expect(claim(store, 4)).toEqual([]);
      expect(claim(store, 5)).toMatchObject([THERE]);
    });

    test('parts go in order, each when the one before it is sent', () => {
      const store = planned(plan({ bodies: ['one', 'two', 'three'] }));
      for (const body of ['one', 'two', 'three']) {
        const [next, ...more] = claim(store, 2);
        expect([next?.body, more]).toEqual([body, []]);
        expect(saved(store.outbox.settle(next?.id ?? 0, next?.fence ?? 0, sent))).toBe(true);
      }
      expect(claim(store, 9)).toEqual([]);
      expect(store.outbox.of(HERE, 1)).toMatchObject([{ sent: hour(3), posted: 'post 1' }]);
      expect(store.outbox.counts()).toMatchObject({ sent: 3, pending: 0 });
    });

    test('one to be tried again waits, and a settlement of an earlier claim changes nothing', () => {
      const store = planned(plan());
      const [first] = claim(store, 2);
      const { id = 0, fence = 0 } = first ?? {};
      saved(store.outbox.settle(id, fence, { state: 'pending', notBefore: hour(4), reason: 'rate limit' }));
      expect(store.outbox.of(HERE, 9)).toMatchObject([{ state: 'pending', reason: 'rate limit' }]);
      expect(claim(store, 3)).toEqual([]);
      expect(claim(store, 4)).toMatchObject([{ id, fence: 2, attempts: 2, body: 'one' }]);
      expect(saved(store.outbox.settle(id, fence, sent))).toBe(false);
      expect(saved(store.outbox.settle(id, 2, sent))).toBe(true);
      expect(saved(store.outbox.settle(id, 2, sent))).toBe(false);
    });

    test.for([
      'uncertain',
      'dead',
      'suspended',
    ] as const)('one that is %s is not sent by itself, nor the parts after it, until it is asked for', state => {
      const store = planned(plan({ bodies: ['one', 'two'] }));
      const [first] = claim(store, 2);
      const { id = 0, fence = 0 } = first ?? {};
      saved(store.outbox.settle(id, fence, { state, reason: 'made up' }));
      expect(claim(store, 9)).toEqual([]);
      expect(store.outbox.of(HERE, 9).map(one => [one.state, one.reason])).toEqual([
        [state, 'made up'],
        ['suspended', `the part before it is ${state}: made up`],
      ]);
      expect(saved(store.outbox.again(id, hour(9)))).toBe(true);
      expect(saved(store.outbox.again(id, hour(9)))).toBe(false);
      expect(bodies(claim(store, 9))).toEqual(['one']);
      expect(store.outbox.counts()).toMatchObject({ sending: 1, pending: 1 });
    });

    test.for([
      'pending',
      'uncertain',
    ] as const)('a claim that lapsed becomes %s, as the platform needs it', state => {
      const store = planned(plan());
      claim(store, 2);
      const to = { state, reason: 'the sender ended' };
      expect(saved(store.outbox.lapse('made-up', hour(2), to))).toBe(0);
      expect(saved(store.outbox.lapse('another', hour(9), to))).toBe(0);
      expect(saved(store.outbox.lapse('made-up', hour(3), to))).toBe(1);
      expect(store.outbox.of(HERE, 9)).toMatchObject([{ ...to, claimedUntil: null }]);
      expect(claim(store, 3)).toHaveLength(state === 'pending' ? 1 : 0);
    });

    test('whatever happens, a message that was sent is never given out again', () => {
      const step = fc.constantFrom('claim', 'sent', 'retry', 'uncertain', 'lapse', 'again', 'plan');
      fc.assert(
        fc.property(fc.array(step, { maxLength: 25 }), steps => {
          const store = planned(plan({ bodies: ['one', 'two'] }));
          const done = new Set<number>();
          let held: readonly Message[] = [];
          for (const [n, what] of steps.entries()) {
            const [first] = held;
            const settle = (to: Parameters<Store['outbox']['settle']>[2]): boolean =>
              first !== undefined && saved(store.outbox.settle(first.id, first.fence, to));
            if (what === 'claim') held = claim(store, n);
            else if (what === 'sent' && settle({ ...sent, at: hour(n) })) done.add(first?.id ?? 0);
            else if (what === 'retry') settle({ state: 'pending', notBefore: hour(n), reason: 'x' });
            else if (what === 'uncertain') settle({ state: 'uncertain', reason: 'x' });
            else if (what === 'lapse')
              saved(store.outbox.lapse('made-up', hour(n), { state: 'pending', reason: 'x' }));
            else if (what === 'again')
              for (const { id } of store.outbox.of(HERE, 9)) saved(store.outbox.again(id, hour(n)));
            else saved(store.outbox.plan([plan({ bodies: ['three', 'four', 'five'] })]));
            expect(held.filter(({ id }) => what === 'claim' && done.has(id))).toEqual([]);
          }
          expect(bodies(store.outbox.of(HERE, 9))).toEqual(['one', 'two']);
        }),
        { numRuns: 60 },
      );
    });
  });
};
