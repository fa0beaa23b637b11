import { describe, expect, test } from 'vitest';
import { type ComposeRequest, createDigestComposer } from '../../src/answer/digest/composer.ts';
import { blast, chronicle, count, type Happened, MONDAY, TUESDAY } from '../made-up/days.ts';

const NIGHT = '2024-05-13T22:00:00.000Z';

const REQUEST: ComposeRequest = {
  subscription: { filters: { places: [], groups: [], minToll: null }, zone: 'Asia/Karachi' },
  since: MONDAY,
  until: TUESDAY,
  late: 'no',
  test: false,
};

const digest = (happened: readonly Happened[], request: Partial<ComposeRequest> = {}) =>
  createDigestComposer(chronicle(...happened))({ ...REQUEST, ...request });

/** The lines before the sources. */
const lines = ({ answer }: ReturnType<typeof digest>): readonly string[] =>
  (answer.text.split('\n\nSources\n')[0] ?? '').split('\n').filter(line => line !== '');

const NEWS: readonly Happened[] = [
  [MONDAY, blast({ id: 'a', killed: 3 })],
  [MONDAY, count('old', 60)],
  [MONDAY, blast({ id: 'c', killed: 2, place: 'pk/sindh/karachi', published: '2024-05-12' })],
  [NIGHT, blast({ id: 'b', killed: 5, published: '2024-05-14', body: 'hospital' })],
  [NIGHT, blast({ id: 'd', killed: 12, place: 'pk/khyber-pakhtunkhwa/bannu' })],
  [NIGHT, count('new', 75, { body: 'crss' })],
  [NIGHT, { withdraw: 'c' }],
];

test('a digest tells what changed, by kind and by province, each figure cited', () => {
  const told = digest(NEWS);
  expect(told.empty).toBe(false);
  expect(told.answer.title).toBe('Digest, 14 May 2024, 13:00 (Asia/Karachi)');
  expect(lines(told)).toEqual([
    'Since 13 May 2024, 13:00 (Asia/Karachi): 1 new incident, 1 number revised, 1 withdrawal, 1 disagreement and 1 new count over a period.',
    'New incidents: Khyber Pakhtunkhwa, Pakistan',
    '- Bombing, Bannu, Khyber Pakhtunkhwa, Pakistan, 12 May 2024: killed: 12 [1]',
    'Revised',
    '- Bombing, Quetta, Balochistan, Pakistan, 12 May 2024: killed 3 (police, 13 May 2024 [2]) → 5 (hospital, 14 May 2024 [3]), range of reported figures 3 to 5',
    'Withdrawn',
    '- “In c a bomb went off and killed 2 people, a made-up officer said.” (Made-up Times, 12 May 2024) was withdrawn: the paper took it back. It said: 2 people killed · police · 12 May 2024 · Karachi, Sindh, Pakistan [4]',
    'How sources stand to each other',
    '≠ disagree: April 2024, Pakistan: CRSS 75 (“75 people killed”) [5] and PICSS 60 (“60 people killed”) [6] count the same and differ.',
    'New counts over a period',
    '- 75 people killed in militant attacks · CRSS · April 2024 · Pakistan [5]',
    'You can ask',
    '- /incident Bannu 12 May 2024 (bombing, market, Bannu, 12 May 2024)',
    '- /incident Quetta 12 May 2024 (bombing, market, Quetta, 12 May 2024)',
  ]);
});

test('every citation quotes its article as it read at its end of the stretch', () => {
  const { answer } = digest([
    [MONDAY, blast({ id: 'a', killed: 3 })],
    [NIGHT, blast({ id: 'a', killed: 6 })],
  ]);
  expect(answer.citations.map(({ n, article, quote }) => [n, article, quote])).toEqual([
    [1, 'a', 'killed 3 people'],
    [2, 'a', 'killed 6 people'],
  ]);
  expect(answer.figures.map(({ low, citation }) => [low, citation])).toEqual([[6, 2]]);
});

test('a sentence that reads the same at both ends has one number', () => {
  const { answer } = digest([
    [MONDAY, count('a', 60)],
    [NIGHT, count('b', 75, { published: '2024-05-14' })],
    [NIGHT, count('c', 61, { body: 'crss' })],
  ]);
  expect(answer.citations.map(({ article }) => article).toSorted()).toEqual(['a', 'b', 'c']);
});

describe('a day without news', () => {
  const QUIET: readonly Happened[] = [[MONDAY, blast({ id: 'a', killed: 3 })]];

  test('is one line', () => {
    const told = digest(QUIET);
    expect([told.empty, told.answer.text]).toEqual([
      true,
      'Nothing new since 13 May 2024, 13:00 (Asia/Karachi).',
    ]);
  });

  test('for an address that wants something else, too', () => {
    const filters = { places: ['sd'], groups: [], minToll: null };
    expect(digest(NEWS, { subscription: { filters, zone: 'UTC' } }).answer.text).toBe(
      'Nothing new since 13 May 2024, 08:00 UTC.',
    );
  });
});

test.for<[claim: string, request: Partial<ComposeRequest>, first: string]>([
  [
    'a test says so first',
    { test: true },
    '· note: This is a test. It says what is new at this moment; the next digest says it again.',
  ],
  [
    'a late one says so first',
    { late: 'late' },
    '· note: This digest comes late. It tells what was known on 14 May 2024, 13:00 (Asia/Karachi).',
  ],
  [
    'the first of an address looks back a day',
    { since: null },
    'Since 13 May 2024, 13:00 (Asia/Karachi): 1 new incident, 1 number revised, 1 withdrawal, 1 disagreement and 1 new count over a period.',
  ],
])('%s', ([, request, first]) => {
  expect(lines(digest(NEWS, request))[0]).toBe(first);
});

test('a digest that is narrowed says to what', () => {
  const filters = { places: ['pk/khyber-pakhtunkhwa'], groups: [], minToll: 10 };
  expect(lines(digest(NEWS, { subscription: { filters, zone: 'UTC' } })).slice(0, 4)).toEqual([
    'Since 13 May 2024, 08:00 UTC: 1 new incident.',
    'Only Khyber Pakhtunkhwa, Pakistan; incidents with 10 or more reported killed.',
    'New incidents: Khyber Pakhtunkhwa, Pakistan',
    '- Bombing, Bannu, Khyber Pakhtunkhwa, Pakistan, 12 May 2024: killed: 12 [1]',
  ]);
});

test('the same request gives the same digest, byte for byte', () => {
  expect(JSON.stringify(digest(NEWS))).toBe(JSON.stringify(digest(NEWS)));
});

test('however many addresses ask for a stretch, what changed in it is looked up once', () => {
  const services = chronicle(...NEWS);
  let looks = 0;
  const compose = createDigestComposer({
    ...services,
    store: {
      ...services.store,
      changed: (after, until) => {
        looks++;
        return services.store.changed(after, until);
      },
    },
  });
  compose(REQUEST);
  const first = looks;
  const places = ['pk/balochistan', 'pk/sindh', 'pk/khyber-pakhtunkhwa'];
  for (const place of places)
    compose({
      ...REQUEST,
      subscription: { filters: { places: [place], groups: [], minToll: null }, zone: 'UTC' },
    });
  expect([first > 0, looks - first]).toEqual([true, 0]);
});
