import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../src/core/figure.ts';
import type { Report } from '../../../src/core/incident.ts';
import { periodsOverlap, within } from '../../../src/core/period.ts';
import { placeWithin } from '../../../src/core/place.ts';
import type { AsOf, Reading, Store } from '../../../src/store/ports.ts';
import { filter, moment, readings } from '../arbitrary.ts';
import { keep } from '../keep.ts';
import { LATE } from '../made-up.ts';
import { ids } from './fresh.ts';

export const lawsContract = (open: () => Store): void => {
  describe('laws', () => {
    const everything = (store: Store, at: AsOf) => ({
      articles: store.articles(at, 100).map(one => ({ one, sentences: store.sentences(one.id, at) })),
      figures: store.figures({ asOf: at }),
      others: store.figures({ asOf: at, security: false }),
      reports: store.reports({ asOf: at }),
      counts: store.counts(at),
    });

    /** Runs a check on a store of its own; closed at once, so that a long run holds only one. */
    const on = (holding: readonly (readonly Reading[])[], check: (store: Store) => void): void => {
      const store = open();
      try {
        for (const landing of holding) keep(store, landing);
        check(store);
      } finally {
        store.close();
      }
    };

    test('what has landed is read back, field for field', () => {
      fc.assert(
        fc.property(readings, list =>
          on([list], store => {
            for (const one of list) {
              expect(store.article(one.article.id, LATE)).toEqual(one.article);
              expect(store.sentences(one.article.id, LATE)).toEqual(one.sentences);
              for (const fact of one.figures) expect(store.figure(fact.id, LATE)).toEqual(fact);
              const reports = store.reports({ asOf: LATE, article: one.article.id });
              expect(new Set(reports)).toEqual(new Set(one.reports));
            }
          }),
        ),
        { numRuns: 40 },
      );
    });

    test('the order of landing changes nothing that is read, and landing twice changes nothing', () => {
      const shuffled = readings.chain(list =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      );
      fc.assert(
        fc.property(shuffled, moment, ([list, other], at) => {
          const seen: unknown[] = [];
          const look = (store: Store) => seen.push(everything(store, at));
          on([list], look);
          on(
            other.map(one => [one]),
            look,
          );
          on([other, list, other], look);
          expect(seen[1]).toEqual(seen[0]);
          expect(seen[2]).toEqual(seen[0]);
        }),
        { numRuns: 40 },
      );
    });

    test('a filter finds exactly the figures and reports that every given field admits', () => {
      fc.assert(
        fc.property(readings, filter, (list, by) =>
          on([list], store => {
            const period = (fact: Figure | Report) => fact.period?.value ?? null;
            const both = (fact: Figure | Report) =>
              (by.article === undefined || fact.article === by.article) &&
              (by.place === undefined || (fact.place !== null && placeWithin(fact.place.value, by.place))) &&
              (by.overlapping === undefined ||
                (fact.period !== null && periodsOverlap(fact.period.value, by.overlapping)));
            const figures = list
              .flatMap(one => one.figures)
              .filter(both)
              .filter(fact => {
                const of = period(fact);
                return (
                  fact.security === (by.security ?? true) &&
                  (by.within === undefined || (of !== null && within(of, by.within))) &&
                  (by.bodies === undefined || (fact.body !== null && by.bodies.includes(fact.body.value))) &&
                  (by.actor === undefined || fact.actor === by.actor) &&
                  (by.measures === undefined || by.measures.includes(fact.measure)) &&
                  (by.scope === undefined || fact.scope === by.scope)
                );
              });
            const reports = list
              .flatMap(one => one.reports)
              .filter(both)
              .filter(fact => by.actor === undefined || fact.actors.some(({ actor }) => actor === by.actor));
            expect(new Set(ids(store.figures({ asOf: LATE, ...by })))).toEqual(new Set(ids(figures)));
            const { overlapping, place, actor, article: of } = by;
            const narrowed = {
              asOf: LATE,
              ...(overlapping && { overlapping }),
              ...(place && { place }),
              ...(actor && { actor }),
              ...(of && { article: of }),
            };
            expect(new Set(ids(store.reports(narrowed)))).toEqual(new Set(ids(reports)));
          }),
        ),
        { numRuns: 60 },
      );
    });

    test('what exists at a moment is what is read at it', () => {
      fc.assert(
        fc.property(readings, moment, (list, at) =>
          on([list], store => {
            const there = list.map(one => one.article.id).filter(id => store.article(id, at) !== null);
            expect(store.existing(at).toSorted()).toEqual(there.toSorted());
            for (const { article } of list)
              expect(store.exists(article.id, at)).toBe(there.includes(article.id));
          }),
        ),
        { numRuns: 40 },
      );
    });

    test('what tells of a place is counted as it would be read, each kind as far as somebody asks', () => {
      fc.assert(
        fc.property(readings, filter, moment, fc.integer({ min: 1, max: 4 }), (list, by, at, most) =>
          on([list], store => {
            const { place = 'pk', overlapping } = by;
            const narrowed = { asOf: at, place, ...(overlapping && { overlapping }) };
            const counts = [
              store.reports(narrowed),
              store.figures(narrowed),
              store.figures({ ...narrowed, security: false }),
            ].map(({ length }) => Math.min(most, length));
            expect(store.telling({ ...narrowed, most })).toBe(counts.reduce((sum, one) => sum + one, 0));
          }),
        ),
        { numRuns: 60 },
      );
    });
  });
};
