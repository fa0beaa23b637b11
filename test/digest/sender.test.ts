import { describe, expect, test } from 'vitest';
import type { Courier, Delivery } from '../../src/digest/ports.ts';
import { createSender } from '../../src/digest/sender.ts';
import type { Message } from '../../src/store/ports/outbox.ts';
import type { Address } from '../../src/store/ports/subscriptions.ts';
import { saved } from '../store/keep.ts';
import { HERE, type MadeUpHouse, madeUpHouse, wanted } from './made-up.ts';

const START = '2026-03-01T02:30:00.000Z';
const EXPIRES = '2026-03-01T14:30:00.000Z';
const THERE = { ...HERE, channel: '2' };

const instant = (house: MadeUpHouse, later = 0): string =>
  new Date(house.now().getTime() + later).toISOString();

const plan = (
  house: MadeUpHouse,
  address: Address,
  bodies: readonly string[],
  occasion = '2026-03-01',
): void => {
  const digest = { outcome: 'posted', until: START, merges: 'made up' } as const;
  const at = instant(house);
  saved(
    house.store.outbox.plan([
      { address, occasion, bodies, at, notBefore: at, expires: EXPIRES, digest, nextDue: null },
    ]),
  );
};

interface Sending extends MadeUpHouse {
  /** What the platform was given, in order, as `channel: body`. */
  readonly given: string[];
  /** Sends until nothing is left to do, or for so many minutes. */
  readonly send: (minutes?: number) => Promise<void>;
}

const sending = (
  answer: (message: Message, house: MadeUpHouse) => Delivery | Promise<Delivery>,
  rest: Partial<Courier> = {},
): Sending => {
  const house = madeUpHouse(START);
  const given: string[] = [];
  const courier: Courier = {
    platform: 'made-up',
    lapsed: 'uncertain',
    ready: () => 0,
    deliver: async message => {
      given.push(`${message.channel}: ${message.body}`);
      return answer(message, house);
    },
    ...rest,
  };
  return {
    ...house,
    given,
    send: async (minutes = 5) => {
      const [stop, end] = [new AbortController(), house.now().getTime() + minutes * 60_000];
      const pause: MadeUpHouse['pause'] = async (milliseconds, signal) => {
        await house.pause(milliseconds, signal);
        if (house.now().getTime() >= end) stop.abort();
      };
      await createSender({ ...house, pause, courier }).run(stop.signal);
    },
  };
};

const sent = ({ id }: Message): Delivery => ({ kind: 'sent', posted: `post ${id}` });

const later = (
  house: MadeUpHouse,
  milliseconds: number,
  rest: Partial<Extract<Delivery, { kind: 'later' }>> = {},
) =>
  ({
    kind: 'later',
    notBefore: instant(house, milliseconds),
    reason: 'made up',
    doubt: false,
    all: false,
    ...rest,
  }) as const;

test('parts go in order, and what was sent is not sent again', async () => {
  const house = sending(sent);
  plan(house, HERE, ['one', 'two', 'three']);
  await house.send();
  await house.send();
  expect([house.given, house.states()]).toEqual([
    ['1: one', '1: two', '1: three'],
    ['sent', 'sent', 'sent'],
  ]);
});

test('one channel that has to wait holds up no other', async () => {
  const tried = new Set<string>();
  const house = sending((message, around) => {
    const isFirst = !tried.has(message.channel);
    tried.add(message.channel);
    return message.channel === '1' && isFirst ? later(around, 60_000) : sent(message);
  });
  plan(house, HERE, ['one']);
  plan(house, THERE, ['one', 'two']);
  await house.send();
  expect(house.given).toEqual(['1: one', '2: one', '2: two', '1: one']);
});

test('what is refused is dead with its reason, and the parts after it are held back', async () => {
  const house = sending(() => ({ kind: 'refused', reason: 'too many made-up signs' }));
  plan(house, HERE, ['one', 'two']);
  await house.send();
  expect([house.given, house.states()]).toEqual([
    ['1: one'],
    ['dead: too many made-up signs', 'suspended: the part before it is dead: too many made-up signs'],
  ]);
});

describe('a channel that takes nothing', () => {
  const closed: Delivery = { kind: 'closed', reason: 'the right to write is missing' };

  test('is asked once, paused with the reason, and tried again when it is due', async () => {
    const house = sending(() => closed);
    saved(house.store.subscriptions.put(wanted()));
    plan(house, HERE, ['one', 'two']);
    plan(house, HERE, ['an alert'], 'an alert');
    await house.send();
    expect(house.given).toHaveLength(1);
    expect(house.store.subscriptions.get(HERE)).toMatchObject({
      state: 'paused',
      retried: true,
      reason: closed.reason,
    });
    expect(house.store.outbox.counts()).toMatchObject({ suspended: 3, pending: 0 });
  });

  test('goes on by itself when it takes something again', async () => {
    const house = sending(sent);
    saved(house.store.subscriptions.put(wanted()));
    saved(house.store.subscriptions.pause(HERE, closed.reason, true));
    plan(house, HERE, ['one']);
    await house.send();
    expect(house.store.subscriptions.get(HERE)).toMatchObject({ state: 'active', reason: null });
  });
});

