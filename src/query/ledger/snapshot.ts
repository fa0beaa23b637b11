import type { Seen } from '../../store/ports/holdings.ts';
import type { LedgerSnapshot, ToldKind } from '../../store/ports/snapshot.ts';
import type { Fit } from '../incidents/fits.ts';
import { type IncidentView, incidentOf } from '../incidents/incident.ts';
import type { Group } from '../incidents/merge.ts';
import type { ReportView } from '../incidents/view.ts';
import { headOf } from './choose-incidents.ts';
import { numberOf } from './columns.ts';
import type { HeldFigure } from './held-figure.ts';
import type { HeldReport, ReportHead } from './held-report.ts';
import type { Hold, Pools } from './hold.ts';
import type { Entry, Pool } from './pool.ts';

/** Numbers in a row of `counts`, and of `reports`. */
const COUNT_WIDTH = 6;
const REPORT_WIDTH = 10;

const PLACES: readonly Fit['place'][] = ['same', 'nested'];
const BYS: readonly Fit['by'][] = ['copy', 'actor', 'type', 'tie', 'hand'];

const fitNumber = ({ place, by }: Fit): number => PLACES.indexOf(place) * BYS.length + BYS.indexOf(by);

const fitOf = (number: number): Fit => {
  const [place, by] = [PLACES[Math.floor(number / BYS.length)], BYS[number % BYS.length]];
  if (place === undefined || by === undefined) throw new RangeError(`no fit ${number}`);
  return { place, by };
};

const entryAt = <T>(pool: Pool<T>, number: number): Entry<T> | null =>
  number === 0 ? null : pool.get(number - 1);

/** All that a ledger consists of. */
export interface Content {
  /** Widest first. */
  readonly counts: readonly HeldFigure[];
  /** Newest first. */
  readonly incidents: readonly IncidentView[];
  readonly groups: ReadonlySet<Group>;
  readonly told: ReadonlyMap<IncidentView, Entry<readonly ToldKind[]>>;
}

/** The reports of an incident in the order in which they were merged. */
const inOrder = ({ incident, views, joins }: IncidentView): readonly ReportView[] => {
  const byId = new Map(views.map(view => [view.report.id, view]));
  return [incident.id, ...joins.map(({ report }) => report)].flatMap(id => byId.get(id) ?? []);
};

/** Gives each a number, in the order in which they are first asked for. */
const numbering = <T>() => {
  const numbers = new Map<T, number>();
  return {
    of: (value: T): number => {
      const number = numbers.get(value) ?? numbers.size;
      numbers.set(value, number);
      return number;
    },
    all: (): T[] => [...numbers.keys()],
  };
};

export const snapshotOf = (
  seen: Seen,
  { counts, incidents, groups, told }: Content,
  pools: Pools,
): LedgerSnapshot => {
  const versions = numbering<HeldFigure['head']['version']>();
  const countRows = counts.flatMap(({ head: { key, version, kind, quantity, period, place } }) => [
    key,
    versions.of(version),
    kind.at,
    quantity.at,
    numberOf(period),
    numberOf(place),
  ]);
  const reports = numbering<ReportHead>();
  const groupOf = new Map(
    [...groups].flatMap((group, at) => group.incidents.map(each => [each, at] as const)),
  );
  const incidentRows = incidents.flatMap(view => {
    const views = inOrder(view);
    const rowOf = new Map(views.map(each => [each.report.id, reports.of(headOf(each))]));
    return [
      groupOf.get(view) ?? 0,
      numberOf(told.get(view) ?? null),
      views.length,
      ...rowOf.values(),
      ...view.joins.flatMap(({ to, fit }) => [rowOf.get(to) ?? 0, fitNumber(fit)]),
    ];
  });
  const heads = reports.all();
  const reportRows = heads.flatMap(head => [
    head.key,
    versions.of(head.version),
    head.kind.at,
    ...[
      head.site,
      head.period,
      head.place,
      head.fatalities,
      head.attackersKilled,
      head.injuries,
      head.abductions,
    ].map(numberOf),
  ]);
  const held = versions.all();
  return {
    seen,
    versions: Uint32Array.from(held, ({ key }) => key),
    articles: held.map(({ article }) => article),
    published: held.map(({ published }) => published),
    periods: pools.periods.values(),
    places: pools.places.values(),
    quantities: pools.quantities.values(),
    figureKinds: pools.figureKinds.values(),
    reportKinds: pools.reportKinds.values(),
    sites: pools.sites.values(),
    tolls: pools.tolls.values(),
    told: pools.told.values(),
    counts: Uint32Array.from(countRows),
    reports: Uint32Array.from(reportRows),
    reportIds: heads.map(({ id }) => id),
    incidents: Uint32Array.from(incidentRows),
  };
};

