import type { Figure } from '../../core/figure.ts';
import type { Incident, IncidentType, Toll } from '../../core/incident.ts';
import { daysIn } from '../../core/period.ts';
import type { MergeOrders } from '../../knowledge/merges.ts';
import type { Fit } from './fits.ts';
import { fitOf } from './fits.ts';
import type { ReportView } from './view.ts';

/** An incident with the reports behind it, oldest first. */
export interface IncidentView {
  readonly incident: Incident;
  readonly views: readonly ReportView[];
  /** One for each report but the first, in the order in which they were joined. */
  readonly joins: readonly Join[];
}

const NO_ORDERS: MergeOrders = { apart: [], together: [] };

const byAge = (a: ReportView, b: ReportView): number => {
  const [left, right] = [a.article.published ?? '', b.article.published ?? ''];
  if (left !== right) return left < right ? -1 : 1;
  return a.report.id < b.report.id ? -1 : a.report.id > b.report.id ? 1 : 0;
};

/** Reports that know the day and the place best come first, so that vaguer ones join them and not one another. */
const byExactness = (a: ReportView, b: ReportView): number => {
  const days = (view: ReportView): number =>
    view.report.period === null ? Number.POSITIVE_INFINITY : daysIn(view.report.period.value);
  const depth = (view: ReportView): number => view.report.place?.value.split('/').length ?? 0;
  const [left, right] = [days(a), days(b)];
  if (a.report.background !== b.report.background) return a.report.background ? 1 : -1;
  if (left !== right) return left < right ? -1 : 1;
  return depth(b) - depth(a) || byAge(a, b);
};

/** Why a report was joined to an incident: the report of it that fits best, and how. */
export interface Join {
  readonly report: string;
  readonly to: string;
  readonly fit: Fit;
}

interface Cluster {
  readonly views: ReportView[];
  readonly joins: { readonly view: ReportView; readonly to: ReportView; readonly fit: Fit }[];
}

type Meet = (a: ReportView, b: ReportView) => Fit | 'apart' | null;

/** How two reports meet, with what people decided by hand before all else. */
const meetBy = ({ apart, together }: MergeOrders): Meet => {
  const key = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
  const never = new Set(apart.map(([a, b]) => key(a, b)));
  const always = new Set(together.map(([a, b]) => key(a, b)));
  return (a, b) => {
    const both = key(a.report.id, b.report.id);
    if (never.has(both)) return 'apart';
    return always.has(both) ? { place: 'same', by: 'hand' } : fitOf(a, b);
  };
};

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

const isSure = ({ by }: Fit): boolean => by === 'copy' || by === 'hand';

const strength = ({ by, place }: Fit): number =>
  ({ hand: 8, copy: 4, actor: 2, type: 1, tie: 1 })[by] + (place === 'same' ? 1 : 0);

/** Reports of different provinces never meet; one that names no province may meet all of its country. */
const region = (view: ReportView): readonly string[] => {
  const [country, province] = view.report.place?.value.split('/') ?? [];
  return [country ?? '', province ?? ''];
};

const canMeet = (a: readonly string[], b: readonly string[]): boolean =>
  a[0] === b[0] && (a[1] === b[1] || a[1] === '' || b[1] === '');

/**
 * Groups reports into incidents. A report joins the incident it fits best, and only one all of whose reports it
 * fits. The order in which reports are given changes nothing.
 * @param orders what people decided by hand
 */
export const mergeReports = (
  views: readonly ReportView[],
  orders: MergeOrders = NO_ORDERS,
): IncidentView[] => {
  const meet = meetBy(orders);
  const byHand = new Set(orders.together.flat());
  const clusters: { readonly cluster: Cluster; readonly regions: (readonly string[])[] }[] = [];
  for (const view of [...views].sort(byExactness)) {
    const here = region(view);
    let best: { entry: (typeof clusters)[number]; to: ReportView; fit: Fit } | null = null;
    for (const entry of clusters) {
      if (!byHand.has(view.report.id) && !entry.regions.some(each => canMeet(each, here))) continue;
      const join = joins(view, entry.cluster, meet);
      if (join !== null && (best === null || strength(join.fit) > strength(best.fit)))
        best = { entry, ...join };
    }
    if (best === null) clusters.push({ cluster: { views: [view], joins: [] }, regions: [here] });
    else {
      best.entry.cluster.views.push(view);
      best.entry.cluster.joins.push({ view, to: best.to, fit: best.fit });
      best.entry.regions.push(here);
    }
  }
  return clusters
    .map(({ cluster }) => incidentOf(cluster))
    .sort((a, b) => newestFirst(a.incident, b.incident));
};

