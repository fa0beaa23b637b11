import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDate } from '../../src/ingest/read-date.ts';
import { momentOf } from '../../src/store/published.ts';

test.for<[printed: string, read: string]>([
  ['2024-11-09', '2024-11-09'],
  ['2024-11-09T10:44:00Z', '2024-11-09T10:44:00Z'],
  ['2024-11-09T10:44Z', '2024-11-09T10:44:00Z'],
  ['2024-11-09T10:44:00.123+05:00', '2024-11-09T10:44:00+05:00'],
  ['2024-11-09T02:44:00+0500', '2024-11-09T02:44:00+05:00'],
  ['2024-11-09 10:44:00', '2024-11-09T10:44:00'],
  ['2024-11-09 10:44:00 PKT', '2024-11-09T10:44:00+05:00'],
  ['20241109T104400Z', '2024-11-09T10:44:00Z'],
  ['20241109', '2024-11-09'],
  ['2024/11/09 10:44', '2024-11-09T10:44:00'],
  ['Sat, 09 Nov 2024 10:44:00 GMT', '2024-11-09T10:44:00Z'],
  ['Sat, 09 Nov 2024 10:44:00 +0000', '2024-11-09T10:44:00Z'],
  ['Sat, 9 Nov 2024 10:44 PKT', '2024-11-09T10:44:00+05:00'],
  ['Saturday, 09 November 2024 10:44:00 EST', '2024-11-09T10:44:00-05:00'],
  ['09 Nov 24 10:44:00 IST', '2024-11-09T10:44:00+05:30'],
  ['Sat, 09 Nov 2024 10:44:00', '2024-11-09T10:44:00'],
  ['Sat, 09 Nov 2024 10:44:00 XYZ', '2024-11-09T10:44:00'],
  ['Sat, 09 Nov 2024 10:44:00 GMT+0500', '2024-11-09T10:44:00+05:00'],
  ['Sat Nov 9 2024', '2024-11-09'],
  ['Sat, 09-Nov-2024 10:44:00 GMT', '2024-11-09T10:44:00Z'],
  ['Sat, 09 Nov 2024 10:44:00 +0000 (Coordinated Universal Time)', '2024-11-09T10:44:00Z'],
  ['November 9, 2024 10:44 pm', '2024-11-09T22:44:00'],
  ['Nov 9, 2024, 12:05 am', '2024-11-09T00:05:00'],
  ['9th November 2024 at 10:44', '2024-11-09T10:44:00'],
  ['25/04/2024', '2024-04-25'],
  ['04/25/2024 9:05 AM', '2024-04-25T09:05:00'],
  ['09.11.2024', '2024-11-09'],
  ['05/05/2024', '2024-05-05'],
  ['1731149040', '2024-11-09T10:44:00Z'],
  ['1731149040000', '2024-11-09T10:44:00Z'],
  ['  Sat,\n 09 Nov 2024 ', '2024-11-09'],
])('%j is %s', ([printed, read]) => {
  expect(readDate(printed)).toBe(read);
  expect(() => momentOf(read)).not.toThrow();
});

test.for([
  ...[
    '',
    'yesterday',
    '2 hours ago',
    'Sat',
    '2024',
    '2024-11',
    '03/04/2024',
    '2024-02-30',
    '0000-00-00',
    '30 Feb 2024',
  ],
  ...[
    '0001-01-01T00:00:00Z',
    '20024-01-01',
    '2024-11-09T25:00:00Z',
    '2024-11-09T10:61:00Z',
    '-62135596800',
    '0',
  ],
  ...['Sat, 32 Nov 2024 10:44:00 GMT', '09 Smarch 2024', '{{ date }}', 'Invalid Date', '9'.repeat(100)],
])('%j is no day that is known', printed => expect(readDate(printed)).toBeNull());

test('any text is a moment the store takes, or none', () => {
  const piece = fc.constantFrom(...'2024 11 09 - / : T Z + , Nov Sat GMT 10 44 pm . 99'.split(' '), ' ');
  const dates = fc.array(piece, { maxLength: 14 }).map(parts => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(dates, fc.string()), text => {
      const read = readDate(text);
      if (read !== null) expect(() => momentOf(read)).not.toThrow();
    }),
    { numRuns: 1000 },
  );
});
