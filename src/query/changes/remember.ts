import type { Services } from '../services.ts';
import { type Changes, changesIn, type Stretch } from './changes.ts';

/** Addresses of one schedule ask for the same stretch; a planner goes through a handful of them at a time. */
const MOST_STRETCHES = 8;

/** Changes that are computed once for all who ask for the same stretch. For stretches that have passed: nothing more comes into them. */
export const rememberedChanges = (services: Services): ((stretch: Stretch) => Changes) => {
  const known = new Map<string, Changes>();
  return stretch => {
    const key = `${stretch.after} ${stretch.until}`;
    const changes = known.get(key) ?? changesIn(stretch, services);
    known.delete(key);
    known.set(key, changes);
    const [oldest] = known.keys();
    if (known.size > MOST_STRETCHES && oldest !== undefined) known.delete(oldest);
    return changes;
  };
};
