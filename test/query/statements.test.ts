import { expect, test } from 'vitest';
import { stated } from '../../src/query/asked-incidents.ts';
import { mergeReports } from '../../src/query/incidents/merge.ts';
import { type Statement, statementsOf } from '../../src/query/statements.ts';
import { figure, type Loose, report } from '../made-up/figures.ts';

const DAY = '2024-05-12';
const PLACE = 'pk/balochistan/quetta';

const told = (
  articles: Record<string, { published: string; figures: Loose[]; background?: boolean }>,
): Statement[] => {
  const views = Object.entries(articles).map(([article, { published, figures, background = false }]) =>
    report({
      article,
      published,
      background,
      figures: figures.map(loose =>
        figure({ article, scope: 'incident', period: DAY, place: PLACE, ...loose }),
      ),
    }),
  );
  const [incident] = mergeReports(views);
  if (incident === undefined) throw new Error('no incident');
  expect(incident.views).toHaveLength(views.length);
  return statementsOf(incident, body => body === 'picss');
};

const current = (statements: readonly Statement[]): (number | null)[] =>
  statements.filter(each => each.current).map(each => each.figure.quantity.low);

test('a newer toll replaces an older one', () => {
  const statements = told({
    a: { published: '2024-05-12', figures: [{ number: 14, body: 'hospital' }] },
    b: { published: '2024-05-13', figures: [{ number: 11, body: 'police' }] },
  });
  expect(current(statements)).toEqual([11]);
});

test('an older toll that the newer one repeats still stands', () => {
  const statements = told({
    a: { published: '2024-05-12', figures: [{ number: 11, body: 'hospital' }] },
    b: { published: '2024-05-13', figures: [{ number: 11, body: 'police' }] },
  });
  expect(current(statements)).toEqual([11, 11]);
});

test('two offices that differ in the newest article both stand', () => {
  const statements = told({
    a: { published: '2024-05-12', figures: [{ number: 1 }] },
    b: {
      published: '2024-05-13',
      figures: [
        { number: 10, body: 'hospital' },
        { number: 8, body: 'police' },
      ],
    },
  });
  expect(current(statements)).toEqual([10, 8]);
});

test('a number that another article of the same day withdraws no longer stands', () => {
  const statements = told({
    a: { published: '2024-05-13', figures: [{ number: 5, body: 'police' }] },
    b: { published: '2024-05-13', figures: [{ number: 10 }, { number: 5, standing: 'superseded' }] },
  });
  expect(current(statements)).toEqual([10]);
});

test('a later article that only recalls the incident replaces nothing', () => {
  const statements = told({
    a: { published: '2024-05-12', figures: [{ number: 11 }] },
    b: { published: '2024-09-01', background: true, figures: [{ number: 12, standing: 'background' }] },
  });
  expect(current(statements)).toContain(11);
});

test('the first soldier counted is history once everyone is counted', () => {
  const statements = told({
    a: { published: '2024-05-12', figures: [{ number: 1, victims: ['security-forces'] }] },
    b: { published: '2024-05-13', figures: [{ number: 10 }] },
  });
  expect(current(statements)).toEqual([10]);
});

test("a monitor's count of one class is some of the dead, not the toll", () => {
  const [only] = told({
    a: { published: '2024-05-22', figures: [{ number: 14, victims: ['security-forces'], body: 'picss' }] },
  });
  expect(only?.role).toBe('part');
});

test('of a toll and its parts the toll is stated', () => {
  const whole = figure({ number: 10, scope: 'incident', period: DAY, place: PLACE, article: 'a' });
  const part = figure({
    number: 6,
    scope: 'incident',
    period: DAY,
    place: PLACE,
    article: 'a',
    partOf: whole.id,
    victims: ['civilians'],
  });
  const [incident] = mergeReports([report({ article: 'a', figures: [whole, part] })]);
  const statements = incident === undefined ? [] : statementsOf(incident, () => false);
  expect(stated(statements).map(each => each.figure.id)).toEqual([whole.id]);
  expect(stated(statements, true)).toHaveLength(2);
});

test('a larger count of some is no part of a smaller count of everyone', () => {
  const statements = told({
    a: {
      published: '2024-05-12',
      figures: [
        { number: 6, victims: ['civilians'], body: 'police' },
        { number: 2, body: 'hospital' },
      ],
    },
  });
  expect(stated(statements).map(each => each.figure.quantity.low)).toEqual([6, 2]);
});
