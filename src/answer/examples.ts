import type { Figure } from '../core/figure.ts';
import { isMonitor } from '../query/asked-incidents.ts';
import { isEveryone } from '../query/compare.ts';
import { gatherIncidents } from '../query/incidents/gather.ts';
import type { Services } from '../query/services.ts';
import { widestFirst } from '../query/widest-first.ts';
import type { Desk } from './draft.ts';
import { figureOffer, incidentOffer } from './offers.ts';
import type { Offer } from './refusal.ts';

const MOST_COUNTS = 3;
const MOST_INCIDENTS = 2;

/** Whose business counting is, counts what people ask for. */
const byMonitor = ({ body }: Figure, services: Services): number =>
  body !== null && isMonitor(services)(body.value) ? 1 : 0;

const newestFirst = (a: Figure, b: Figure): number => {
  const [left, right] = [a.period?.value.to ?? '', b.period?.value.to ?? ''];
  return left === right ? 0 : left > right ? -1 : 1;
};

const byMerit =
  (services: Services) =>
  (a: Figure, b: Figure): number =>
    byMonitor(b, services) - byMonitor(a, services) || newestFirst(a, b) || widestFirst(a, b);

const counts = ({ services, asOf }: Desk): Figure[] =>
  services.ledgers
    .at(asOf)
    .counts.filter(
      ({ scope, security, standing, period, place, body, victims, actor }) =>
        scope === 'aggregate' &&
        security &&
        standing === 'current' &&
        period !== null &&
        place !== null &&
        body !== null &&
        actor === null &&
        isEveryone(victims),
    );

/** The best counts of different places; a look for each of the few, since a sort of all would cost more. */
const bestOfPlaces = (figures: readonly Figure[], services: Services): Figure[] => {
  const compare = byMerit(services);
  const best: Figure[] = [];
  for (let left = figures; best.length < MOST_COUNTS; ) {
    const first = left.reduce<Figure | null>((a, b) => (a !== null && compare(a, b) <= 0 ? a : b), null);
    if (first === null) return best;
    best.push(first);
    left = left.filter(({ place }) => place?.value !== first.place?.value);
  }
  return best;
};

/** Questions that the articles at hand can answer: counts of different places and periods, and the newest incidents. */
export const examplesFrom = (desk: Desk): readonly Offer[] => {
  const incidents = gatherIncidents({ asOf: desk.asOf, period: null, place: null }, desk.services)
    .values()
    .filter(({ incident, views }) => incident.period !== null && views.some(view => !view.report.background))
    .take(MOST_INCIDENTS);
  const offers = [
    ...bestOfPlaces(counts(desk), desk.services).map(figure => figureOffer(figure, desk)),
    ...incidents.map(view => incidentOffer(view, desk)),
  ];
  return offers.filter((offer, i) => offers.findIndex(other => other.question === offer.question) === i);
};
