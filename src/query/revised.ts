import type { Figure } from '../core/figure.ts';
import { compareFigures } from './compare.ts';
import type { Plan } from './plan.ts';
import type { Services } from './services.ts';

/** What two counts of one body must have in common to be compared at all: the rest is left to the comparison. */
const scopeOf = ({ measure, body, place, period }: Figure): string =>
  [measure, body?.value, place?.value, period?.value.from, period?.value.to].join('|');

/**
 * Counts that their own body has since replaced: the same scope, another number, in a later article. They stay in the
 * history and are not the answer any more.
 * @returns the ids of the older ones
 */
export const revisedCounts = (
  figures: readonly Figure[],
  { asOf }: Plan,
  { store }: Services,
): Set<string> => {
  const counts = figures.filter(({ scope, body }) => scope === 'aggregate' && body !== null);
  const older = new Set<string>();
  for (const group of Map.groupBy(counts, scopeOf).values()) {
    if (new Set(group.map(({ article }) => article)).size < 2) continue;
    const alike = group.map(figure => ({
      figure,
      published: store.article(figure.article, asOf)?.published ?? null,
    }));
    for (const [i, a] of alike.entries())
      for (const b of alike.slice(i + 1)) {
        if (a.figure.article === b.figure.article) continue;
        const result = compareFigures(a, b);
        if (result.kind === 'revision') older.add(result.older.figure.id);
      }
  }
  return older;
};