/** Newest first; what has no date comes last; then by id. */
export const newestFirst = (a: Incident, b: Incident): number => {
  const [left, right] = [a.period?.value.to ?? '', b.period?.value.to ?? ''];
  if (left !== right) return left > right ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
};

const sayMore = (types: readonly IncidentType[]): IncidentType => {
  const count = (type: IncidentType): number => types.filter(each => each === type).length;
  const exact = types.filter(type => type !== 'other' && type !== 'armed-attack');
  const pool = exact.length > 0 ? exact : types;
  // "Suicide bombing" says more than "bombing": where both are printed, it is one.
  if (pool.includes('suicide-bombing')) return 'suicide-bombing';
  return [...pool].sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1))[0] ?? 'other';
};

export type TollField = 'fatalities' | 'attackersKilled' | 'injuries' | 'abductions';

const incidentOf = ({ views, joins: made }: Cluster): IncidentView => {
  const exact = views[0];
  if (exact === undefined) throw new Error('an incident without a report');
  const old = [...views].sort(byAge);
  const reports = old.map(view => view.report);
  const incident: Incident = {
    id: exact.report.id,
    type: sayMore(reports.map(report => report.type)),
    period: exact.report.period,
    place: [...views].sort(byExactness).sort(deeper)[0]?.report.place ?? exact.report.place,
    site: exact.report.site ?? reports.find(report => report.site !== null)?.site ?? null,
    actors: reports.flatMap(report => report.actors.map(actor => ({ ...actor, report: report.id }))),
    reports,
    fatalities: tollOf(old, 'fatalities'),
    attackersKilled: tollOf(old, 'attackersKilled'),
    injuries: tollOf(old, 'injuries'),
    abductions: tollOf(old, 'abductions'),
    merges: made.map(
      ({ view, to, fit }) => `${view.report.article} and ${to.report.article}: ${mergeWords(fit)}`,
    ),
  };
  return {
    incident,
    views: old,
    joins: made.map(({ view, to, fit }) => ({ report: view.report.id, to: to.report.id, fit })),
  };
};

const WHY: Record<Exclude<Fit['by'], 'hand' | 'tie'>, string> = {
  copy: 'nearly the same words',
  actor: 'same actor',
  type: 'types of incident fit',
};

/** Why two reports count as one happening, in words. */
export const mergeWords = ({ by, place }: Fit): string =>
  by === 'hand'
    ? 'set together by hand'
    : by === 'tie'
      ? 'same place and kind, printed within days, and two of site, toll and actor are the same'
      : `${place === 'same' ? 'same place' : 'one place lies in the other'}, dates overlap, ${WHY[by]}`;

const deeper = (a: ReportView, b: ReportView): number =>
  (b.report.place?.value.split('/').length ?? 0) - (a.report.place?.value.split('/').length ?? 0);

/** Headline figures of one kind that a report still stands by. */
export const standing = (view: ReportView, field: TollField): Figure[] => {
  const ids = view.report[field]?.figures ?? [];
  return view.figures.filter(figure => ids.includes(figure.id) && figure.standing !== 'superseded');
};

/** Range of what the reports say; `best` is the word of the newest that gives one and is no mere recollection. */
export const tollOf = (old: readonly ReportView[], field: TollField): Toll | null => {
  const tolls = old.flatMap(view => {
    const toll = view.report[field];
    return toll === null ? [] : [{ toll, report: view.report }];
  });
  if (tolls.length === 0) return null;
  const all = tolls.flatMap(({ toll }) => [toll.low, toll.best, toll.high]).filter(each => each !== null);
  const told = tolls.filter(({ toll }) => toll.best !== null);
  const newest = told.findLast(({ report }) => !report.background) ?? told.at(-1);
  return {
    low: all.length === 0 ? null : Math.min(...all),
    best: newest?.toll.best ?? null,
    high: all.length === 0 ? null : Math.max(...all),
    figures: tolls.flatMap(({ toll }) => toll.figures),
  };
};