test('a send without a receipt is uncertain where the platform knows no repeats', async () => {
  const house = sending(() => ({ kind: 'uncertain', reason: 'the reply was lost' }));
  plan(house, HERE, ['one', 'two']);
  await house.send();
  expect([house.given, house.states()[0]]).toEqual([['1: one'], 'uncertain: the reply was lost']);
});

test('what one attempt left in doubt stays so through the next ones', async () => {
  const begun: (string | null)[] = [];
  const house = sending((message, around) => {
    begun.push(message.begun);
    return begun.length > 2 ? sent(message) : later(around, 1_000, { doubt: begun.length === 1 });
  });
  plan(house, HERE, ['one']);
  await house.send();
  expect([begun[0], begun.length, begun[1] === begun[2]]).toEqual([null, 3, true]);
  expect(begun[1]).not.toBeNull();
});

test('when the platform takes nothing at all, nothing else is tried either, for as long as it said', async () => {
  const house = sending((message, around) =>
    around.now().getTime() < Date.parse(START) + 3_600_000 && message.channel === '1'
      ? later(around, 3_600_000, { all: true })
      : sent(message),
  );
  plan(house, HERE, ['one']);
  const stop = house.send(70);
  plan(house, THERE, ['one']);
  await stop;
  expect(house.given.length).toBeLessThanOrEqual(4);
  expect(house.store.outbox.counts()).toMatchObject({ sent: 2 });
});

describe('a budget', () => {
  test('is waited for when it is short', async () => {
    const waits = [3_000, 0];
    const house = sending(sent, { ready: () => waits.shift() ?? 0 });
    plan(house, HERE, ['one']);
    await house.send();
    expect(house.store.outbox.of(HERE, 1)[0]).toMatchObject({ state: 'sent', attempts: 1 });
    expect(instant(house) >= '2026-03-01T02:30:03.000Z').toBe(true);
  });

  test('is kept on the disk when it is long, and counts as no attempt', async () => {
    const house = sending(sent, { ready: () => 40_000_000 });
    plan(house, HERE, ['one']);
    await house.send(0.2);
    const [message] = house.store.outbox.of(HERE, 1);
    expect(message).toMatchObject({ state: 'pending', attempts: 0, begun: null });
    expect(message?.notBefore.slice(0, 15)).toBe('2026-03-01T13:3');
  });
});

describe('a group that goes by another id', () => {
  const moves = ({ channel, id }: Message): Delivery =>
    channel === '1' ? { kind: 'moved', to: '2' } : { kind: 'sent', posted: `post ${id}` };

  test('takes its digest and what is planned along', async () => {
    const house = sending(moves);
    saved(house.store.subscriptions.put(wanted()));
    plan(house, HERE, ['one', 'two']);
    await house.send();
    expect(house.given).toEqual(['1: one', '2: one', '2: two']);
    expect([house.store.subscriptions.get(HERE), house.states(THERE)]).toEqual([null, ['sent', 'sent']]);
    expect(house.store.subscriptions.get(THERE)).toMatchObject({ state: 'active', time: '07:30' });
  });

  test('takes alerts along where it has no digest', async () => {
    const house = sending(moves);
    plan(house, HERE, ['one'], 'an alert');
    await house.send();
    expect(house.given).toEqual(['1: one', '2: one']);
  });

  test('is told once where the other id has a digest of its own', async () => {
    const house = sending(moves);
    saved(house.store.subscriptions.put(wanted()));
    saved(house.store.subscriptions.put(wanted({ channel: '2' })));
    plan(house, HERE, ['one']);
    plan(house, THERE, ['one']);
    await house.send();
    expect(house.given.toSorted()).toEqual(['1: one', '2: one']);
    expect(house.store.subscriptions.get(HERE)).toMatchObject({ state: 'ended' });
  });
});

test('a digest that could not be sent within twelve hours is left to the next', async () => {
  const house = sending((_, around) => later(around, 3_600_000));
  plan(house, HERE, ['one', 'two']);
  await house.send(13 * 60);
  expect(house.given.length).toBeLessThanOrEqual(12);
  expect(house.states()[0]).toMatch(/^suspended: it could not be sent within 12 hours/);
  expect(house.store.outbox.told(HERE)).toBeNull();
});

test('an error of ours at one message is told, holds up no other, and repeats nothing', async () => {
  const house = sending(message => {
    if (message.channel === '1') throw new Error('a bug');
    return sent(message);
  });
  plan(house, HERE, ['one']);
  plan(house, THERE, ['one']);
  await house.send();
  expect([house.given, house.bugs.length]).toEqual([['1: one', '2: one'], 1]);
  expect(house.states()[0]).toMatch(/^uncertain/);
});

test('told to stop while it waits for its turn, it gives back what it took', async () => {
  const house = sending(sent, { ready: () => 9_000 });
  plan(house, HERE, ['one']);
  await house.send(0.1);
  expect([house.given, house.states()]).toEqual([
    [],
    ['pending: the program was stopped before it was sent'],
  ]);
});
