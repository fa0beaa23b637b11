import { describe, expect, test } from 'vitest';
import { parseQuestion } from '../../src/query/parse.ts';
import type { Intent, Plan } from '../../src/query/plan.ts';
import { corpus } from '../made-up/corpus.ts';
import { everything } from '../made-up/readings.ts';

const services = corpus(everything)('2025-03-01T12:00:00Z');

const plan = (words: string, forced: Intent | null = null): Plan => {
  const result = parseQuestion(words, services, forced);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

/** What was understood, in the order of the fields; empty ones left out. */
const understood = (words: string): Record<string, string> => {
  const read = plan(words);
  const fields = {
    intent: read.intent,
    period: read.periods.map(({ period }) => `${period.from}..${period.to}`).join(' '),
    place: read.places.join(' '),
    body: read.bodies.map(each => each.id).join(' '),
    actor: read.actors.map(each => each.id).join(' '),
    victims: read.victims === null ? '' : read.victims.classes.join('+'),
    measure: read.measures.join(' '),
    rest: read.rest.join(' '),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
};

const YEAR = '2024-01-01..2024-12-31';
const NOVEMBER = '2024-11-01..2024-11-30';
const HARM = 'fatalities injuries casualties';

describe('a question is read in any order and any words', () => {
  test.for<[question: string, read: Record<string, string>]>([
    ['2024', { intent: 'casualties', period: YEAR }],
    ['casualties 2024', { intent: 'casualties', period: YEAR, measure: HARM }],
    [
      '2024 kp deaths crss',
      {
        intent: 'casualties',
        period: YEAR,
        place: 'pk/khyber-pakhtunkhwa',
        body: 'crss',
        measure: 'fatalities',
      },
    ],
    [
      'crss deaths kp 2024',
      {
        intent: 'casualties',
        period: YEAR,
        place: 'pk/khyber-pakhtunkhwa',
        body: 'crss',
        measure: 'fatalities',
      },
    ],
    [
      'how many soldiers died in bannu in november 2024?',
      {
        intent: 'casualties',
        period: NOVEMBER,
        place: 'pk/khyber-pakhtunkhwa/bannu',
        victims: 'security-forces',
        measure: 'fatalities',
      },
    ],
    ['Q3 2024 wounded', { intent: 'casualties', period: '2024-07-01..2024-09-30', measure: 'injuries' }],
    ['nov 2024 policemen', { intent: 'casualties', period: NOVEMBER, victims: 'security-forces' }],
    ['first ten months of 2024', { intent: 'casualties', period: '2024-01-01..2024-10-31' }],
    ['casualties last month', { intent: 'casualties', period: '2025-02-01..2025-02-28', measure: HARM }],
    [
      'how many militants were killed acc to picss',
      { intent: 'casualties', body: 'picss', victims: 'militants', measure: 'fatalities' },
    ],
    [
      'Center for Research and Security Studies 2024 civilians',
      { intent: 'casualties', period: YEAR, body: 'crss', victims: 'civilians' },
    ],
    [
      'how many attacks in balochistan 2024',
      { intent: 'casualties', period: YEAR, place: 'pk/balochistan', measure: 'incidents' },
    ],
    [
      'kidnapped in sindh 2024',
      { intent: 'casualties', period: YEAR, place: 'pk/sindh', measure: 'abductions' },
    ],
    [
      'what happened in quetta on 12 may',
      { intent: 'incident', period: '2024-05-12..2024-05-12', place: 'pk/balochistan/quetta' },
    ],
    [
      'quetta blast death toll',
      { intent: 'incident', place: 'pk/balochistan/quetta', measure: 'fatalities' },
    ],
    [
      'Quetta’s fruit market bombing',
      { intent: 'incident', place: 'pk/balochistan/quetta', rest: 'fruit market' },
    ],
    ['quetta', { intent: 'incident', place: 'pk/balochistan/quetta' }],
    [
      'quetta shuhada',
      {
        intent: 'casualties',
        place: 'pk/balochistan/quetta',
        victims: 'civilians+security-forces',
        measure: 'fatalities',
      },
    ],
    ['attacks by bla', { intent: 'group', actor: 'bla' }],
    [
      'how many killed by the BLA in 2024',
      { intent: 'casualties', period: YEAR, actor: 'bla', measure: 'fatalities' },
    ],
    ['compare pips and crss 2024', { intent: 'compare', period: YEAR, body: 'pips crss' }],
    [
      'kp vs balochistan 2024',
      { intent: 'compare', period: YEAR, place: 'pk/khyber-pakhtunkhwa pk/balochistan' },
    ],
    ['disaster authority', { intent: 'search', rest: 'disaster authority' }],
    [
      'police killed in tank',
      {
        intent: 'casualties',
        place: 'pk/khyber-pakhtunkhwa/tank',
        victims: 'security-forces',
        measure: 'fatalities',
      },
    ],
    [
      'killed in quetta according to police',
      { intent: 'casualties', place: 'pk/balochistan/quetta', body: 'police', measure: 'fatalities' },
    ],
  ])('%s', ([question, read]) => expect(understood(question)).toEqual(read));
});

describe('periods of one question', () => {
  test.for<[question: string, periods: string]>([
    ['compare q1 and q3 2024', '2024-01-01..2024-03-31 2024-07-01..2024-09-30'],
    ['january vs february 2024', '2024-01-01..2024-01-31 2024-02-01..2024-02-29'],
    ['august 2024 vs january', '2024-08-01..2024-08-31 2024-01-01..2024-01-31'],
    ['killed in 2023 or 2024', '2023-01-01..2023-12-31 2024-01-01..2024-12-31'],
    ['9 nov 2024, november 2024', '2024-11-09..2024-11-09'],
    ['november 2024 against 2024', '2024-11-01..2024-11-30 2024-01-01..2024-12-31'],
    ['2024 2024 2024', YEAR],
    ['casualties 1850', '1850-01-01..1850-12-31'],
    ['were 1612 killed in 2024', YEAR],
  ])('%s', ([question, periods]) => expect(understood(question).period).toBe(periods));
});

describe('what is asked for besides', () => {
  test('is a kind of event', () => {
    expect(plan('killed in militant attacks 2024').operations).toBe('militant-attacks');
    expect(plan('militants killed in operations 2024').operations).toBe('security-operations');
    expect(plan('how many attacks in 2024').operations).toBe('militant-attacks');
    expect(plan('how many incidents in 2024').operations).toBeNull();
    expect(plan('killed in attacks 2024').operations).toBeNull();
  });

  test('are people narrower than a class', () => {
    expect(plan('drivers and women killed in quetta')).toMatchObject({
      people: ['driver', 'woman'],
      peopleWords: ['drivers', 'women'],
      victims: null,
    });
  });

  test('are numbers, but not those of its periods', () => {
    expect(plan('is it 11, 14 or 2,546 in november 2024').numbers).toEqual([11, 14, 2546]);
  });

  test('is a flood, the newest, or who did it', () => {
    expect(plan('flood deaths bannu').security).toBe(false);
    expect(plan('latest attack')).toMatchObject({ latest: true, intent: 'incident' });
    expect(plan('last attack in quetta')).toMatchObject({ latest: true, intent: 'incident' });
    expect(plan('casualties last month').latest).toBe(false);
    expect(plan('who claimed the quetta blast')).toMatchObject({ attribution: true, intent: 'incident' });
  });
});

describe('a place', () => {
  test('that is several is the one the articles speak of, and the other is named', () => {
    const { places, choices } = plan('bara attack');
    expect(places).toEqual(['sd/north-kordofan/bara']);
    expect(choices).toEqual([]);
  });

  test('beside the place that contains it is that one, whatever the articles speak of', () => {
    expect(plan('khyber district bara casualties').places).toEqual(['pk/khyber-pakhtunkhwa/khyber/bara']);
    expect(plan('bara, north kordofan').places).toEqual(['sd/north-kordofan/bara']);
  });

  test('that nothing is known of is the larger one, and the other is named', () => {
    const { places, choices } = plan('deaths in punjab 2024');
    expect(places).toEqual(['pk/punjab']);
    expect(choices).toEqual([{ typed: 'punjab', taken: 'pk/punjab', others: ['in/punjab'] }]);
  });

  test('with a place it does not lie in stays beside it', () => {
    const { places, together } = plan('bannu quetta killed');
    expect(places).toEqual(['pk/khyber-pakhtunkhwa/bannu', 'pk/balochistan/quetta']);
    expect(together).toBe(false);
    expect(plan('killed in bannu and quetta').together).toBe(true);
  });

  test('whose name is a common word is none where that word is meant', () => {
    expect(plan('most people killed in 2024').places).toEqual([]);
    expect(plan('water tank explosion').places).toEqual([]);
    expect(plan('tank attack').places).toEqual(['pk/khyber-pakhtunkhwa/tank']);
  });
});

describe('two days with their years', () => {
  test.for<[question: string, read: string[]]>([
    ['deaths 21 november 2024 to 17 january 2025', ['2024-11-21..2025-01-17']],
    ['killed between 21 nov 2023 and 17 jan 2025', ['2023-11-21..2025-01-17']],
    ['killed 2024-05-01 - 2024-06-15', ['2024-05-01..2024-06-15']],
    ['compare 21 nov 2023 and 17 jan 2025', ['2023-11-21..2023-11-21', '2025-01-17..2025-01-17']],
    ['compare 17 jan 2025 to 21 nov 2023', ['2025-01-17..2025-01-17', '2023-11-21..2023-11-21']],
  ])('“%s” is about %j', ([question, read]) =>
    expect(plan(question).periods.map(({ period }) => `${period.from}..${period.to}`)).toEqual(read));
});

describe('a period without its year', () => {
  test.for<[question: string, read: string]>([
    ['quetta blast on 12 may', '2024-05-12'],
    ['what happened in quetta in may', '2024-05-01..2024-05-31'],
    ['deaths november', '2024-11-01..2024-11-30'],
  ])('“%s” is of the latest year that the articles tell of', ([question, read]) => {
    const [from, to = from] = read.split('..');
    expect(plan(question).periods[0]?.period).toEqual({ from, to });
  });

  test('is said to be of that year where it is not the last one', () => {
    const later = corpus(everything)('2027-03-01T12:00:00Z');
    const result = parseQuestion('what happened in queta on 12 may', later);
    expect(result.ok && result.value.years).toEqual([
      { typed: '12 may', period: { from: '2024-05-12', to: '2024-05-12' } },
    ]);
  });

  test.for([
    'quetta 12 may 2025',
    'killed last november',
    'quetta on 3 january',
    'deaths since november',
  ])('stays as it is in “%s”', question => expect(plan(question).years).toEqual([]));
});

describe('a typo', () => {
  test.for<[question: string, typed: string, read: string]>([
    ['Queta', 'Queta', 'Quetta'],
    ['quetta blast death tol', 'tol', 'toll'],
    ['quetta kiled 2024', 'kiled', 'killed'],
    ['balochistn 2024 deaths', 'balochistn', 'Balochistan'],
    ['deaths novembr 2024', 'novembr', 'november'],
  ])('%s: “%s” is read as “%s”, and said so', ([question, typed, read]) => {
    expect(plan(question).corrections).toEqual([{ typed, read }]);
  });

  test.for([
    'how many died',
    'what happened to the people of quetta',
    'fruit market',
    'who did it and why',
    'is it safe in quetta',
  ])('is not seen in “%s”', question => expect(plan(question).corrections).toEqual([]));

  test('in a month is mended before the period is read', () => {
    expect(understood('deaths novembr 2024')).toMatchObject({ period: NOVEMBER });
  });
});

test.for(['32 nov', '2024-13-01', 'deaths on 30 february 2024'])('“%s” is refused in one line', words => {
  const result = parseQuestion(words, services);
  expect(result.ok).toBe(false);
  expect(result.ok ? '' : result.error.message).toMatch(/^There is no such date as “.+”\.$/);
});

test('a command fixes what is wanted', () => {
  expect(plan('quetta', 'casualties').intent).toBe('casualties');
  expect(plan('2024', 'incident').intent).toBe('incident');
});
