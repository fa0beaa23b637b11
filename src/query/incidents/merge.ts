import type { MergeOrders } from '../../knowledge/merges.ts';
import type { Fit } from './fits.ts';
import { fitOf } from './fits.ts';
import { byExactness, type Cluster, type IncidentView, incidentOf, newestFirst } from './incident.ts';
import { createNeighbours, type Neighbours } from './neighbours.ts';
import type { ReportView } from './view.ts';

const NO_ORDERS: MergeOrders = { apart: [], together: [] };

type Meet = (a: ReportView, b: ReportView) => Fit | 'apart' | null;

/** How two reports meet, with what people decided by hand before all else. */
const meetBy = ({ apart, together }: MergeOrders): Meet => {
  const key = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
  const never = new Set(apart.map(([a, b]) => key(a, b)));
  const always = new Set(together.map(([a, b]) => key(a, b)));
  if (never.size + always.size === 0) return fitOf;
  return (a, b) => {
    const both = key(a.report.id, b.report.id);
    if (never.has(both)) return 'apart';
    return always.has(both) ? { place: 'same', by: 'hand' } : fitOf(a, b);
  };
};

const isSure = ({ by }: Fit): boolean => by === 'copy' || by === 'hand';

const strength = ({ by, place }: Fit): number =>
  ({ hand: 8, copy: 4, actor: 2, type: 1, tie: 1 })[by] + (place === 'same' ? 1 : 0);

/** The member a report fits best; null when it fits one of them not, unless people said that it belongs to another. */
const joins = (view: ReportView, cluster: Cluster, meet: Meet): { to: ReportView; fit: Fit } | null => {
  let best: { to: ReportView; fit: Fit } | null = null;
  let unfit = false;
  for (const to of cluster.views) {
    const fit = meet(view, to);
    if (fit === 'apart') return null;
    if (fit === null) unfit = true;
    else if (best === null || (strength(fit) > strength(best.fit) && isSure(fit))) best = { to, fit };
  }
  return unfit && best?.fit.by !== 'hand' ? null : best;
};

/** Each report joins the cluster it fits best, and only one all of whose reports it fits. */
const clustersOf = (views: readonly ReportView[], meet: Meet): Cluster[] => {
  const clusters: Cluster[] = [];
  for (const view of [...views].sort(byExactness)) {
    let best: { cluster: Cluster; to: ReportView; fit: Fit } | null = null;
    for (const cluster of clusters) {
      const join = joins(view, cluster, meet);
      if (join !== null && (best === null || strength(join.fit) > strength(best.fit)))
        best = { cluster, ...join };
    }
    if (best === null) clusters.push({ views: [view], joins: [] });
    else {
      best.cluster.views.push(view);
      best.cluster.joins.push({ view, to: best.to, fit: best.fit });
    }
  }
  return clusters;
};

/** Reports that are linked with one another, if only by way of others; which incidents they make depends on no other report. */
export interface Group {
  readonly views: Iterable<ReportView>;
  readonly incidents: readonly IncidentView[];
}

/** What became of the incidents when reports came and went. */
export interface Settled {
  readonly gone: readonly IncidentView[];
  readonly fresh: readonly IncidentView[];
}

/** Incidents that follow their reports as these come and go: only what a report touches is merged again. */
export interface Merging {
  /** Takes over what was merged before by the same rules and orders. */
  readonly resume: (group: Group) => void;
  readonly add: (view: ReportView) => void;
  readonly remove: (view: ReportView) => void;
  /** @param made told of each fresh incident at once, while what its articles say is still in memory */
  readonly settle: (made?: (incident: IncidentView) => void) => Settled;
  /** Of all that is settled. */
  readonly groups: () => ReadonlySet<Group>;
}

/** @param orders what people decided by hand */
export const createMerging = (orders: MergeOrders = NO_ORDERS): Merging => {
  const meet = meetBy(orders);
  const groups = new Map<ReportView, Group>();
  /** Of those that people set together. */
  const byId = new Map<string, ReportView>();
  const handed = new Map<string, string[]>();
  for (const [a, b] of orders.together) {
    handed.set(a, [...(handed.get(a) ?? []), b]);
    handed.set(b, [...(handed.get(b) ?? []), a]);
  }
  const unsettled = new Set<ReportView>();
  let gone: IncidentView[] = [];
  /** Where nothing comes in, nobody asks for them: not made before something does. */
  let around: Neighbours | null = null;

  /** Only between two settlings is each report in one of the two. */
  const look = (): Neighbours => {
    const made = createNeighbours();
    for (const view of groups.keys()) made.add(view);
    for (const view of unsettled) made.add(view);
    return made;
  };

  const remember = (view: ReportView): void => {
    if (handed.has(view.report.id)) byId.set(view.report.id, view);
  };

  const breakUp = (view: ReportView): void => {
    const group = groups.get(view);
    if (group === undefined) return;
    gone.push(...group.incidents);
    for (const member of group.views) {
      groups.delete(member);
      unsettled.add(member);
    }
  };

  const linked = (
    view: ReportView,
    near: Neighbours,
    fits: (a: ReportView, b: ReportView) => Fit | 'apart' | null,
  ) => [
    ...[...near.of(view)].filter(other => {
      const fit = fits(view, other);
      return fit !== null && fit !== 'apart';
    }),
    ...(handed.get(view.report.id) ?? []).flatMap(id => byId.get(id) ?? []),
  ];

  const groupAround = (seed: ReportView, near: Neighbours): Group => {
    const fits = new Map<ReportView, Map<ReportView, Fit | 'apart' | null>>();
    const known: Meet = (a, b) => {
      const [one, other] = a.report.id < b.report.id ? [a, b] : [b, a];
      const mine = fits.get(one) ?? new Map<ReportView, Fit | 'apart' | null>();
      fits.set(one, mine);
      const found = mine.get(other);
      if (found !== undefined) return found;
      const fit = meet(one, other);
      mine.set(other, fit);
      return fit;
    };
    const views = new Set([seed]);
    for (const view of views) {
      breakUp(view);
      unsettled.delete(view);
      for (const other of linked(view, near, known)) views.add(other);
    }
    const group = { views, incidents: clustersOf([...views], known).map(incidentOf) };
    for (const view of views) groups.set(view, group);
    return group;
  };

  return {
    resume: group => {
      for (const view of group.views) {
        remember(view);
        groups.set(view, group);
      }
    },
    add: view => {
      remember(view);
      around?.add(view);
      unsettled.add(view);
    },
    remove: view => {
      breakUp(view);
      byId.delete(view.report.id);
      around?.remove(view);
      unsettled.delete(view);
    },
    settle: made => {
      const fresh: IncidentView[] = [];
      for (const view of unsettled) {
        around ??= look();
        const { incidents } = groupAround(view, around);
        for (const each of incidents) made?.(each);
        fresh.push(...incidents);
      }
      const settled = { gone, fresh };
      gone = [];
      return settled;
    },
    groups: () => new Set(groups.values()),
  };
};

/**
 * Groups reports into incidents. A report joins the incident it fits best, and only one all of whose reports it
 * fits. The order in which reports are given changes nothing.
 * @returns newest first
 */
export const mergeReports = (
  views: readonly ReportView[],
  orders: MergeOrders = NO_ORDERS,
): IncidentView[] => {
  const merging = createMerging(orders);
  for (const view of views) merging.add(view);
  return [...merging.settle().fresh].sort((a, b) => newestFirst(a.incident, b.incident));
};
