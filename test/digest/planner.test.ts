import { describe, expect, test } from 'vitest';
import { createPlanner } from '../../src/digest/planner.ts';
import type { Compose, DigestRequest } from '../../src/digest/ports.ts';
import { saved } from '../store/keep.ts';
import { answerOf, HERE, type MadeUpHouse, madeUpHouse, wanted } from './made-up.ts';

const GO = new AbortController().signal;

interface Composing extends MadeUpHouse {
  readonly asked: DigestRequest[];
  readonly round: () => Promise<number>;
  readonly compose: Compose;
}

/** @param news whether there is any, asked for each digest */
const composing = (start: string, news: (request: DigestRequest) => boolean = () => true): Composing => {
  const house = madeUpHouse(start);
  const asked: DigestRequest[] = [];
  const compose: Compose = request => {
    asked.push(request);
    const { since, until, late, test: isTest } = request;
    return { answer: answerOf([since, until, late, isTest].join(' ')), empty: !news(request) };
  };
  const freeze = (_: string, { text }: { readonly text: string }): readonly string[] => [text, 'part two'];
  const planner = createPlanner({ ...house, compose, freeze });
  return { ...house, asked, compose, round: () => planner.round(GO) };
};

const bodies = ({ store }: MadeUpHouse): readonly string[] =>
  store.outbox.of(HERE, 99).map(({ body }) => body);

const days = ({ store }: MadeUpHouse): readonly string[] =>
  store.outbox.digests(HERE, 99).map(({ occasion, outcome }) => `${occasion} ${outcome}`);

test('what is due is planned once, in parts, and due again the next day', async () => {
  const house = composing('2026-03-01T02:29:59.999Z');
  saved(house.store.subscriptions.put(wanted()));
  expect(await house.round()).toBe(0);
  house.clock.at('2026-03-01T02:30:00.000Z');
  expect([await house.round(), await house.round()]).toEqual([2, 0]);
  expect(bodies(house)).toEqual([' 2026-03-01T02:30:00.000Z no false', 'part two']);
  expect(house.store.subscriptions.get(HERE)?.nextDue).toBe('2026-03-02T02:30:00.000Z');
  expect(house.store.outbox.of(HERE, 1)[0]).toMatchObject({
    occasion: '2026-03-01',
    expires: '2026-03-01T14:30:00.000Z',
  });
});

test('each digest tells what is new since the one before it', async () => {
  const house = composing('2026-03-01T02:30:00.000Z');
  saved(house.store.subscriptions.put(wanted()));
  await house.round();
  house.clock.at('2026-03-02T02:30:05.000Z');
  await house.round();
  expect(house.asked.map(({ since, until }) => [since, until])).toEqual([
    [null, '2026-03-01T02:30:00.000Z'],
    ['2026-03-01T02:30:00.000Z', '2026-03-02T02:30:00.000Z'],
  ]);
});

test.for<[claim: string, quiet: 'skip' | 'say', outcome: string, messages: number]>([
  ['is skipped', 'skip', '2026-03-01 quiet', 0],
  ['is told', 'say', '2026-03-01 posted', 2],
])('a quiet day %s where that is wanted', async ([, quiet, outcome, messages]) => {
  const house = composing('2026-03-01T02:30:00.000Z', () => false);
  saved(house.store.subscriptions.put(wanted({ filters: { ...wanted().filters, quiet } })));
  expect(await house.round()).toBe(messages);
  expect(days(house)).toEqual([outcome]);
  expect(house.store.outbox.told(HERE)).toBe('2026-03-01T02:30:00.000Z');
});

describe('late', () => {
  test.for<[claim: string, now: string, late: string, until: string]>([
    ['by minutes it says nothing of it', '2026-03-01T02:39:59.000Z', 'no', '2026-03-01T02:30:00.000Z'],
    [
      'by more it says so, and tells what is known now',
      '2026-03-01T02:40:12.000Z',
      'late',
      '2026-03-01T02:40:00.000Z',
    ],
    ['by nearly twelve hours as well', '2026-03-01T14:29:59.000Z', 'late', '2026-03-01T14:29:00.000Z'],
  ])('%s', async ([, now, late, until]) => {
    const house = composing(now);
    saved(house.store.subscriptions.put(wanted()));
    await house.round();
    expect(house.asked).toMatchObject([{ late, until }]);
  });

  test('by twelve hours it goes into the next one', async () => {
    const house = composing('2026-03-01T14:30:00.000Z');
    saved(house.store.subscriptions.put(wanted()));
    expect(await house.round()).toBe(0);
    expect([house.asked, days(house)]).toEqual([[], ['2026-03-01 merged']]);
    expect(house.store.outbox.told(HERE)).toBeNull();
    house.clock.at('2026-03-02T02:30:00.000Z');
    expect(await house.round()).toBe(2);
    expect(days(house)).toEqual(['2026-03-02 posted', '2026-03-01 merged']);
  });

  test('after 26 hours away one digest tells both days', async () => {
    const house = composing('2026-03-01T02:30:00.000Z');
    saved(house.store.subscriptions.put(wanted()));
    await house.round();
    house.clock.at('2026-03-03T04:30:00.000Z');
    expect(await house.round()).toBe(2);
    expect(days(house)).toEqual(['2026-03-03 posted', '2026-03-02 merged', '2026-03-01 posted']);
    expect(house.asked.at(-1)).toMatchObject({
      since: '2026-03-01T02:30:00.000Z',
      until: '2026-03-03T04:30:00.000Z',
      late: 'late',
    });
    expect(house.store.subscriptions.get(HERE)?.nextDue).toBe('2026-03-04T02:30:00.000Z');
  });

  test('after a year away the last days alone are said to be merged', async () => {
    const house = composing('2027-03-01T03:00:00.000Z');
    saved(house.store.subscriptions.put(wanted()));
    expect(await house.round()).toBe(2);
    expect(days(house).at(0)).toBe('2027-03-01 posted');
    expect(days(house)).toHaveLength(7);
  });
});

test('one that cannot be composed holds up no other, and is tried again', async () => {
  let broken = true;
  const house = composing('2026-03-01T02:30:00.000Z', ({ subscription }) => {
    if (broken && subscription.channel === '1') throw new Error('a bug');
    return true;
  });
  saved(house.store.subscriptions.put(wanted()));
  saved(house.store.subscriptions.put(wanted({ channel: '2' })));
  expect(await house.round()).toBe(2);
  expect(house.bugs).toHaveLength(1);
  expect(await house.round()).toBe(0);
  broken = false;
  house.clock.pass(60_000);
  expect(await house.round()).toBe(2);
});

test('one that is paused while it is composed is not planned', async () => {
  const house = composing('2026-03-01T02:30:00.000Z', () =>
    saved(house.store.subscriptions.pause(HERE, 'somebody asked for it')),
  );
  saved(house.store.subscriptions.put(wanted()));
  expect([await house.round(), await house.round(), days(house)]).toEqual([0, 0, []]);
});

test('while another process writes nothing is planned, and that is said once', async () => {
  const house = composing('2026-03-01T02:30:00.000Z');
  saved(house.store.subscriptions.put(wanted()));
  const reader = createPlanner({
    ...house,
    compose: house.compose,
    freeze: () => ['x'],
    hold: () => ({ ok: false, error: { fault: 'us', kind: 'not-writer', message: 'another writes' } }),
  });
  expect([await reader.round(GO), await reader.round(GO), house.troubles]).toEqual([
    0,
    0,
    ['another writes'],
  ]);
  expect(house.asked).toEqual([]);
});
