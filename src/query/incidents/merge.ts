import type { Figure } from '../../core/figure.ts';
import type { Incident, IncidentType, Toll } from '../../core/incident.ts';
import { daysIn } from '../../core/period.ts';
import type { Fit } from './fits.ts';
import { fitOf } from './fits.ts';
import type { ReportView } from './view.ts';

/** An incident with the reports behind it, oldest first. */
export interface IncidentView {
  readonly incident: Incident;
  readonly views: readonly ReportView[];
}

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

interface Cluster {
  readonly views: ReportView[];
  readonly joins: { readonly view: ReportView; readonly to: ReportView; readonly fit: Fit }[];
}

/** The members a report fits; null when it contradicts one of them. */
const joins = (view: ReportView, cluster: Cluster): { to: ReportView; fit: Fit } | null => {
  let best: { to: ReportView; fit: Fit } | null = null;
  for (const to of cluster.views) {
    const fit = fitOf(view, to);
    if (fit === null) return null;
    if (best === null || (fit.by === 'copy' && best.fit.by !== 'copy')) best = { to, fit };
  }
  return best;
};

const strength = (fit: Fit): number =>
  (fit.by === 'copy' ? 4 : fit.by === 'actor' ? 2 : 1) + (fit.place === 'same' ? 1 : 0);

/**
 * Groups reports into incidents. A report joins the incident it fits best, and only one all of whose reports it
 * fits. The order in which reports are given changes nothing.
 */
export const mergeReports = (views: readonly ReportView[]): IncidentView[] => {
  const clusters: Cluster[] = [];
  for (const view of [...views].sort(byExactness)) {
    let best: { cluster: Cluster; to: ReportView; fit: Fit } | null = null;
    for (const cluster of clusters) {
      const join = joins(view, cluster);
      if (join !== null && (best === null || strength(join.fit) > strength(best.fit)))
        best = { cluster, ...join };
    }
    if (best === null) clusters.push({ views: [view], joins: [] });
    else {
      best.cluster.views.push(view);
      best.cluster.joins.push({ view, to: best.to, fit: best.fit });
    }
  }
  return clusters.map(incidentOf).sort((a, b) => newestFirst(a.incident, b.incident));
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

type TollField = 'fatalities' | 'attackersKilled' | 'injuries' | 'abductions';

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
      ({ view, to, fit }) =>
        `${view.report.article} and ${to.report.article}: ${fit.place === 'same' ? 'same place' : 'one place lies in the other'}, dates overlap, ${WHY[fit.by]}`,
    ),
  };
  return { incident, views: old };
};

const WHY: Record<Fit['by'], string> = {
  copy: 'nearly the same words',
  actor: 'same actor',
  type: 'types of incident fit',
};

const deeper = (a: ReportView, b: ReportView): number =>
  (b.report.place?.value.split('/').length ?? 0) - (a.report.place?.value.split('/').length ?? 0);

/** Headline figures of one kind that a report still stands by. */
export const standing = (view: ReportView, field: TollField): Figure[] => {
  const ids = view.report[field]?.figures ?? [];
  return view.figures.filter(figure => ids.includes(figure.id) && figure.standing !== 'superseded');
};

/** Range of what the reports say; `best` is the word of the newest that gives one and is no mere recollection. */
const tollOf = (old: readonly ReportView[], field: TollField): Toll | null => {
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
