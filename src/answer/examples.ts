import type { Figure } from '../core/figure.ts';
import { isMonitor } from '../query/asked-incidents.ts';
import { widestFirst } from '../query/casualties.ts';
import { isEveryone } from '../query/compare.ts';
import { gatherIncidents } from '../query/incidents/gather.ts';
import type { Services } from '../query/services.ts';
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
    )
    .sort(
      (a, b) => byMonitor(b, services) - byMonitor(a, services) || newestFirst(a, b) || widestFirst(a, b),
    );

/** Questions that the articles at hand can answer: counts of different places and periods, and the newest incidents. */
export const examplesFrom = (desk: Desk): readonly Offer[] => {
  const all = counts(desk);
  const wide = all.filter(
    (figure, i) =>
      all.findIndex(other => other.place?.value === figure.place?.value || sameTime(other, figure)) === i,
  );
  const incidents = gatherIncidents({ asOf: desk.asOf, period: null, place: null }, desk.services).filter(
    ({ incident, views }) => incident.period !== null && views.some(view => !view.report.background),
  );
  const offers = [
    ...wide.slice(0, MOST_COUNTS).map(figure => figureOffer(figure, desk)),
    ...incidents.slice(0, MOST_INCIDENTS).map(view => incidentOffer(view, desk)),
  ];
  return offers.filter((offer, i) => offers.findIndex(other => other.question === offer.question) === i);
};

const sameTime = (a: Figure, b: Figure): boolean =>
  a.period?.value.from === b.period?.value.from &&
  a.period?.value.to === b.period?.value.to &&
  a.place?.value === b.place?.value;
