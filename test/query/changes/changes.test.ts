import { describe, expect, test } from 'vitest';
import { type Changes, changesIn } from '../../../src/query/changes/changes.ts';
import { isEmpty, narrowChanges, type Wish } from '../../../src/query/changes/narrow.ts';
import {
  blast,
  chronicle,
  count,
  type Happened,
  MONDAY,
  TRAITS,
  TUESDAY,
  WEDNESDAY,
} from '../../made-up/days.ts';
import { gazetteer } from '../../made-up/places.ts';

const NIGHT = '2024-05-13T22:00:00.000Z';
const NEXT = '2024-05-14T12:00:00.000Z';

const changes = (...happened: readonly Happened[]): Changes =>
  changesIn({ after: MONDAY, until: TUESDAY }, chronicle(...happened));

/** "new quetta 3", "quetta killed 3 → 5": all of it in short. */
const told = (found: Changes): readonly string[] => [
  ...found.incidents.map(
    ({ view: { incident } }) => `new ${incident.place?.value.split('/').at(-1)} ${incident.fatalities?.best}`,
  ),
  ...found.revised.flatMap(({ tolls }) =>
    tolls.map(
      ({ field, older, newer }) =>
        `${field} ${older?.toll.best ?? 'none'} → ${newer?.toll.best ?? 'none'} ${newer?.figures[0]?.body?.value ?? ''}`,
    ),
  ),
  ...found.withdrawn.map(({ article, reason }) => `withdrawn ${article.id}: ${reason}`),
  ...found.gone.map(({ older, newer }) => `gone ${older.quantity.low} → ${newer?.quantity.low ?? 'nothing'}`),
  ...found.counts.map(({ body, quantity }) => `count ${body?.value} ${quantity.low}`),
  ...found.recounts.map(({ older, newer }) => `recount ${older.quantity.low} → ${newer.quantity.low}`),
  ...found.pairs.map(({ kind, a, b }) => `${kind} ${[a.body?.value, b.body?.value].sort().join(' ')}`),
];

describe('between Monday and Tuesday', () => {
  test.for<[claim: string, happened: readonly Happened[], told: readonly string[]]>([
    ['what was known before is no news', [[MONDAY, blast({ id: 'a', killed: 3 })]], []],
    ['an incident that came in is new', [[NIGHT, blast({ id: 'a', killed: 3 })]], ['new quetta 3']],
    [
      'an old happening of which nobody knew is new',
      [[NIGHT, blast({ id: 'a', killed: 3, day: '2024-04-02', published: '2024-05-12' })]],
      ['new quetta 3'],
    ],
    [
      'old news is none',
      [[NIGHT, blast({ id: 'a', killed: 3, published: '2024-05-01', traits: { history: true } })]],
      [],
    ],
    [
      'nor is what was out for days when it came in',
      [[NIGHT, blast({ id: 'a', killed: 3, published: '2024-05-09' })]],
      [],
    ],
    [
      'what is not about security is none',
      [[NIGHT, blast({ id: 'a', killed: 3, traits: { relevant: false } })]],
      [],
    ],
    ['what is only recalled is none', [[NIGHT, blast({ id: 'a', killed: 3, background: true })]], []],
    [
      'two articles of one incident are one',
      [
        [NIGHT, blast({ id: 'a', killed: 3 })],
        [TUESDAY, blast({ id: 'b', killed: 3, body: 'hospital' })],
      ],
      ['new quetta 3', 'agree hospital police'],
    ],
    [
      'a copy is not told once more',
      [
        [MONDAY, blast({ id: 'a', killed: 3 })],
        [NIGHT, blast({ id: 'b', killed: 4, published: '2024-05-14', traits: { copyOf: 'a' } })],
      ],
      [],
    ],
    [
      'a copy of what is not there is told',
      [[NIGHT, blast({ id: 'b', killed: 4, traits: { copyOf: 'a' } })]],
      ['new quetta 4'],
    ],
    [
      'another toll of a known incident revises it',
      [
        [MONDAY, blast({ id: 'a', killed: 3 })],
        [NIGHT, blast({ id: 'b', killed: 5, published: '2024-05-14', body: 'hospital' })],
      ],
      ['fatalities 3 → 5 hospital'],
    ],
    [
      'the same toll again is no news',
      [
        [MONDAY, blast({ id: 'a', killed: 3 })],
        [NIGHT, blast({ id: 'b', killed: 3, published: '2024-05-14' })],
      ],
      [],
    ],
    [
      'a new wording with another toll revises it',
      [
        [MONDAY, blast({ id: 'a', killed: 3 })],
        [NIGHT, blast({ id: 'a', killed: 6 })],
      ],
      ['fatalities 3 → 6 police'],
    ],
    [
      'a new wording of what came in since is no revision',
      [
        ['2024-05-13T12:00:00.000Z', blast({ id: 'a', killed: 3 })],
        [NIGHT, blast({ id: 'a', killed: 6 })],
      ],
      ['new quetta 6'],
    ],
    [
      'an article that is withdrawn is told with the reason',
      [
        [MONDAY, blast({ id: 'a', killed: 3 })],
        [NIGHT, { withdraw: 'a' }],
      ],
      ['withdrawn a: the paper took it back'],
    ],
    [
      'a withdrawal brings the older toll back',
      [
        ['2024-05-13T06:00:00.000Z', blast({ id: 'a', killed: 3, published: '2024-05-12' })],
        [MONDAY, blast({ id: 'b', killed: 9 })],
        [NIGHT, { withdraw: 'b' }],
      ],
      ['fatalities 9 → 3 police', 'withdrawn b: the paper took it back'],
    ],
    [
      'what came and went is not told',
      [
        ['2024-05-13T12:00:00.000Z', blast({ id: 'a', killed: 3 })],
        [NIGHT, { withdraw: 'a' }],
      ],
      [],
    ],
    [
      'what comes later is not told yet',
      [[NEXT, blast({ id: 'a', killed: 3, published: '2024-05-15' })]],
      [],
    ],
    ['a count over a period is new', [[NIGHT, count('a', 60)]], ['count picss 60']],
    [
      'a count that was printed before is not',
      [
        [MONDAY, count('a', 60)],
        [NIGHT, count('b', 60)],
      ],
      [],
    ],
    [
      'a body that counts anew revises itself',
      [
        [MONDAY, count('a', 60)],
        [NIGHT, count('b', 75, { published: '2024-05-14' })],
      ],
      ['recount 60 → 75'],
    ],
    [
      'two bodies that differ disagree',
      [
        [MONDAY, count('a', 60)],
        [NIGHT, count('b', 75, { body: 'crss' })],
      ],
      ['count crss 75', 'disagree crss picss'],
    ],
    [
      'two bodies that say the same agree',
      [
        [MONDAY, count('a', 60)],
        [NIGHT, count('b', 60, { body: 'crss' })],
      ],
      ['count crss 60', 'agree crss picss'],
    ],
    [
      'a new wording that drops a count tells what it prints instead',
      [
        [MONDAY, count('a', 60)],
        [NIGHT, count('a', 66)],
      ],
      ['gone 60 → 66'],
    ],
  ])('%s', ([, happened, expected]) => {
    expect(told(changes(...happened))).toEqual(expected);
  });

  test('day after day, each change is told once', () => {
    const services = chronicle(
      [MONDAY, blast({ id: 'a', killed: 3 })],
      [NIGHT, blast({ id: 'b', killed: 5, published: '2024-05-14' })],
      [NEXT, blast({ id: 'c', killed: 8, published: '2024-05-15' })],
    );
    const days = ['2024-05-12T08:00:00.000Z', MONDAY, TUESDAY, WEDNESDAY, '2024-05-16T08:00:00.000Z'];
    const all = days
      .slice(1)
      .map((until, i) => told(changesIn({ after: days[i] ?? '', until }, services)).join());
    expect(all).toEqual(['new quetta 3', 'fatalities 3 → 5 police', 'fatalities 5 → 8 police', '']);
  });

  test('a moment before an archive came in sees it as of its days of print', () => {
    const services = chronicle(
      [
        '2026-01-01T00:00:00.000Z',
        { ...blast({ id: 'a', killed: 3 }), traits: { ...TRAITS, history: true } },
      ],
      ['2026-01-01T00:00:00.000Z', blast({ id: 'b', killed: 5, published: '2024-05-14' })],
    );
    const on = (day: string, next: string) =>
      told(changesIn({ after: `${day}T23:59:59.000Z`, until: `${next}T23:59:59.000Z` }, services));
    expect(on('2024-05-12', '2024-05-13')).toEqual(['new quetta 3']);
    expect(on('2024-05-13', '2024-05-14')).toEqual(['fatalities 3 → 5 police']);
    expect(on('2024-05-14', '2024-05-15')).toEqual([]);
  });
});

