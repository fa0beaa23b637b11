import type { IncidentView } from '../incidents/incident.ts';
import type { ReportView } from '../incidents/view.ts';
import { anything, byNumber, numberOf } from './columns.ts';
import { HeldReport, type ReportHead } from './held-report.ts';
import type { Pools } from './hold.ts';
import type { IncidentTests } from './ledger.ts';

/** The held part of a report that was set beside others. */
export const headOf = ({ report }: ReportView): ReportHead => {
  if (!(report instanceof HeldReport)) throw new Error(`"${report.id}" is not held`);
  return report.head;
};

interface Columns {
  /** Of the report that is the most exact one. */
  readonly periods: Uint32Array;
  /** Of the oldest report. */
  readonly places: Uint32Array;
  /** Of all reports, where there are more. */
  readonly more: ReadonlyMap<number, readonly number[]>;
}

const exactOf = ({ incident, views }: IncidentView): ReportHead | null => {
  const exact = views.find(({ report }) => report.id === incident.id);
  return exact === undefined ? null : headOf(exact);
};

const columnsOf = (incidents: readonly IncidentView[]): Columns => {
  const places = new Uint32Array(incidents.length);
  const more = new Map<number, readonly number[]>();
  for (const [i, { views }] of incidents.entries()) {
    const all = views.map(view => numberOf(headOf(view).place));
    places[i] = all[0] ?? 0;
    if (all.length > 1) more.set(i, all);
  }
  return {
    periods: Uint32Array.from(incidents, each => numberOf(exactOf(each)?.period ?? null)),
    places,
    more,
  };
};

/** A look through all incidents of a ledger by the days and places that many of them share. */
export const incidentsAmong = (
  incidents: readonly IncidentView[],
  pools: Pick<Pools, 'periods' | 'places'>,
): ((tests: IncidentTests) => readonly IncidentView[]) => {
  let made: Columns | null = null;
  return ({ period, place }) => {
    if (period === null && place === null) return incidents;
    made ??= columnsOf(incidents);
    const { periods, places, more } = made;
    const isPeriod = byNumber(pools.periods, period ?? anything, period === null);
    const isPlace = byNumber(pools.places, place ?? anything, place === null);
    return incidents.filter(
      (_, i) =>
        isPeriod(periods[i] ?? 0) && (isPlace(places[i] ?? 0) || (more.get(i)?.some(isPlace) ?? false)),
    );
  };
};