/** @throws RangeError when the snapshot points to what is not in it */
const at = <T>(list: ArrayLike<T>, index: number): T => {
  const value = list[index];
  if (value === undefined) throw new RangeError(`a snapshot points to ${index} of ${list.length}`);
  return value;
};

/** Reads rows of numbers one number after another. */
const reader = (numbers: Uint32Array) => {
  let next = 0;
  return {
    hasMore: () => next < numbers.length,
    next: () => at(numbers, next++),
  };
};

const incidentsOf = (
  snapshot: LedgerSnapshot,
  views: readonly ReportView[],
  pools: Pools,
): Pick<Content, 'incidents' | 'groups' | 'told'> => {
  const incidents: IncidentView[] = [];
  const told = new Map<IncidentView, Entry<readonly ToldKind[]>>();
  const grouped = new Map<number, IncidentView[]>();
  const row = reader(snapshot.incidents);
  while (row.hasMore()) {
    const group = row.next();
    const telling = entryAt(pools.told, row.next());
    const members = Array.from({ length: row.next() }, () => at(views, row.next()));
    const joins = members.slice(1).map(view => ({ view, to: at(views, row.next()), fit: fitOf(row.next()) }));
    const incident = incidentOf({ views: members, joins });
    incidents.push(incident);
    if (telling !== null) told.set(incident, telling);
    const others = grouped.get(group);
    if (others === undefined) grouped.set(group, [incident]);
    else others.push(incident);
  }
  const groups = grouped.values().map(
    (each): Group => ({
      views: each.length === 1 && each[0] !== undefined ? each[0].views : each.flatMap(one => one.views),
      incidents: each,
    }),
  );
  return { incidents, groups: new Set(groups), told };
};

/** @param viewOf sets a report beside the others; its article is read when it is asked for */
export const contentOf = (
  snapshot: LedgerSnapshot,
  hold: Hold,
  viewOf: (report: HeldReport) => ReportView,
): Content => {
  const { pools } = hold;
  const versions = Array.from(snapshot.versions, (key, i) =>
    hold.version(key, at(snapshot.articles, i), snapshot.published[i] ?? null),
  );
  const read = reader(snapshot.counts);
  const counts = Array.from({ length: snapshot.counts.length / COUNT_WIDTH }, () =>
    hold.figure({
      key: read.next(),
      version: at(versions, read.next()),
      kind: pools.figureKinds.get(read.next()),
      quantity: pools.quantities.get(read.next()),
      period: entryAt(pools.periods, read.next()),
      place: entryAt(pools.places, read.next()),
    }),
  );
  const row = reader(snapshot.reports);
  const views = Array.from({ length: snapshot.reports.length / REPORT_WIDTH }, (_, i) =>
    viewOf(
      hold.report({
        id: at(snapshot.reportIds, i),
        key: row.next(),
        version: at(versions, row.next()),
        kind: pools.reportKinds.get(row.next()),
        site: entryAt(pools.sites, row.next()),
        period: entryAt(pools.periods, row.next()),
        place: entryAt(pools.places, row.next()),
        fatalities: entryAt(pools.tolls, row.next()),
        attackersKilled: entryAt(pools.tolls, row.next()),
        injuries: entryAt(pools.tolls, row.next()),
        abductions: entryAt(pools.tolls, row.next()),
      }),
    ),
  );
  return { counts, ...incidentsOf(snapshot, views, pools) };
};
