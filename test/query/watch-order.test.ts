import { expect, test } from 'vitest';
import { readWatch } from '../../src/query/watching/watch-order.ts';
import { corpus } from '../made-up/corpus.ts';

const services = corpus([])('2026-03-10');
const read = (typed: string) => readWatch(typed, 'UTC', services);

const PLAIN = { places: [], groups: [], minToll: null, step: 5, quiet: null, perHour: 6 };

test.for<[typed: string, wish: object]>([
  ['Balochistan', { ...PLAIN, places: ['pk/balochistan'] }],
  ['5', { ...PLAIN, minToll: 5 }],
  ['toll 10+', { ...PLAIN, minToll: 10 }],
  ['BLA in Quetta 3', { ...PLAIN, places: ['pk/balochistan/quetta'], groups: ['bla'], minToll: 3 }],
  ['Sindh 5 step 10', { ...PLAIN, places: ['pk/sindh'], minToll: 5, step: 10 }],
  ['Sindh 12 an hour', { ...PLAIN, places: ['pk/sindh'], perHour: 12 }],
  [
    'Sindh quiet 22:00-6:00 Asia/Karachi',
    { ...PLAIN, places: ['pk/sindh'], quiet: { from: '22:00', to: '06:00', zone: 'Asia/Karachi' } },
  ],
  [
    '5 step 1 22:00 to 06:00 3 an hour',
    { ...PLAIN, minToll: 5, step: 1, quiet: { from: '22:00', to: '06:00', zone: 'UTC' }, perHour: 3 },
  ],
])('“%s” is a watch', ([typed, wish]) => {
  expect(read(typed)).toMatchObject({ ok: true, value: { wish } });
});

test.for<[typed: string, line: RegExp]>([
  ['', /^Name a place, an armed group or a least number of killed: \/watch add Balochistan 5/],
  ['step 5', /^Name a place/],
  ['Sindh 22:00-25:00', /^“22:00-25:00” are no hours of a day; write them like 22:00-06:00\.$/],
  ['Sindh 22:00-06:00 Mars/Base', /^“Mars\/Base” is no time zone/],
  ['nowhereland', /^“nowhereland” is no place and no armed group\./],
])('“%s” is refused in one line', ([typed, line]) => {
  const watch = read(typed);
  expect(watch.ok ? '' : watch.error.message).toMatch(line);
});
