import type { Figure } from '../../core/figure.ts';
import type { Toll } from '../../core/incident.ts';
import { isMonitor } from '../asked-incidents.ts';
import { type IncidentView, standing, type TollField, tollOf } from '../incidents/incident.ts';
import type { ReportView } from '../incidents/view.ts';
import type { Services } from '../services.ts';
import { statementsOf } from '../statements.ts';

/** The toll of an incident at one moment, and the figures of the report whose word is its headline. */
export interface Headline {
  readonly toll: Toll;
  readonly figures: readonly Figure[];
}

/** A toll whose headline is another one now; null: none was given. */
export interface RevisedToll {
  readonly field: TollField;
  readonly older: Headline | null;
  readonly newer: Headline | null;
}

const FIELDS: readonly TollField[] = ['fatalities', 'attackersKilled', 'injuries', 'abductions'];

/** Reports whose numbers are no more than parts give no toll: "14 soldiers among the dead". */
const withToll = (
  views: readonly ReportView[],
  field: TollField,
  parts: ReadonlySet<string>,
): readonly ReportView[] =>
  views.filter(({ report }) => report[field] !== null && !report[field].figures.every(id => parts.has(id)));

const headlineOf = (
  views: readonly ReportView[],
  field: TollField,
  parts: ReadonlySet<string>,
): Headline | null => {
  const telling = withToll(views, field, parts);
  const toll = tollOf(telling, field);
  if (toll === null || toll.best === null) return null;
  const giving = telling.filter(({ report }) => report[field]?.best !== null);
  const newest = giving.findLast(({ report }) => !report.background) ?? giving.at(-1);
  return { toll, figures: newest === undefined ? [] : standing(newest, field) };
};

const partsOf = (view: IncidentView, services: Services): ReadonlySet<string> =>
  new Set(
    statementsOf(view, isMonitor(services))
      .filter(({ role }) => role === 'part')
      .map(({ figure }) => figure.id),
  );

/** The tolls of an incident that are others now. @param before its reports as they were, oldest first */
export const revisedTolls = (
  view: IncidentView,
  before: readonly ReportView[],
  services: Services,
): readonly RevisedToll[] => {
  const [old, now] = [partsOf({ ...view, views: before }, services), partsOf(view, services)];
  return FIELDS.flatMap(field => {
    const older = headlineOf(before, field, old);
    const newer = headlineOf(view.views, field, now);
    return older?.toll.best === newer?.toll.best ? [] : [{ field, older, newer }];
  });
};

/** The most that is reported killed in an incident; null where no number is given. */
export const mostKilled = ({ incident: { fatalities } }: IncidentView): number | null =>
  fatalities?.high ?? fatalities?.best ?? null;