describe('an address hears', () => {
  const everything = changes(
    [NIGHT, blast({ id: 'a', killed: 3, by: 'bla' })],
    [NIGHT, blast({ id: 'b', killed: 12, place: 'pk/khyber-pakhtunkhwa/bannu' })],
    [NIGHT, count('c', 60)],
  );
  const ALL: Wish = { places: [], groups: [], minToll: null };

  test.for<[claim: string, wish: Partial<Wish>, told: readonly string[]]>([
    ['of all where it wishes nothing', {}, ['new bannu 12', 'new quetta 3', 'count picss 60']],
    ['of a province', { places: ['pk/balochistan'] }, ['new quetta 3']],
    ['of a country', { places: ['pk'] }, ['new bannu 12', 'new quetta 3', 'count picss 60']],
    ['of a group', { groups: ['bla'] }, ['new quetta 3']],
    ['of grave incidents, and of counts', { minToll: 10 }, ['new bannu 12', 'count picss 60']],
    ['of nothing elsewhere', { places: ['sd'] }, []],
  ])('%s', ([, wish, expected]) => {
    const narrowed = narrowChanges(everything, { ...ALL, ...wish }, gazetteer);
    expect(told(narrowed).toSorted()).toEqual([...expected].toSorted());
    expect(isEmpty(narrowed)).toBe(expected.length === 0);
  });
});

describe('what was quiet', () => {
  const week = ['2024-05-10', '2024-05-11', '2024-05-12'].map(
    (day, i): Happened => [
      `${day}T10:00:00.000Z`,
      blast({ id: `w${i}`, killed: i + 1, day, published: day, site: `made-up site${i}` }),
    ],
  );
  const elsewhere: Happened = [NIGHT, blast({ id: 'k', killed: 2, place: 'pk/khyber-pakhtunkhwa/bannu' })];

  test.for<[claim: string, happened: readonly Happened[], quiet: readonly string[]]>([
    ['is told where day after day had its news', [...week, elsewhere], ['pk/balochistan']],
    ['is not told where no article came in at all', week, []],
    ['is not told of a place with news', [...week, [NIGHT, blast({ id: 'n', killed: 9 })]], []],
    ['is not told of a place that was seldom heard of', [...week.slice(1), elsewhere], []],
  ])('%s', ([, happened, quiet]) => {
    expect(changes(...happened).quiet).toEqual(quiet);
  });
});
