import { describe, expect, test } from 'vitest';
import type { Trend } from '../../../src/core/trend.ts';
import { extracted, size } from '../facts.ts';

const SIGNS: Partial<Record<Trend['bound'], string>> = {
  'at-least': '≥',
  'more-than': '>',
  'at-most': '≤',
  about: '~',
};

/** "share 63 fatalities: 1612 of 2546", "growth +73 incidents: 91 to 178", "average 7 fatalities: of 210"; texts are made up. */
const trends = (text: string): string[] => {
  const { figures, trends: read } = extracted(text);
  const number = (id: string | null): string => {
    const found = figures.find(figure => figure.id === id);
    return found === undefined ? '' : size(found.quantity);
  };
  return read.map(({ kind, value, bound, direction, measure, of, from, to }) => {
    const way = direction === 'up' ? '+' : direction === 'down' ? '-' : '';
    const head = `${kind} ${SIGNS[bound] ?? ''}${way}${value} ${measure}`;
    const links =
      kind === 'growth'
        ? [number(from), to === null ? '' : `to ${number(to)}`]
        : [number(to), of === null ? '' : `of ${number(of)}`];
    const linked = links.filter(one => one !== '').join(' ');
    return linked === '' ? head : `${head}: ${linked}`;
  });
};

describe('shares', () => {
  test.for<readonly [string, readonly string[]]>([
    ['Militants were 63 per cent of the fatalities.', ['share 63 fatalities']],
    [
      'The province had 1,612 deaths in 2024, 63% of all 2,546 deaths.',
      ['share 63 fatalities: 1612 of 2546'],
    ],
    [
      'In 2024 violence claimed 2,546 lives. Khyber Pakhtunkhwa had 1,612 deaths, accounting for 63 pc.',
      ['share 63 fatalities: 1612 of 2546'],
    ],
    ['Nearly half of those killed in 2024 were civilians.', ['share ≤50 fatalities']],
    ['Balochistan saw about 60 percent of the attacks in October.', ['share ~60 incidents']],
    ['Two thirds of the militant attacks hit the province.', ['share ~67 incidents']],
    ['Of the dead, 62.5 per cent were civilians.', ['share 62.5 fatalities']],
    ['More than 70% of all casualties were soldiers.', ['share >70 casualties']],
    ['The district accounts for a third of the deaths.', ['share ~33 fatalities']],
  ])('%s', ([text, expected]) => {
    expect(trends(text)).toEqual(expected);
  });
});

describe('growth', () => {
  test.for<readonly [string, readonly string[]]>([
    ['Fatalities rose by 66 per cent in 2024.', ['growth +66 fatalities']],
    ['The number of attacks fell by a third in October.', ['growth ~-33 incidents']],
    ['There was a 73% increase in militant attacks in 2024.', ['growth +73 incidents']],
    ['Deaths rose to 178 from 91 in September, a 96% increase.', ['growth +96 fatalities: 91 to 178']],
    [
      'In 2024 there were 2,546 fatalities, a 66 percent rise from the 1,533 deaths of 2023.',
      ['growth +66 fatalities: 1533 to 2546'],
    ],
    ['Attacks more than doubled in November.', ['growth >+100 incidents']],
    ['The number of deaths has halved since March.', ['growth ~-50 fatalities']],
    [
      'Combined losses reached 1,612. This marked a 73% increase in losses compared to 934 militants killed in 2024.',
      ['growth +73 fatalities: 934 to 1612'],
    ],
    [
      'The forces killed 934 militants in 2024. All deaths of 2024 reached a high, rising by 66% from the year before.',
      ['growth +66 fatalities'],
    ],
    ['Civilian deaths were down by 12 pc in 2024.', ['growth -12 fatalities']],
    ['The report noted a decline of 40% in suicide attacks.', ['growth -40 incidents']],
    ['The month saw 20 per cent more fatalities than June.', ['growth +20 fatalities']],
    ['The report tells of a twofold increase in abductions.', ['growth ~+100 abductions']],
  ])('%s', ([text, expected]) => {
    expect(trends(text)).toEqual(expected);
  });
});

describe('averages', () => {
  test.for<readonly [string, readonly string[]]>([
    ['An average of seven people were killed daily in 2024.', ['average 7 fatalities']],
    ['There were 6.9 deaths per day in 2024.', ['average 6.9 fatalities']],
    ['On average, nearly seven people were killed every day.', ['average ≤7 fatalities']],
    [
      'In 2024, 2,546 people were killed in violence, an average of seven a day.',
      ['average 7 fatalities: of 2546'],
    ],
    ['The year saw three attacks a day.', ['average 3 incidents']],
  ])('%s', ([text, expected]) => {
    expect(trends(text)).toEqual(expected);
  });
});

describe('must not be read', () => {
  test.for([
    'Some 63 per cent of voters backed him after the attack.',
    'I am 100 per cent sure that the attack was planned.',
    'The bank raised interest rates by 2 per cent after the blast.',
    'After the attacks, prices rose 66 per cent.',
    'Spending on victims of attacks rose by 12 per cent.',
    'Oil fell 3% as two soldiers were killed in Quetta.',
    'The bridge carries 63 per cent of the traffic.',
    'Two soldiers were killed a day after the raid.',
    'Two policemen were killed in a day.',
    'Seven soldiers were killed a day earlier.',
    'Two buses a day left for Quetta before the blast.',
    'The pay of the guards killed in the attack was doubled.',
    'Turnout dropped by 2 percentage points after the attacks.',
    'Guerrillas have a hand in 20 to 30 per cent of the kidnappings.',
    'Some 20-30% of the attacks were his.',
    'Half of the town was without power after the blast.',
    'He works seven hours a day and was hurt in the blast.',
    'The doctors gave him a 50% chance after the attack.',
    'The burns cover 63 per cent of his body.',
    'Police doubled the guard at the gate after the attacks.',
  ])('%s', text => {
    expect(trends(text)).toEqual([]);
  });
});

test('a trend quotes its words, and takes its scope from the figure beside it', () => {
  const text =
    'PICSS said on Friday that 1,612 people were killed in Khyber Pakhtunkhwa in 2024, 63 per cent of all deaths.';
  const { trends: read, figures } = extracted(text);
  const [trend] = read;
  expect(trend).toMatchObject({
    kind: 'share',
    value: 63,
    place: { value: 'pk/khyber-pakhtunkhwa' },
    body: { value: 'picss' },
    period: { value: { from: '2024-01-01' } },
  });
  expect(text.slice(trend?.span.start, trend?.span.end)).toBe('63 per cent of all deaths');
  expect(figures).toHaveLength(1);
});
