import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IncidentView } from '../../../src/query/incidents/incident.ts';
import { mergeReports } from '../../../src/query/incidents/merge.ts';
import type { ReportView } from '../../../src/query/incidents/view.ts';
import { figure, type LooseReport, report } from '../../made-up/figures.ts';

const groups = (incidents: readonly IncidentView[]): string[] =>
  incidents
    .map(({ views }) =>
      views
        .map(view => view.report.id)
        .sort()
        .join(' '),
    )
    .sort();

const together = (a: Omit<LooseReport, 'article'>, b: Omit<LooseReport, 'article'>): boolean =>
  mergeReports([report({ article: 'a', ...a }), report({ article: 'b', ...b })]).length === 1;

const KURRAM = 'pk/khyber-pakhtunkhwa/kurram';
const WIRE =
  'Gunmen opened fire on a van near the old bridge on Friday morning and killed four labourers, officials in the town said.';

describe('two articles tell of one incident', () => {
  test.for<[claim: string, a: Omit<LooseReport, 'article'>, b: Omit<LooseReport, 'article'>]>([
    ['when place, day and type are the same', { killed: 10 }, { killed: 26 }],
    ['when one calls the bombing a suicide bombing', { type: 'suicide-bombing' }, {}],
    [
      'when one places it in the district, the other in the town',
      { type: 'ambush', place: KURRAM },
      { type: 'ambush', place: `${KURRAM}/bagan` },
    ],
    ['when one says attack, the other bombing', { type: 'armed-attack' }, {}],
    [
      'when the same group claims it, whatever it is called',
      { type: 'shooting', actor: 'bla' },
      { actor: 'bla' },
    ],
    [
      'when one recalls it by month and has its toll',
      { killed: 9 },
      { day: '2024-05', killed: 9, background: true },
    ],
    [
      'when one recalls it by month and names its site',
      { site: 'cattle market', killed: 9 },
      { day: '2024-05', site: 'the market', background: true },
    ],
    [
      'when one is a copy of the other, dated or not',
      { day: null, passage: WIRE },
      { day: null, passage: WIRE },
    ],
  ])('%s', ([, a, b]) => expect(together(a, b)).toBe(true));
});

/** As a report that names no day bears that of its print. */
const undatedOn = (day: string, loose: Omit<LooseReport, 'article' | 'day'>, article = 'b'): ReportView => {
  const view = report({ article, day, published: day, ...loose });
  const period = view.report.period === null ? null : { ...view.report.period, basis: 'assumed' as const };
  return { ...view, report: { ...view.report, period } };
};

describe('a report that names no day and was printed the day after', () => {
  const first = report({ article: 'a', site: 'fruit market', actor: 'bla', killed: 9 });
  test.for<[claim: string, loose: Omit<LooseReport, 'article' | 'day'>, incidents: number]>([
    ['is of the incident of the same site and toll', { site: 'the fruit market', killed: 9 }, 1],
    ['is of the incident of the same site and group', { site: 'fruit market', actor: 'bla', killed: 12 }, 1],
    ['is of another one at another site', { site: 'railway station', actor: 'bla', killed: 9 }, 2],
    ['is of another one when the site alone is the same', { site: 'fruit market', killed: 3 }, 2],
    ['is of another one when the group alone is the same', { actor: 'bla', killed: 3 }, 2],
  ])('%s', ([, loose, incidents]) => {
    expect(mergeReports([first, undatedOn('2024-05-13', loose)])).toHaveLength(incidents);
  });

  test('is of it although it has no day at all, when it takes the toll back and names the site', () => {
    const older = figure({ number: 9, scope: 'incident', article: 'b', standing: 'superseded' });
    const newer = figure({ number: 7, scope: 'incident', article: 'b' });
    const lowered = report({
      article: 'b',
      published: '2024-05-14',
      day: null,
      site: 'market',
      figures: [newer, older],
    });
    expect(mergeReports([first, lowered])).toHaveLength(1);
    expect(mergeReports([first, { ...lowered, published: null }])).toHaveLength(2);
  });

  test('is of another one after a week', () => {
    const late = undatedOn('2024-05-19', { site: 'fruit market', killed: 9 });
    expect(mergeReports([first, late])).toHaveLength(2);
  });
});

describe('two articles tell of two incidents', () => {
  test.for<[claim: string, a: Omit<LooseReport, 'article'>, b: Omit<LooseReport, 'article'>]>([
    ['when the places differ', {}, { place: 'pk/balochistan/pishin' }],
    ['when the days differ', {}, { day: '2024-05-13' }],
    ['when nothing but place and day is the same', { type: 'abduction', killed: 2 }, { killed: 9 }],
    [
      'when the sites and the tolls differ',
      { site: 'railway station', killed: 3 },
      { site: 'polio team', killed: 9 },
    ],
    ['when one has no day', {}, { day: null }],
    ['when neither has a day', { day: null }, { day: null }],
    ['when one has no place', {}, { place: null }],
    [
      'when only a month and a district are the same',
      { killed: 9 },
      { day: '2024-05', killed: 3, background: true },
    ],
    ['when only a day and a province are the same', { killed: 9 }, { place: 'pk/balochistan', killed: 3 }],
  ])('%s', ([, a, b]) => expect(together(a, b)).toBe(false));

  test('when one article keeps them apart', () => {
    const views = [report({ article: 'a', n: 1, killed: 2 }), report({ article: 'a', n: 2, killed: 5 })];
    expect(mergeReports(views)).toHaveLength(2);
  });
});

