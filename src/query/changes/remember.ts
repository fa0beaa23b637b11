import { readOnce } from '../read-once.ts';
import type { Services } from '../services.ts';
import { type Changes, changesIn, type Stretch } from './changes.ts';

/** Addresses of one schedule ask for the same stretch; a planner goes through a handful of them at a time. */
const MOST_STRETCHES = 8;

/** What changed in a stretch, and services that have read already what it is told from. */
export interface Remembered {
  readonly changes: Changes;
  readonly services: Services;
}

/** Changes that are computed once for all who ask for the same stretch. For stretches that have passed: nothing more comes into them. */
export const rememberedChanges = (services: Services): ((stretch: Stretch) => Remembered) => {
  const known = new Map<string, Remembered>();
  const fresh = (stretch: Stretch): Remembered => {
    const once: Services = { ...services, store: readOnce(services.store) };
    return { changes: changesIn(stretch, once), services: once };
  };
  return stretch => {
    const key = `${stretch.after} ${stretch.until}`;
    const found = known.get(key) ?? fresh(stretch);
    known.delete(key);
    known.set(key, found);
    const [oldest] = known.keys();
    if (known.size > MOST_STRETCHES && oldest !== undefined) known.delete(oldest);
    return found;
  };
};
