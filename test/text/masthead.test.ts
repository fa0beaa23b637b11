import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMasthead } from '../../src/text/masthead.ts';

/** All texts here are made up. */
const body = 'Two people were killed when a bomb went off near a bus stop in Quetta.';
const far = `${body}\n`.repeat(8);

describe('the day of publication', () => {
  test.for<readonly [string, string, string]>([
    ['the mark of a stored text', ` date 2024-11-22 ${body}`, '2024-11-22'],
    ['the mark with a wire line', ` date 2024-11-22 (MENAFN- A Made-up Wire) ${body}`, '2024-11-22'],
    ['a record', `05/26/2021: ${body}`, '2021-05-26'],
    ['a dateline with a comma', `QUETTA, Nov 9, 2024: ${body}`, '2024-11-09'],
    ['a dateline with a dash', `Quetta, November 9, 2024 – ${body}`, '2024-11-09'],
    ['a dateline in brackets', `Nov 9, 2024 (QUETTA) – ${body}`, '2024-11-09'],
    ['a line of its own', `Blast in Quetta\nNovember 9, 2024\n${body}`, '2024-11-09'],
    ['a line of its own, day first', `Blast in Quetta\n9 November 2024\n${body}`, '2024-11-09'],
    ['a line with an hour', `Blast in Quetta\n10:44 AM | November 9, 2024\n${body}`, '2024-11-09'],
    ['a line with a name', `Blast in Quetta\nNovember 9, 2024 | By our correspondent\n${body}`, '2024-11-09'],
    ['a line that says published', `Blast in Quetta\nPublished on November 9, 2024\n${body}`, '2024-11-09'],
    ['a line that says updated, far down', `${far}Updated: 9 November 2024`, '2024-11-09'],
    ['a line that says posted', `${body}\nPosted on Nov 9, 2024`, '2024-11-09'],
    ['a weekday before it', `Blast in Quetta\nSaturday, November 9, 2024\n${body}`, '2024-11-09'],
  ])('%s', ([, text, day]) => {
    expect(readMasthead(text).published).toBe(day);
  });

  test.for<readonly [string, string]>([
    ['a text without a date', body],
    ['nothing', ''],
    [
      'a date inside a sentence',
      `The blast of November 9, 2024 in Quetta killed two people, the police said on Sunday.`,
    ],
    ['a short sentence with a date', `It happened on November 9, 2024.\n${body}`],
    ['a date without a year', `QUETTA, Nov 9: ${body}`],
    ['a day that no calendar has', ` date 2024-02-30 ${body}`],
    ['a month alone', `Blast in Quetta\nNovember 2024\n${body}`],
    ['a date far down', `${far}The blast of\nNovember 9, 2024\nkilled two.`],
  ])('%s has none', ([, text]) => {
    expect(readMasthead(text).published).toBeNull();
  });
});

describe('the title', () => {
  test.for<readonly [string, string, string | null]>([
    ['a headline', `Blast in Quetta\n${body}`, 'Blast in Quetta'],
    ['a headline behind debris', `Share this\nBlast in Quetta\n${body}`, 'Blast in Quetta'],
    ['a sentence is none', `${body}\n${body}`, null],
    ['a lone line is none', 'Blast in Quetta', null],
    ['a text without words has none', '***', null],
  ])('%s', ([, text, title]) => {
    expect(readMasthead(text).title).toBe(title);
  });
});

describe('the publisher', () => {
  test('is the one the wire names', () => {
    expect(readMasthead(` date 2024-11-22 (MENAFN- A Made-up Wire) ${body}`).publisher).toBe(
      'A Made-up Wire (via MENAFN)',
    );
  });
  test.for([
    body,
    `(MENAFN- A Made-up Wire) ${body}`,
    ` date 2024-11-22 (A Made-up Wire) ${body}`,
  ])('is unknown in %j', text => {
    expect(readMasthead(text).publisher).toBeNull();
  });
});

test('reads any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
      const { published, title } = readMasthead(text);
      if (published !== null) expect(published).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      if (title !== null) expect(text).toContain(title);
    }),
  );
});
