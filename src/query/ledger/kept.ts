import { LRUCache } from 'lru-cache';
import type { Figure } from '../../core/figure.ts';
import type { MergeOrders } from '../../knowledge/merges.ts';
import type { LedgerSnapshot, ToldKind } from '../../store/ports/snapshot.ts';
import type { AsOf, Store } from '../../store/ports.ts';
import type { Stated } from '../compare.ts';
import { type IncidentView, newestFirst } from '../incidents/incident.ts';
import { createMerging } from '../incidents/merge.ts';
import { type ReportView, type Told, viewOf } from '../incidents/view.ts';
import { widestFirst } from '../widest-first.ts';
import { choiceAmong } from './choose-counts.ts';
import { incidentsAmong } from './choose-incidents.ts';
import { HeldFigure } from './held-figure.ts';
import type { HeldReport } from './held-report.ts';
import { createHold } from './hold.ts';
import type { Ledger } from './ledger.ts';
import { addTo, resorted } from './lists.ts';
import type { Entry } from './pool.ts';
import { createScopes, type Scopes } from './scopes.ts';
import { type Content, contentOf, snapshotOf } from './snapshot.ts';
import { toldKinds } from './told.ts';
import { toldAt } from './told-at.ts';

/** Articles kept whole, for those whose reports are shown or compared word by word. */
const MOST_TOLD = 2_000;

export type Source = Pick<
  Store,
  | 'article'
  | 'figures'
  | 'sentences'
  | 'revision'
  | 'holdings'
  | 'figureAt'
  | 'reportAt'
  | 'touched'
  | 'snapshots'
>;

/** What ledgers are made with. */
export interface Making {
  readonly store: Source;
  readonly orders: MergeOrders;
  readonly isMonitor: (body: string) => boolean;
}

export interface Kept {
  readonly asOf: AsOf;
  readonly ledger: Ledger;
  /** Whether nothing came or went between its moment and this one. */
  readonly isOf: (asOf: AsOf) => boolean;
  /** Brings it to another moment. */
  readonly move: (asOf: AsOf) => Kept;
  /** Versions that came or went since it was made or taken over from a snapshot. */
  readonly moved: number;
  readonly snapshot: () => LedgerSnapshot;
}

/** @param given to begin with; null to begin with nothing, which takes a look at all there is */
export const keep = (
  { store, orders, isMonitor }: Making,
  first: AsOf,
  given: LedgerSnapshot | null,
): Kept => {
  const hold = createHold(store, given);
  const merging = createMerging(orders);
  const reports = new Map<number, ReportView[]>();
  const counts = new Map<number, HeldFigure[]>();
  const told = new LRUCache<number, Told>({ max: MOST_TOLD });
  const kinds = new Map<IncidentView, Entry<readonly ToldKind[]>>();
  let incidents: readonly IncidentView[] = [];
  let sorted: readonly HeldFigure[] = [];
  let fresh: HeldFigure[] = [];
  const dropped = new Set<HeldFigure>();
  /** Made when the first count is set beside its like. */
  let scopes: Scopes | null = null;
  let now = first;

  const held = (report: HeldReport): ReportView => {
    const { version } = report.head;
    const read = (): Told => {
      const found = toldAt(store, version.article, now);
      told.set(version.key, found);
      return found;
    };
    const view = viewOf(report, version.published, () => told.get(version.key) ?? read());
    addTo(reports, version.key, view);
    return view;
  };

  const forget = (version: number): void => {
    for (const view of reports.get(version) ?? []) merging.remove(view);
    for (const figure of counts.get(version) ?? []) {
      dropped.add(figure);
      scopes?.remove(figure);
    }
    reports.delete(version);
    counts.delete(version);
    told.delete(version);
  };

  const read = (versions?: readonly number[]): void => {
    const holdings = store.holdings(now, versions);
    for (const row of holdings.reports) merging.add(held(hold.reportOf(row)));
    for (const row of holdings.counts) {
      const figure = hold.figureOf(row);
      addTo(counts, row.version, figure);
      scopes?.add(figure);
      fresh.push(figure);
    }
  };

  const settle = (): void => {
    const settled = merging.settle(each => kinds.set(each, hold.pools.told.of(toldKinds(each, isMonitor))));
    for (const each of settled.gone) kinds.delete(each);
    incidents = resorted(incidents, new Set(settled.gone), settled.fresh, (a, b) =>
      newestFirst(a.incident, b.incident),
    );
    sorted = resorted(sorted, dropped, fresh, widestFirst);
    dropped.clear();
    fresh = [];
  };

  const takeOver = (snapshot: LedgerSnapshot): void => {
    const content: Content = contentOf(snapshot, hold, held);
    for (const group of content.groups) merging.resume(group);
    for (const [view, kind] of content.told) kinds.set(view, kind);
    for (const figure of content.counts) addTo(counts, figure.head.version.key, figure);
    incidents = content.incidents;
    sorted = content.counts;
  };

  /** The ledger as it stands: what is in it does not change when this one moves on. */
  const ledgerNow = (): Ledger => {
    const [all, allIncidents] = [sorted, incidents];
    const choice = choiceAmong(all, hold.pools);
    const alike = (figure: Figure): readonly Stated[] => {
      scopes ??= createScopes(sorted);
      return figure instanceof HeldFigure ? scopes.of(figure) : [];
    };
    return {
      incidents: allIncidents,
      incidentsWhere: incidentsAmong(allIncidents, hold.pools),
      counts: all,
      countsWhere: choice.where,
      countsByPoints: choice.byPoints,
      alike,
      told: view => kinds.get(view)?.value ?? toldKinds(view, isMonitor),
    };
  };

  const keptAt = (asOf: AsOf, revision: number, ledger: Ledger, moved: number): Kept => {
    const touched = (other: AsOf): readonly number[] =>
      other.instant === asOf.instant && other.day === asOf.day && store.revision() === revision
        ? []
        : store.touched({ revision, asOf }, other);
    return {
      asOf,
      ledger,
      moved,
      isOf: other => touched(other).length === 0,
      move: other => {
        const latest = store.revision();
        const versions = touched(other);
        now = other;
        if (versions.length === 0) return keptAt(other, latest, ledger, moved);
        for (const version of versions) forget(version);
        read(versions);
        settle();
        return keptAt(other, latest, ledgerNow(), moved + versions.length);
      },
      snapshot: () =>
        snapshotOf(
          { revision, asOf },
          { counts: sorted, incidents, groups: merging.groups(), told: kinds },
          hold.pools,
        ),
    };
  };

  if (given !== null) {
    takeOver(given);
    const { asOf, revision } = given.seen;
    return keptAt(asOf, revision, ledgerNow(), 0).move(first);
  }
  const revision = store.revision();
  read();
  settle();
  return keptAt(first, revision, ledgerNow(), reports.size + counts.size);
};
