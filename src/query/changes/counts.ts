import type { Figure } from '../../core/figure.ts';
import { differingField, isEveryone } from '../compare.ts';
import { quantitiesAgree } from '../quantity.ts';
import type { Moment, Services } from '../services.ts';
import { widestFirst } from '../widest-first.ts';
import type { Arrivals } from './arrivals.ts';
import { type Pair, pairOf } from './pairs.ts';

/** A body that gives another number for what it had counted before. */
export interface Recount {
  readonly older: Figure;
  readonly newer: Figure;
}

/** Whether a figure is a body's count of everyone over a period, and no part of another. */
const isCount = (figure: Figure): boolean =>
  figure.scope === 'aggregate' &&
  figure.standing === 'current' &&
  figure.partOf === null &&
  figure.period !== null &&
  figure.body !== null &&
  isEveryone(figure.victims);

const publishedOf = ({ article }: Figure, asOf: Moment, { store }: Services): string | null =>
  store.article(article, asOf)?.published ?? null;

/** Counts of the same place, days and measure at a moment, of one body or of all. */
const sameScope = (
  figure: Figure,
  body: string | null,
  asOf: Moment,
  services: Services,
): readonly Figure[] =>
  figure.period === null || figure.place === null
    ? []
    : services.store
        .figures({
          asOf,
          scope: 'aggregate',
          within: figure.period.value,
          place: figure.place.value,
          measures: [figure.measure],
          ...(body === null ? {} : { bodies: [body] }),
        })
        .filter(other => isCount(other) && differingField(figure, other) === null);

const freshCounts = ({ fresh, now }: Arrivals, { store }: Services): readonly Figure[] =>
  fresh.flatMap(article => store.figures({ asOf: now, article, scope: 'aggregate' }).filter(isCount));

/** Counts over a period that are new, and those by which a body changes its own number. */
export const changedCounts = (
  arrivals: Arrivals,
  services: Services,
): { readonly counts: readonly Figure[]; readonly recounts: readonly Recount[] } => {
  const counts: Figure[] = [];
  const recounts: Recount[] = [];
  for (const figure of freshCounts(arrivals, services)) {
    const known = sameScope(figure, figure.body?.value ?? null, arrivals.before, services).filter(
      ({ article }) => !arrivals.unknown.has(article),
    );
    if (known.some(other => quantitiesAgree(other.quantity, figure.quantity))) continue;
    const older = known.at(-1);
    // What an article prints instead in its new wording is told with what it took back.
    if (older !== undefined && older.article === figure.article) continue;
    if (older === undefined) counts.push(figure);
    else recounts.push({ older, newer: figure });
  }
  return { counts: counts.sort(widestFirst), recounts };
};

/** The latest word of each body but one. */
const latestOfOthers = (
  figures: readonly Figure[],
  body: string | undefined,
  asOf: Moment,
  services: Services,
) => {
  const latest = new Map<string, { readonly figure: Figure; readonly published: string | null }>();
  for (const figure of figures) {
    const other = figure.body?.value;
    const published = publishedOf(figure, asOf, services);
    if (other === undefined || other === body) continue;
    const held = latest.get(other);
    if (held === undefined || (held.published ?? '') <= (published ?? ''))
      latest.set(other, { figure, published });
  }
  return [...latest.values()];
};

const pairKey = ({ a, b }: Pair): string =>
  [a, b]
    .map(({ body }) => body?.value ?? '')
    .sort()
    .concat(a.measure, a.place?.value ?? '', a.period?.value.from ?? '', a.period?.value.to ?? '')
    .join('|');

/** What two bodies newly agree or disagree on over a period. */
export const pairsOfCounts = (arrivals: Arrivals, services: Services): readonly Pair[] => {
  const { now } = arrivals;
  const pairs = freshCounts(arrivals, services).flatMap(figure => {
    const a = { figure, published: publishedOf(figure, now, services) };
    const others = latestOfOthers(sameScope(figure, null, now, services), figure.body?.value, now, services);
    return others.flatMap(b => pairOf(a, b, null) ?? []);
  });
  const seen = new Set<string>();
  return pairs.filter(pair => !seen.has(pairKey(pair)) && seen.add(pairKey(pair)));
};
