import type { Instant } from '../../core/clock.ts';
import type { Figure } from '../../core/figure.ts';
import type { PlaceId } from '../../core/place.ts';
import { readOnce } from '../read-once.ts';
import type { Moment, Services } from '../services.ts';
import { arrivalsIn, momentAt } from './arrivals.ts';
import { changedCounts, pairsOfCounts, type Recount } from './counts.ts';
import { changedIncidents, type NewIncident, type RevisedIncident } from './incidents.ts';
import type { Pair } from './pairs.ts';
import { quietProvinces } from './quiet.ts';
import { type Gone, goneFigures, type Withdrawn, withdrawnArticles } from './withdrawn.ts';

/** What came to be known after the one moment and until the other. */
export interface Stretch {
  readonly after: Instant;
  readonly until: Instant;
}

/**
 * All that changed between two moments. Figures called older are those of the articles as they read at the first
 * moment, all others as they read at the last.
 */
export interface Changes {
  readonly before: Moment;
  readonly now: Moment;
  /** Newest first. */
  readonly incidents: readonly NewIncident[];
  readonly revised: readonly RevisedIncident[];
  readonly withdrawn: readonly Withdrawn[];
  readonly gone: readonly Gone[];
  /** Counts over a period that nobody had given before. */
  readonly counts: readonly Figure[];
  readonly recounts: readonly Recount[];
  /** Agreements and disagreements of two bodies, one of whose words is new. */
  readonly pairs: readonly Pair[];
  /** Provinces of which reports came in in the week before, and none now; empty where that cannot be told. */
  readonly quiet: readonly PlaceId[];
}

/** Computed for all articles; narrowed for those who ask by `narrowChanges`. */
export const changesIn = ({ after, until }: Stretch, services: Services): Changes => {
  const [before, now] = [momentAt(after), momentAt(until)];
  const once: Services = { ...services, store: readOnce(services.store) };
  const arrivals = arrivalsIn(before, now, once);
  const { incidents, revised, pairs } = changedIncidents(arrivals, once);
  const { counts, recounts } = changedCounts(arrivals, once);
  const told = new Set(
    revised.flatMap(({ tolls }) => tolls.flatMap(({ older }) => older?.figures.map(({ id }) => id) ?? [])),
  );
  return {
    before,
    now,
    incidents,
    revised,
    withdrawn: withdrawnArticles(arrivals, once),
    gone: goneFigures(arrivals, told, once),
    counts,
    recounts,
    pairs: [...pairs, ...pairsOfCounts(arrivals, once)],
    quiet: quietProvinces(arrivals, once),
  };
};
