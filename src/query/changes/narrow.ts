import type { Figure } from '../../core/figure.ts';
import type { PlaceId } from '../../core/place.ts';
import type { Gazetteer } from '../../knowledge/ports.ts';
import type { Store } from '../../store/ports.ts';
import { placeIn } from '../areas.ts';
import type { IncidentView } from '../incidents/incident.ts';
import type { Changes } from './changes.ts';
import type { RevisedIncident } from './incidents.ts';
import { mostKilled } from './tolls.ts';

type Subscription = NonNullable<ReturnType<Store['subscriptions']['get']>>;

/** What an address wants to hear of. */
export type Wish = Pick<Subscription['filters'], 'places' | 'groups' | 'minToll'>;

/** What of the changes an address wants to hear of; `quiet` only where it hears of all that happens in its places. */
export const narrowChanges = (
  changes: Changes,
  { places, groups, minToll }: Wish,
  gazetteer: Pick<Gazetteer, 'members'>,
): Changes => {
  const isHere = (place: PlaceId | undefined): boolean =>
    places.length === 0 || (place !== undefined && places.some(outer => placeIn(place, outer, gazetteer)));
  const isTheirs = (actor: string | null): boolean =>
    groups.length === 0 || (actor !== null && groups.includes(actor));
  const concerns = ({ incident }: IncidentView): boolean =>
    incident.reports.some(({ place }) => isHere(place?.value)) &&
    (groups.length === 0 || incident.actors.some(({ actor }) => isTheirs(actor)));
  // An incident of which nobody says how many died is below no number and above none.
  const isGrave = (killed: number | null): boolean =>
    minToll === null || (killed !== null && killed >= minToll);
  const wasGrave = ({ view, tolls }: RevisedIncident): boolean =>
    isGrave(mostKilled(view)) || tolls.some(({ older }) => isGrave(older?.toll.high ?? null));
  const wanted = (figure: Figure): boolean =>
    isHere(figure.place?.value) &&
    isTheirs(figure.actor) &&
    (figure.scope === 'aggregate' || isGrave(figure.quantity.low ?? figure.quantity.high));
  return {
    ...changes,
    incidents: changes.incidents.filter(({ view }) => concerns(view) && isGrave(mostKilled(view))),
    revised: changes.revised.filter(each => concerns(each.view) && wasGrave(each)),
    withdrawn: changes.withdrawn
      .map(each => ({ ...each, figures: each.figures.filter(wanted) }))
      .filter(({ figures }) => figures.length > 0),
    gone: changes.gone.filter(({ older }) => wanted(older)),
    counts: changes.counts.filter(wanted),
    recounts: changes.recounts.filter(({ newer }) => wanted(newer)),
    pairs: changes.pairs.filter(({ a, view }) =>
      view === null ? wanted(a) : concerns(view) && isGrave(mostKilled(view)),
    ),
    quiet: groups.length > 0 || minToll !== null ? [] : changes.quiet.filter(isHere),
  };
};

/** Whether anything is left to tell. That it was quiet is told beside news, and is none. */
export const isEmpty = (changes: Changes): boolean =>
  [
    changes.incidents,
    changes.revised,
    changes.withdrawn,
    changes.gone,
    changes.counts,
    changes.recounts,
    changes.pairs,
  ].every(list => list.length === 0);
