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

const wanted = (
  rest: Partial<Omit<Subscription, 'state' | 'reason' | 'retried'>> = {},
): Omit<Subscription, 'state' | 'reason' | 'retried'> => ({
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

const begun = (store: Store, at: number, limit = 9): void => {
  for (const { id, fence } of claim(store, at, limit)) saved(store.outbox.begin(id, fence, hour(at)));
};

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
        retried: false,
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

    test('one that the platform refuses falls due all the same, until somebody pauses it', () => {
      const { subscriptions } = fresh();
      saved(subscriptions.put(wanted()));
      expect(saved(subscriptions.recover(HERE))).toBe(false);
      expect(saved(subscriptions.pause(HERE, 'no rights', true))).toBe(true);
      expect(saved(subscriptions.pause(HERE, 'no rights', true))).toBe(false);
      expect(subscriptions.due(hour(2), 9)).toMatchObject([{ state: 'paused', retried: true }]);
      expect(saved(subscriptions.recover(HERE))).toBe(true);
      expect(subscriptions.due(hour(2), 9)).toMatchObject([
        { state: 'active', reason: null, retried: false, nextDue: hour(2) },
      ]);
      saved(subscriptions.pause(HERE, 'no rights', true));
      expect(saved(subscriptions.pause(HERE, 'holidays'))).toBe(true);
      expect(saved(subscriptions.pause(HERE, 'no rights', true))).toBe(false);
      expect(saved(subscriptions.recover(HERE))).toBe(false);
      expect(subscriptions.due(hour(9), 9)).toEqual([]);
      expect(subscriptions.get(HERE)).toMatchObject({ reason: 'holidays', retried: false });
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
        { body: 'one', state: 'sending', attempts: 0, begun: null, fence: 1, claimedUntil: hour(3) },
      ]);
      expect(claim(store, 4)).toEqual([]);
      expect(claim(store, 5)).toMatchObject([THERE]);
    });

    test('parts go in order, each when the one before it is sent', () => {
      const store = planned(plan({ bodies: ['one', 'two', 'three'] }));
      for (const [i, body] of ['one', 'two', 'three'].entries()) {
        const [next, ...more] = claim(store, 2);
        expect([next?.body, more]).toEqual([body, []]);
        expect(next?.before).toEqual(Array(i).fill('post 1'));
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
      expect(claim(store, 4)).toMatchObject([{ id, fence: 2, body: 'one' }]);
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
      begun(store, 2);
      const to = { state, reason: 'the sender ended' };
      expect(saved(store.outbox.lapse('made-up', hour(2), to))).toBe(0);
      expect(saved(store.outbox.lapse('another', hour(9), to))).toBe(0);
      expect(saved(store.outbox.lapse('made-up', hour(3), to))).toBe(1);
      expect(store.outbox.of(HERE, 9)).toMatchObject([{ ...to, claimedUntil: null }]);
      expect(claim(store, 3)).toHaveLength(state === 'pending' ? 1 : 0);
    });

    test('a claim that lapsed before it was begun is pending again, since nothing was sent', () => {
      const store = planned(plan());
      claim(store, 2);
      saved(store.outbox.lapse('made-up', hour(3), { state: 'uncertain', reason: 'the sender ended' }));
      expect(claim(store, 3)).toMatchObject([{ begun: null, attempts: 0, fence: 2 }]);
    });

    test('no claim holds whose sender is known to have ended', () => {
      const store = planned(plan());
      begun(store, 2);
      const to = { state: 'uncertain', reason: 'the sender ended' } as const;
      expect(saved(store.outbox.lapse('another', hour(2), to, true))).toBe(0);
      expect(saved(store.outbox.lapse('made-up', hour(2), to, true))).toBe(1);
      expect(store.outbox.counts()).toMatchObject({ uncertain: 1 });
    });

    test('only the latest claim begins, and what is in doubt keeps when that began', () => {
      const store = planned(plan());
      const [first] = claim(store, 2);
      const { id = 0 } = first ?? {};
      saved(store.outbox.lapse('made-up', hour(3), { state: 'pending', reason: 'slow' }));
      claim(store, 3);
      expect(saved(store.outbox.begin(id, 1, hour(3)))).toBe(false);
      expect(saved(store.outbox.begin(id, 2, hour(3)))).toBe(true);
      const later = { state: 'pending', notBefore: hour(4), reason: 'no reply' } as const;
      saved(store.outbox.settle(id, 2, { ...later, doubt: true }));
      expect(claim(store, 4)).toMatchObject([{ begun: hour(3), attempts: 1 }]);
      saved(store.outbox.begin(id, 3, hour(4)));
      expect(store.outbox.of(HERE, 1)).toMatchObject([{ begun: hour(3), attempts: 2 }]);
      saved(store.outbox.settle(id, 3, later));
      expect(store.outbox.of(HERE, 1)).toMatchObject([{ state: 'pending', begun: null }]);
    });

    test('an address is given one message at a time, and waits for none of another', () => {
      const store = planned(plan(), plan({ occasion: 'x' }), plan({ address: THERE }));
      expect(claim(store, 2)).toMatchObject([
        { thread: null, occasion: '2025-03-01' },
        { thread: '2', occasion: '2025-03-01' },
      ]);
      expect(claim(store, 2)).toEqual([]);
    });

    test('a digest that was not begun in time is suspended, whole; one that was is not', () => {
      const expires = hour(14);
      const store = planned(
        plan({ bodies: ['one', 'two'], expires }),
        plan({ address: THERE, bodies: ['one', 'two'], expires }),
        plan({ occasion: 'x' }),
      );
      begun(store, 2, 1);
      saved(store.outbox.lapse('made-up', hour(9), { state: 'pending', reason: 'x' }));
      expect(saved(store.outbox.expire('made-up', hour(13), 'too late'))).toBe(0);
      expect(saved(store.outbox.expire('another', hour(14), 'too late'))).toBe(0);
      expect(saved(store.outbox.expire('made-up', hour(14), 'too late'))).toBe(1);
      expect(store.outbox.of(THERE, 9).map(each => each.state)).toEqual(['suspended', 'suspended']);
      expect(store.outbox.of(HERE, 9).map(each => each.state)).toEqual(['pending', 'pending', 'pending']);
      const [first] = store.outbox.of(THERE, 9);
      expect(saved(store.outbox.again(first?.id ?? 0, hour(15)))).toBe(true);
      expect(saved(store.outbox.expire('made-up', hour(15), 'too late'))).toBe(0);
    });

    test('what is pending at an address is suspended, what is pending on a platform put off, for a reason', () => {
      const store = planned(plan(), plan({ occasion: 'x', notBefore: hour(9) }), plan({ address: THERE }));
      expect(saved(store.outbox.suspend(THERE, 'no rights'))).toBe(1);
      expect(store.outbox.of(THERE, 9)).toMatchObject([{ state: 'suspended', reason: 'no rights' }]);
      expect(saved(store.outbox.delay('another', hour(5)))).toBe(0);
      expect(saved(store.outbox.delay('made-up', hour(5)))).toBe(1);
      expect(claim(store, 4)).toEqual([]);
      expect(store.outbox.of(HERE, 9).map(({ notBefore }) => notBefore)).toEqual([hour(9), hour(5)]);
    });

    test('what is planned for an address without a subscription can go to another as well', () => {
      const store = planned(plan(), plan({ occasion: 'x' }));
      expect(saved(store.outbox.move(HERE, THERE))).toBe(2);
      expect(claim(store, 2)).toMatchObject([THERE]);
    });

    test('what digests told is up to the last that was not held back; the next one tells that', () => {
      const digest = (day: number, outcome: 'posted' | 'quiet' | 'merged'): Plan =>
        plan({
          occasion: `2025-03-0${day}`,
          at: hour(24 * day),
          bodies: outcome === 'posted' ? ['one', 'two'] : [],
          digest: { outcome, until: hour(24 * day), merges: `told on day ${day}` },
        });
      const store = planned(plan({ occasion: 'an alert' }));
      const { outbox } = store;
      expect(outbox.told(HERE)).toBeNull();
      saved(outbox.plan([digest(1, 'posted')]));
      expect(outbox.told(HERE)).toBe(hour(24));
      saved(outbox.plan([digest(2, 'quiet'), digest(3, 'merged')]));
      expect(outbox.told(HERE)).toBe(hour(48));
      saved(outbox.plan([digest(4, 'posted')]));
      expect(saved(outbox.suspend(HERE, 'no rights'))).toBe(5);
      // Day 1 was held back as well, and what came after it does not tell what that would have.
      expect(outbox.told(HERE)).toBeNull();
      saved(outbox.plan([digest(5, 'merged')]));
      expect(outbox.counts()).toMatchObject({ suspended: 5 });
      saved(outbox.plan([digest(6, 'posted')]));
      expect(outbox.told(HERE)).toBe(hour(144));
      expect(outbox.counts()).toMatchObject({ suspended: 1, dead: 4, pending: 2 });
      expect(outbox.of(HERE, 9).at(-2)).toMatchObject({ state: 'dead', reason: 'told on day 6' });
      expect(outbox.digests(HERE, 2)).toEqual([
        { occasion: '2025-03-06', planned: hour(144), outcome: 'posted', until: hour(144) },
        { occasion: '2025-03-05', planned: hour(120), outcome: 'merged', until: hour(120) },
      ]);
    });

    test('whatever happens, a message that was sent is never given out again', () => {
      const step = fc.constantFrom('claim', 'begin', 'sent', 'retry', 'uncertain', 'lapse', 'again', 'plan');
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
            else if (what === 'begin' && first !== undefined)
              saved(store.outbox.begin(first.id, first.fence, hour(n)));
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
