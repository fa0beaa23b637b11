import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Due, nextDue } from '../../src/digest/schedule.ts';

/** Whole and half hours of change, both hemispheres, at midnight, in Ramadan, by two hours, and none at all. */
const ZONES = [
  'America/New_York',
  'America/Santiago',
  'America/Havana',
  'Europe/London',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Asia/Karachi',
  'Antarctica/Troll',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
] as const;

const [START, END] = ['2024-01-01T00:00Z', '2031-01-01T00:00Z'].map(each => Temporal.Instant.from(each));

const changesOf = (zone: string): readonly Temporal.ZonedDateTime[] => {
  const changes: Temporal.ZonedDateTime[] = [];
  for (
    let at = START?.toZonedDateTimeISO(zone).getTimeZoneTransition('next') ?? null;
    at !== null && END !== undefined && Temporal.Instant.compare(at.toInstant(), END) < 0;
    at = at.getTimeZoneTransition('next')
  )
    changes.push(at);
  return changes;
};

const followed = (time: string, zone: string, from: string, days: number): readonly Due[] => {
  const dues: Due[] = [];
  for (let after = from; dues.length < days; after = dues.at(-1)?.at ?? from)
    dues.push(nextDue(time, zone, after));
  return dues;
};

const wallOf = ({ at }: Due, zone: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });

test.for<[time: string, zone: string, after: string, day: string, at: string]>([
  ['07:30', 'Asia/Karachi', '2026-03-01T00:00:00.000Z', '2026-03-01', '2026-03-01T02:30:00.000Z'],
  ['07:30', 'Asia/Karachi', '2026-03-01T02:30:00.000Z', '2026-03-02', '2026-03-02T02:30:00.000Z'],
  ['00:00', 'Asia/Kathmandu', '2026-03-01T20:00:00.000Z', '2026-03-03', '2026-03-02T18:15:00.000Z'],
  ['02:30', 'America/New_York', '2026-03-08T00:00:00.000Z', '2026-03-08', '2026-03-08T07:00:00.000Z'],
  ['01:30', 'America/New_York', '2026-11-01T00:00:00.000Z', '2026-11-01', '2026-11-01T05:30:00.000Z'],
  ['01:30', 'America/New_York', '2026-11-01T05:30:00.000Z', '2026-11-02', '2026-11-02T06:30:00.000Z'],
  ['02:15', 'Australia/Lord_Howe', '2026-10-03T14:00:00.000Z', '2026-10-04', '2026-10-03T15:30:00.000Z'],
  ['00:00', 'America/Santiago', '2026-09-06T00:00:00.000Z', '2026-09-06', '2026-09-06T04:00:00.000Z'],
  ['08:00', 'Pacific/Apia', '2011-12-29T18:00:00.000Z', '2011-12-31', '2011-12-30T18:00:00.000Z'],
  ['23:30', 'Pacific/Kwajalein', '1993-08-21T12:00:00.000Z', '1993-08-22', '1993-08-22T11:30:00.000Z'],
])('%s in %s after %s falls due on %s at %s', ([time, zone, after, day, at]) => {
  expect(nextDue(time, zone, after)).toEqual({ day, at });
});

test.for(['25:00', '7', ''])('"%s" is no time, and is thrown', time => {
  expect(() => nextDue(time, 'UTC', '2026-03-01T00:00:00.000Z')).toThrow(RangeError);
});

describe.for(ZONES)('around every clock change of 2024 to 2030 in %s', zone => {
  const changes = changesOf(zone);
  // A zone without changes is held to the law as well.
  const moments = changes.length === 0 ? [START?.toZonedDateTimeISO(zone)] : changes;

  test('there is one occasion each local day, at its wall time or the first minute after a gap', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    fc.assert(
      fc.property(fc.constantFrom(...moments), minute, (change, minutes) => {
        if (change === undefined) return;
        const near = change.toPlainTime().since(new Temporal.PlainTime(0, 0)).total('minutes');
        // Half of the times fall within three hours of the change itself.
        const at = minutes % 2 === 0 ? minutes : (near - 180 + (minutes % 360) + 1_440) % 1_440;
        const time = new Temporal.PlainTime(Math.floor(at / 60), at % 60).toString({
          smallestUnit: 'minute',
        });
        const from = new Date(change.subtract({ days: 3 }).epochMilliseconds).toISOString();
        const dues = followed(time, zone, from, 6);
        for (const [i, due] of dues.entries()) {
          const [previous, wall] = [dues[i - 1], wallOf(due, zone)];
          if (previous !== undefined)
            expect(due.day).toBe(Temporal.PlainDate.from(previous.day).add({ days: 1 }).toString());
          expect(wall.slice(0, 10)).toBe(due.day);
          const gap = change.toPlainDateTime().toString({ smallestUnit: 'minute' });
          if (wall.slice(11) !== time) expect([wall, `${due.day}T${time}` < wall]).toEqual([gap, true]);
          else expect(nextDue(time, zone, due.at).day).not.toBe(due.day);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('the zones have clock changes to be held to', () => {
  expect(ZONES.map(zone => changesOf(zone).length).filter(count => count >= 4)).toHaveLength(11);
});
