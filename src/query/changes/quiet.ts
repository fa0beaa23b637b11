import type { PlaceId } from '../../core/place.ts';
import type { Moment, Services } from '../services.ts';
import { provinceOf } from './around.ts';
import { type Arrivals, arrivalsIn, momentAt } from './arrivals.ts';

const WEEK = 7 * 86_400_000;

/** On so many days of the week before somebody must have told of an incident, or a day without is nothing to speak of. */
const LEAST_DAYS = 3;

/** Provinces that fresh articles tell incidents of, each with the days of print. */
const toldOf = (fresh: readonly string[], asOf: Moment, { store }: Services): Map<PlaceId, Set<string>> => {
  const told = new Map<PlaceId, Set<string>>();
  for (const article of fresh) {
    const day = store.article(article, asOf)?.published?.slice(0, 10);
    for (const { place, background } of store.reports({ asOf, article })) {
      const province = place === null ? null : provinceOf(place.value);
      if (province === null || background || day === undefined || !province.includes('/')) continue;
      told.set(province, (told.get(province) ?? new Set()).add(day));
    }
  }
  return told;
};

/**
 * Provinces that articles told of day after day in the week before, and not at all since. Where no article came in, nothing
 * can be told: then perhaps nobody looked.
 */
export const quietProvinces = ({ before, now, fresh }: Arrivals, services: Services): readonly PlaceId[] => {
  if (fresh.length === 0) return [];
  const start = momentAt(new Date(Date.parse(before.instant) - WEEK).toISOString());
  const week = toldOf(arrivalsIn(start, before, services).fresh, before, services);
  const lately = toldOf(fresh, now, services);
  return [...week.entries()]
    .filter(([province, days]) => days.size >= LEAST_DAYS && !lately.has(province))
    .map(([province]) => province)
    .sort();
};
