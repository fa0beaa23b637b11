import type { Figure } from '../core/figure.ts';
import { compareFigures } from './compare.ts';
import type { Plan } from './plan.ts';
import type { Services } from './services.ts';

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
  const stated = figures
    .filter(({ scope, body }) => scope === 'aggregate' && body !== null)
    .map(figure => ({ figure, published: store.article(figure.article, asOf)?.published ?? null }));
  const older = new Set<string>();
  for (const [i, a] of stated.entries())
    for (const b of stated.slice(i + 1)) {
      if (a.figure.article === b.figure.article || a.figure.body?.value !== b.figure.body?.value) continue;
      const result = compareFigures(a, b);
      if (result.kind === 'revision') older.add(result.older.figure.id);
    }
  return older;
};
