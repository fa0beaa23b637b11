import { composeAlert } from './answer/alert.ts';
import type { Instant } from './core/clock.ts';
import type { Freeze } from './digest/ports.ts';
import { sendTime } from './digest/send-time.ts';
import { momentAt } from './query/changes/arrivals.ts';
import type { Services } from './query/services.ts';
import { hasMoved, isWatched, type Sighting, sightingsIn } from './query/watching/sightings.ts';
import type { Saved } from './store/ports/saved.ts';
import type { Alert, Watch } from './store/ports/watches.ts';
import type { Store } from './store/ports.ts';

export interface AlertParts {
  readonly store: Pick<Store, 'watches'>;
  /** Of the moment at which it is called. */
  readonly services: (instant: Instant) => Services;
  readonly freeze: Freeze;
  readonly now: () => Date;
}

/** After a long absence, what came in longer ago is no alert any more; in milliseconds. */
const MOST_LATE = 24 * 3_600_000;
const HOUR = 3_600_000;
/** So far, in milliseconds, a look may go over what was looked at before. */
const STRETCH = HOUR / 6;

const shifted = (at: Date, by: number): Instant => new Date(at.getTime() + by).toISOString();

/** What of one incident is to be said to one watch; null: nothing, or nothing that was not said. */
const alertOf = (
  sighting: Sighting,
  watch: Watch,
  planned: readonly Instant[],
  now: Instant,
  { store, services, freeze }: AlertParts,
): Alert | null => {
  const { id, wish, platform, channel, thread } = watch;
  const { toll, reports, view } = sighting;
  const told = store.watches.told(id, reports);
  const at = services(now);
  if (told === null ? !isWatched(sighting, wish, at.gazetteer) : !hasMoved(told.toll, toll, wish))
    return null;
  const sent = [...store.watches.sent(id, shifted(new Date(now), -HOUR)), ...planned];
  return {
    watch: id,
    reports,
    toll,
    plan: {
      address: { platform, channel, thread },
      occasion: `watch/${id}/${view.incident.id}/${toll ?? 'unknown'}/${now}`,
      bodies: freeze(platform, composeAlert(sighting, told, at), { crosspost: false }),
      at: now,
      notBefore: sendTime(now, sent, wish),
      nextDue: null,
    },
  };
};

/**
 * Looks at what came in since it looked last, and plans what watches are to hear of. What is planned, what was told
 * and how far it looked are kept together, so that a program that ends in between loses none and tells none twice.
 * @returns how many alerts were planned
 */
export const planAlerts = (parts: AlertParts): Saved<number> => {
  const { store, services } = parts;
  const now = parts.now();
  // What lands in this very millisecond is for the next look.
  const [at, until, late] = [now.toISOString(), shifted(now, -1), shifted(now, -MOST_LATE)];
  const watches = store.watches.list();
  const last = store.watches.until();
  const after = last === null ? until : last < late ? late : last;
  const sightings = watches.length === 0 || after >= until ? [] : sightingsIn({ after, until }, services(at));
  const alerts = watches.flatMap(watch => {
    // Who asks today does not hear of what came in before.
    const fresh = watch.added <= after ? sightings : since(watch.added, until, sightings, services(at));
    const planned: Instant[] = [];
    return fresh.flatMap(sighting => {
      const alert = alertOf(sighting, watch, planned, at, parts);
      if (alert === null) return [];
      planned.push(alert.plan.notBefore);
      return [alert];
    });
  });
  // Where nothing came in, the next look goes over the same stretch, which costs less than a write every few seconds.
  const isShort = last !== null && Date.parse(until) - Date.parse(last) < STRETCH;
  if (sightings.length === 0 && isShort) return { ok: true, value: 0 };
  const saved = store.watches.tell(alerts, until);
  return saved.ok ? { ok: true, value: alerts.length } : saved;
};

/** Those of which something came in after a moment. */
const since = (
  added: Instant,
  until: Instant,
  sightings: readonly Sighting[],
  { store }: Services,
): readonly Sighting[] => {
  const articles = new Set(store.changed(added, until).map(({ id }) => id));
  const now = momentAt(until);
  return sightings.filter(({ view }) =>
    view.views.some(({ article }) => articles.has(article.id) && store.article(article.id, now) !== null),
  );
};
