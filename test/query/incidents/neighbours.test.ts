import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitOf } from '../../../src/query/incidents/fits.ts';
import { createMerging, mergeReports } from '../../../src/query/incidents/merge.ts';
import { createNeighbours } from '../../../src/query/incidents/neighbours.ts';
import type { ReportView } from '../../../src/query/incidents/view.ts';
import { report } from '../../made-up/figures.ts';

const PLACES = [
  'pk',
  'pk/punjab',
  'pk/punjab/lahore',
  'pk/punjab/lahore/mall-road',
  'pk/punjab-east',
  'af',
  null,
];
const DAYS = ['2024-05-12', '2024-05-31', '2024-06-01', '2024-05', '2024', '2023', null];
const PRINTS = ['2024-05-13', '2024-06-02', '2024-06-05', '2025-01-01', null];
const WIRE = 'Gunmen opened fire on a van near the old bridge on Friday morning and killed four labourers.';

/** With few values in each field many meet; some bear the day of their print, as those that name none do. */
const anyReports: fc.Arbitrary<ReportView[]> = fc
  .array(
    fc.record({
      place: fc.constantFrom(...PLACES),
      day: fc.constantFrom(...DAYS),
      published: fc.constantFrom(...PRINTS),
      site: fc.constantFrom('market', null),
      actor: fc.constantFrom('bla', 'ttp'),
      killed: fc.constantFrom(3, 9),
      type: fc.constantFrom('bombing' as const, 'abduction' as const),
      passage: fc.constantFrom(WIRE, 'An account of its own that shares nothing.'),
      assumed: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map(list =>
    list.map(({ assumed, ...loose }, i) => {
      const view = report({ article: `article-${i}`, ...loose });
      const { period } = view.report;
      const basis = assumed ? ('assumed' as const) : ('stated' as const);
      return { ...view, report: { ...view.report, period: period === null ? null : { ...period, basis } } };
    }),
  );

test('every report that tells of the same happening is a neighbour', () => {
  fc.assert(
    fc.property(anyReports, views => {
      const neighbours = createNeighbours();
      for (const view of views) neighbours.add(view);
      for (const view of views)
        for (const other of views)
          if (view !== other && fitOf(view, other) !== null) expect(neighbours.of(view)).toContain(other);
    }),
    { numRuns: 300 },
  );
});

test('a report that was taken out is nobody’s neighbour', () => {
  fc.assert(
    fc.property(anyReports, views => {
      const neighbours = createNeighbours();
      for (const view of views) neighbours.add(view);
      for (const view of views) neighbours.remove(view);
      for (const view of views) expect(neighbours.of(view).size).toBe(0);
    }),
  );
});

const parts = (incidents: ReturnType<typeof mergeReports>): string[] =>
  incidents.map(each => JSON.stringify([each.incident, each.joins])).sort();

test('reports that come and go leave the incidents that those who stay would make at once', () => {
  fc.assert(
    fc.property(
      anyReports,
      fc.array(fc.tuple(fc.nat(11), fc.boolean()), { maxLength: 30 }),
      (views, steps) => {
        const merging = createMerging();
        const there = new Set<ReportView>();
        let incidents = new Set<ReturnType<typeof mergeReports>[number]>();
        for (const [i, settles] of steps) {
          const view = views[i];
          if (view === undefined) continue;
          if (there.delete(view)) merging.remove(view);
          else {
            there.add(view);
            merging.add(view);
          }
          if (!settles) continue;
          const { gone, fresh } = merging.settle();
          incidents = new Set([...incidents, ...fresh].filter(each => !gone.includes(each)));
        }
        const { gone, fresh } = merging.settle();
        incidents = new Set([...incidents, ...fresh].filter(each => !gone.includes(each)));
        expect(parts([...incidents])).toEqual(parts(mergeReports([...there])));
      },
    ),
    { numRuns: 300 },
  );
});
