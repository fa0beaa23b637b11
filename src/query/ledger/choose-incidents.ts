import type { IncidentView } from '../incidents/incident.ts';
import type { ReportView } from '../incidents/view.ts';
import { numberOf, passing } from './columns.ts';
import { HeldReport, type ReportHead } from './held-report.ts';
import type { Pools } from './hold.ts';
import type { IncidentTests } from './ledger.ts';

/** The held part of a report that was set beside others. */
export const headOf = ({ report }: ReportView): ReportHead => {
  if (!(report instanceof HeldReport)) throw new Error(`"${report.id}" is not held`);
  return report.head;
};

/** Of each incident the numbers of its values. */
interface Columns {
  /** Of the report that is the most exact one. */
  readonly periods: Uint32Array;
  /** Of the oldest report, as the next. */
  readonly places: Uint32Array;
  readonly kinds: Uint32Array;
  /** Of the others, where there are any. */
  readonly others: ReadonlyMap<number, readonly ReportHead[]>;
}

const columnsOf = (incidents: readonly IncidentView[]): Columns => {
  const periods = new Uint32Array(incidents.length);
  const places = new Uint32Array(incidents.length);
  const kinds = new Uint32Array(incidents.length);
  const others = new Map<number, readonly ReportHead[]>();
  for (const [i, { incident, views }] of incidents.entries()) {
    const [oldest] = views;
    if (oldest === undefined) continue;
    const first = headOf(oldest);
    places[i] = numberOf(first.place);
    kinds[i] = numberOf(first.kind);
    periods[i] = numberOf(first.period);
    if (views.length === 1) continue;
    const heads = views.map(headOf);
    others.set(i, heads.slice(1));
    periods[i] = numberOf(heads.find(({ id }) => id === incident.id)?.period ?? null);
  }
  return { periods, places, kinds, others };
};

/** A look through all incidents of a ledger by the days, places and kinds that many of them share. */
export const incidentsAmong = (
  incidents: readonly IncidentView[],
  pools: Pick<Pools, 'periods' | 'places' | 'reportKinds'>,
): ((tests: IncidentTests) => readonly IncidentView[]) => {
  let made: Columns | null = null;
  return ({ period, place, kind }) => {
    if (period === null && place === null && kind === null) return incidents;
    made ??= columnsOf(incidents);
    const { periods, places, kinds, others } = made;
    const isPeriod = passing(pools.periods, period);
    const isPlace = passing(pools.places, place);
    const isKind = passing(pools.reportKinds, kind);
    const other = (i: number, passes: (head: ReportHead) => boolean): boolean =>
      others.get(i)?.some(passes) ?? false;
    return incidents.filter(
      (_, i) =>
        isPeriod[periods[i] ?? 0] === 1 &&
        (isPlace[places[i] ?? 0] === 1 || other(i, head => isPlace[numberOf(head.place)] === 1)) &&
        (isKind[kinds[i] ?? 0] === 1 || other(i, head => isKind[numberOf(head.kind)] === 1)),
    );
  };
};
