import { describe, expect, test } from 'vitest';
import { planAlerts } from '../src/alerts.ts';
import { clockAt } from '../src/core/clock.ts';
import type { WatchWish } from '../src/store/ports/watches.ts';
import { corpus } from './made-up/corpus.ts';
import { blast, type Happened } from './made-up/days.ts';
import { keep, saved, writing } from './store/keep.ts';

const HERE = { platform: 'discord', channel: '1', thread: null };
const WISH: WatchWish = { places: ['pk'], groups: [], minToll: 3, step: 5, quiet: null, perHour: 6 };

const at = (time: string, day = '2024-05-13'): string => `${day}T${time}:00.000Z`;

/** A watch, and what comes in after it was set; `look` plans alerts at a moment and tells what was written. */
const watching = (wish: Partial<WatchWish> = {}, added = at('08:00')) => {
  const services = corpus([])('2026-01-01');
  const { store } = services;
  saved(
    writing(store, '2024-05-01T00:00:00.000Z').watches.add({
      ...HERE,
      wish: { ...WISH, ...wish },
      added,
      addedBy: 'made-up admin',
    }),
  );
  const look = (moment: string): readonly string[] => {
    const before = store.outbox.of(HERE, 100).length;
    const clock = clockAt(moment);
    if (clock === null) throw new Error(moment);
    saved(
      planAlerts({
        store,
        services: () => ({ ...services, clock }),
        freeze: (_, answer) => [answer.text.split('\n')[0] === '' ? '' : `${answer.title}|${answer.text}`],
        now: clock.now,
      }),
    );
    const all = store.outbox.of(HERE, 100);
    return all
      .slice(0, all.length - before)
      .map(({ body }) => body.split('|')[0] ?? '')
      .toSorted();
  };
  const land = (...happened: readonly Happened[]): void => {
    for (const [moment, what] of happened) if (!('withdraw' in what)) keep(store, [what], { at: moment });
  };
  look(at('08:00'));
  return { look, land, store };
};

const ALERT = 'Alert: Bombing, Quetta, Balochistan, Pakistan, 12 May 2024';
const UPDATE = 'Alert, updated: Bombing, Quetta, Balochistan, Pakistan, 12 May 2024';

describe('a watch is told', () => {
  test('of an incident once, whoever else prints it and however often one looks', () => {
    const { look, land } = watching();
    land([at('09:00'), blast({ id: 'a', killed: 4 })]);
    expect(look(at('09:01'))).toEqual([ALERT]);
    expect(look(at('09:02'))).toEqual([]);
    land([at('10:00'), blast({ id: 'b', killed: 4, body: 'hospital' })]);
    land([at('10:00'), blast({ id: 'c', killed: 4, traits: { copyOf: 'a' } })]);
    expect(look(at('10:01'))).toEqual([]);
  });

  test('again when the toll has changed by a step, from what was told', () => {
    const { look, land } = watching();
    land([at('09:00'), blast({ id: 'a', killed: 4 })]);
    look(at('09:01'));
    land([at('10:00'), blast({ id: 'b', killed: 7, published: '2024-05-13T09:30:00Z' })]);
    expect(look(at('10:01'))).toEqual([]);
    land([at('11:00'), blast({ id: 'c', killed: 9, published: '2024-05-13T10:30:00Z' })]);
    expect(look(at('11:01'))).toEqual([UPDATE]);
    land([at('12:00'), blast({ id: 'd', killed: 10, published: '2024-05-13T11:30:00Z' })]);
    expect(look(at('12:01'))).toEqual([]);
  });

  test('when the toll reaches what was asked for', () => {
    const { look, land } = watching({ minToll: 10 });
    land([at('09:00'), blast({ id: 'a', killed: 4 })]);
    expect(look(at('09:01'))).toEqual([]);
    land([at('10:00'), blast({ id: 'b', killed: 11, published: '2024-05-13T09:30:00Z' })]);
    expect(look(at('10:01'))).toEqual([ALERT]);
  });

  test.for<[claim: string, wish: Partial<WatchWish>, told: boolean]>([
    ['of its province', { places: ['pk/balochistan'] }, true],
    ['of its group', { places: [], groups: ['bla'] }, true],
    ['of no other province', { places: ['pk/sindh'] }, false],
    ['of no other group', { groups: ['ttp'] }, false],
    ['of no lower toll', { minToll: 5 }, false],
    ['of any toll where none is asked for', { minToll: null }, true],
  ])('%s', ([, wish, told]) => {
    const { look, land } = watching(wish);
    land([at('09:00'), blast({ id: 'a', killed: 4, by: 'bla' })]);
    expect(look(at('09:01'))).toEqual(told ? [ALERT] : []);
  });

  test.for<[claim: string, reading: Parameters<typeof blast>[0]]>([
    ['old news', { id: 'a', killed: 4, traits: { history: true } }],
    ['what is only recalled', { id: 'a', killed: 4, background: true }],
    ['what happened long ago', { id: 'a', killed: 4, day: '2024-04-01' }],
  ])('nothing of %s', ([, loose]) => {
    const { look, land } = watching();
    land([at('09:00'), blast(loose)]);
    expect(look(at('09:01'))).toEqual([]);
  });

  test('nothing of what came in before it was set', () => {
    const { look, land } = watching({}, at('09:30'));
    land([at('09:00'), blast({ id: 'a', killed: 4 })]);
    expect(look(at('09:31'))).toEqual([]);
    land([at('10:00'), blast({ id: 'b', killed: 4, place: 'pk/sindh/karachi' })]);
    expect(look(at('10:01'))).toEqual(['Alert: Bombing, Karachi, Sindh, Pakistan, 12 May 2024']);
  });

  test('after an absence, of what came in meanwhile', () => {
    const { look, land } = watching();
    land([at('09:00'), blast({ id: 'a', killed: 4 })]);
    expect(look(at('20:00'))).toEqual([ALERT]);
  });

  test('after a long one of the last day alone', () => {
    const { look, land } = watching();
    land([at('09:00'), blast({ id: 'a', killed: 4 })]);
    expect(look(at('20:00', '2024-05-15'))).toEqual([]);
  });
});

test('in quiet hours alerts wait, and none is lost', () => {
  const { look, land, store } = watching({ quiet: { from: '08:30', to: '12:00', zone: 'UTC' } });
  land([at('09:00'), blast({ id: 'a', killed: 4 })]);
  expect(look(at('09:01'))).toEqual([ALERT]);
  expect(store.outbox.of(HERE, 1)[0]?.notBefore).toBe(at('12:00'));
});

test('of many at once, each hour takes so many', () => {
  const { look, land, store } = watching({ perHour: 2 });
  const places = ['quetta', 'pishin', 'chaman', 'gwadar', 'mastung'];
  for (const place of places)
    land([at('09:00'), blast({ id: place, killed: 4, place: `pk/balochistan/${place}` })]);
  expect(look(at('09:01'))).toHaveLength(places.length);
  const times = store.outbox.of(HERE, 10).map(({ notBefore }) => notBefore.slice(11, 16));
  expect(times.toSorted()).toEqual(['09:01', '09:01', '10:01', '10:01', '11:01']);
});