test('a report that fits two incidents which are not one joins a single one', () => {
  const views = [
    report({ article: 'a', site: 'railway station', killed: 3 }),
    report({ article: 'b', site: 'polio team', killed: 9 }),
    report({ article: 'c', killed: 9 }),
  ];
  expect(groups(mergeReports(views))).toHaveLength(2);
});

describe('people who correct the merging by hand', () => {
  const ids = ['a', 'b'].map(article => report({ article }).report.id);
  const pair: readonly [string, string] = [ids[0] ?? '', ids[1] ?? ''];

  test('take two reports apart, in either order', () => {
    const views = [report({ article: 'a' }), report({ article: 'b' })];
    expect(mergeReports(views, { apart: [pair], together: [] })).toHaveLength(2);
    expect(mergeReports(views, { apart: [[pair[1], pair[0]]], together: [] })).toHaveLength(2);
  });

  test('leave a third report to the one it fits', () => {
    const views = [report({ article: 'a' }), report({ article: 'b' }), report({ article: 'c' })];
    expect(groups(mergeReports(views, { apart: [pair], together: [] }))).toHaveLength(2);
  });

  test('set together what differs in place and day, and it is said so', () => {
    const views = [report({ article: 'a' }), report({ article: 'b', day: null, place: 'sd/north-kordofan' })];
    const [one, ...others] = mergeReports(views, { apart: [], together: [pair] });
    expect(others).toEqual([]);
    expect(one?.incident.merges).toEqual([expect.stringContaining('set together by hand')]);
  });

  test('change nothing with reports that are not there', () => {
    const views = [report({ article: 'a' }), report({ article: 'b' })];
    const orders = { apart: [['x', 'y'] as const], together: [['x', 'a'] as const] };
    expect(mergeReports(views, orders)).toEqual(mergeReports(views));
  });
});

test('a merge says in words why', () => {
  const [incident] = mergeReports([report({ article: 'a' }), report({ article: 'b' })]);
  expect(incident?.incident.merges).toEqual(['b and a: same place, dates overlap, types of incident fit']);
});

test('a toll is the range of what is reported, and its best is the newest', () => {
  const [incident] = mergeReports([
    report({ article: 'a', published: '2024-05-12', killed: '14+' }),
    report({ article: 'b', published: '2024-05-13', killed: 26 }),
    report({ article: 'c', published: '2024-05-15', killed: 24 }),
    report({ article: 'd', published: '2024-06-30', killed: 26, background: true }),
  ]);
  expect(incident?.incident.fatalities).toMatchObject({ low: 14, best: 24, high: 26 });
});

test('an explicit zero is a toll, silence is none', () => {
  const [zero] = mergeReports([report({ article: 'a', killed: 0 })]);
  const [silent] = mergeReports([report({ article: 'a' })]);
  expect(zero?.incident.fatalities).toMatchObject({ low: 0, best: 0, high: 0 });
  expect(silent?.incident.fatalities).toBeNull();
});

const anyReports: fc.Arbitrary<ReportView[]> = fc
  .array(
    fc.record({
      type: fc.constantFrom(
        'bombing' as const,
        'shooting' as const,
        'armed-attack' as const,
        'abduction' as const,
      ),
      day: fc.constantFrom('2024-05-12', '2024-05-13', '2024-05', null),
      place: fc.constantFrom(KURRAM, `${KURRAM}/bagan`, 'pk/khyber-pakhtunkhwa', null),
      site: fc.constantFrom('convoy', 'relief convoy', 'market', null),
      killed: fc.constantFrom(0, 3, 9, undefined),
      published: fc.constantFrom('2024-05-13', '2024-05-14', null),
      background: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map(list =>
    list.map(({ killed, ...loose }, i) =>
      report({ article: `article-${i}`, ...loose, ...(killed === undefined ? {} : { killed }) }),
    ),
  );

test('the order in which reports come changes nothing', () => {
  fc.assert(
    fc.property(
      anyReports.chain(views =>
        fc.tuple(fc.constant(views), fc.shuffledSubarray(views, { minLength: views.length })),
      ),
      ([views, shuffled]) => {
        expect(mergeReports(shuffled)).toEqual(mergeReports(views));
      },
    ),
  );
});

test('every report goes into exactly one incident', () => {
  fc.assert(
    fc.property(anyReports, views => {
      const ids = mergeReports(views).flatMap(each => each.views.map(view => view.report.id));
      expect(ids.sort()).toEqual(views.map(view => view.report.id).sort());
    }),
  );
});
