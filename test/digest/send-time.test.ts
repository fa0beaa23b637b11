import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Limits, sendTime } from '../../src/digest/send-time.ts';

const NIGHT = { from: '22:00', to: '06:00', zone: 'Asia/Karachi' };

const at = (time: string): string => `2024-05-13T${time}:00.000Z`;

test.for<[claim: string, now: string, sent: readonly string[], limits: Partial<Limits>, goes: string]>([
  ['at once', at('08:00'), [], {}, at('08:00')],
  ['at once in the afternoon', at('08:00'), [], { quiet: NIGHT }, at('08:00')],
  ['at once when the quiet hours end', at('01:00'), [], { quiet: NIGHT }, at('01:00')],
  ['after the quiet hours before midnight', at('17:00'), [], { quiet: NIGHT }, '2024-05-14T01:00:00.000Z'],
  ['after the quiet hours past midnight', at('00:59'), [], { quiet: NIGHT }, at('01:00')],
  [
    'after quiet hours by day',
    at('09:30'),
    [],
    { quiet: { from: '09:00', to: '10:00', zone: 'UTC' } },
    at('10:00'),
  ],
  ['at once below the limit', at('08:00'), [at('07:30')], { perHour: 2 }, at('08:00')],
  [
    'an hour after the first of too many',
    at('08:00'),
    [at('07:30'), at('07:40')],
    { perHour: 2 },
    at('08:30'),
  ],
  ['after those that wait as well', at('08:00'), [at('08:00'), at('09:00')], { perHour: 1 }, at('10:00')],
  ['after both', at('16:30'), [at('16:10')], { perHour: 1, quiet: NIGHT }, '2024-05-14T01:00:00.000Z'],
])('an alert goes %s', ([, now, sent, limits, goes]) => {
  expect(sendTime(now, sent, { quiet: null, perHour: 6, ...limits })).toBe(goes);
});

test('however many there are, no hour has too many and none waits in quiet hours', () => {
  const day = Date.parse(at('00:00'));
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 86_400 }), { maxLength: 20 }),
      fc.integer({ min: 1, max: 4 }),
      (seconds, perHour) => {
        const sent: string[] = [];
        for (const second of seconds.toSorted((a, b) => a - b)) {
          const now = new Date(day + second * 1_000).toISOString();
          const goes = sendTime(now, sent, { perHour, quiet: NIGHT });
          expect(goes >= now).toBe(true);
          const hour = Number(goes.slice(11, 13));
          expect(hour >= 17 || hour < 1).toBe(false);
          sent.push(goes);
        }
        for (const each of sent) {
          const lately = sent.filter(
            other => other <= each && Date.parse(other) > Date.parse(each) - 3_600_000,
          );
          expect(lately.length).toBeLessThanOrEqual(perHour);
        }
      },
    ),
  );
});
