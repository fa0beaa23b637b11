import type { Article } from '../../core/article.ts';
import type { Figure } from '../../core/figure.ts';
import { differingField, sameVictims } from '../compare.ts';
import type { Moment, Services } from '../services.ts';
import type { Arrivals } from './arrivals.ts';

/** An article that was taken back, as it read before. */
export interface Withdrawn {
  readonly article: Article;
  readonly reason: string | null;
  /** What it said of its own accord, parts left out. */
  readonly figures: readonly Figure[];
}

/** A figure that its article does not print any more; `newer` is what it prints of the same instead. */
export interface Gone {
  readonly older: Figure;
  readonly newer: Figure | null;
}

const heads = (article: string, asOf: Moment, { store }: Services): readonly Figure[] =>
  store
    .figures({ asOf, article })
    .filter(({ standing, partOf }) => standing === 'current' && partOf === null);

export const withdrawnArticles = (
  { ended, before, now }: Arrivals,
  services: Services,
): readonly Withdrawn[] =>
  ended.flatMap(({ id, reason }) => {
    const article = services.store.article(id, before);
    if (article === null || services.store.article(id, now) !== null) return [];
    return [{ article, reason, figures: heads(id, before, services) }];
  });

const sameQuantity = (a: Figure, b: Figure): boolean =>
  a.quantity.low === b.quantity.low && a.quantity.high === b.quantity.high;

/** Whether two wordings print the same number of the same people, wherever in the text. */
const isKept = (older: Figure, newer: Figure): boolean =>
  older.measure === newer.measure &&
  older.scope === newer.scope &&
  sameVictims(older.victims, newer.victims) &&
  sameQuantity(older, newer);

/**
 * Figures that articles stopped printing when they changed.
 * @param told ids of older figures that are told with their incidents
 */
export const goneFigures = (
  { ended, before, now }: Arrivals,
  told: ReadonlySet<string>,
  services: Services,
): readonly Gone[] =>
  ended.flatMap(({ id }) => {
    if (services.store.article(id, now) === null) return [];
    const present = heads(id, now, services);
    return heads(id, before, services)
      .filter(older => !told.has(older.id) && !present.some(newer => isKept(older, newer)))
      .map(older => ({
        older,
        newer:
          present.find(newer => differingField(older, newer, older.scope === 'incident') === null) ?? null,
      }));
  });
