import type { Figure } from '../../core/figure.ts';
import type { Incident, IncidentType, Report, Toll } from '../../core/incident.ts';
import { daysIn } from '../../core/period.ts';
import type { Fit } from './fits.ts';
import type { ReportView } from './view.ts';

/** An incident with the reports behind it, oldest first. */
export interface IncidentView {
  readonly incident: Incident;
  readonly views: readonly ReportView[];
  /** One for each report but the first, in the order in which they were joined. */
  readonly joins: readonly Join[];
}

/** Why a report was joined to an incident: the report of it that fits best, and how. */
export interface Join {
  readonly report: string;
  readonly to: string;
  readonly fit: Fit;
}

/** Reports found to tell of one happening, the most exact one first, and what joined each of the others. */
export interface Cluster {
  readonly views: ReportView[];
  readonly joins: { readonly view: ReportView; readonly to: ReportView; readonly fit: Fit }[];
}

const byAge = (a: ReportView, b: ReportView): number => {
  const [left, right] = [a.published ?? '', b.published ?? ''];
  if (left !== right) return left < right ? -1 : 1;
  return a.report.id < b.report.id ? -1 : a.report.id > b.report.id ? 1 : 0;
};

/** Reports that know the day and the place best come first, so that vaguer ones join them and not one another. */
export const byExactness = (a: ReportView, b: ReportView): number => {
  const days = (view: ReportView): number =>
    view.report.period === null ? Number.POSITIVE_INFINITY : daysIn(view.report.period.value);
  const depth = (view: ReportView): number => view.report.place?.value.split('/').length ?? 0;
  const [left, right] = [days(a), days(b)];
  if (a.report.background !== b.report.background) return a.report.background ? 1 : -1;
  if (left !== right) return left < right ? -1 : 1;
  return depth(b) - depth(a) || byAge(a, b);
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

/** The reports of an incident in the order in which they were merged. */
const exactOf = ({ views }: Cluster): ReportView => {
  const [exact] = views;
  if (exact === undefined) throw new Error('an incident without a report');
  return exact;
};

const deepestPlace = (views: readonly ReportView[]): Incident['place'] =>
  [...views].sort(byExactness).sort(deeper)[0]?.report.place ?? null;

/**
 * By what incidents are chosen is here at once, what is shown of one is made when it is asked for: most are only counted.
 */
class MergedIncident implements Incident {
  readonly period: Incident['period'];
  readonly reports: readonly Report[];
  readonly #exact: Report;
  readonly #old: readonly ReportView[];
  readonly #cluster: Cluster;
  #deepest: Incident['place'] = null;

  constructor(cluster: Cluster, old: readonly ReportView[]) {
    this.#exact = exactOf(cluster).report;
    this.#old = old;
    this.#cluster = cluster;
    this.period = this.#exact.period;
    this.reports = old.map(view => view.report);
  }

  get id(): Incident['id'] {
    return this.#exact.id;
  }
  get type(): IncidentType {
    return this.#old.length === 1 ? this.#exact.type : sayMore(this.reports.map(report => report.type));
  }
  get place(): Incident['place'] {
    if (this.#old.length === 1) return this.#exact.place;
    this.#deepest ??= deepestPlace(this.#cluster.views) ?? this.#exact.place;
    return this.#deepest;
  }
  get site(): Incident['site'] {
    return this.#exact.site ?? this.reports.find(report => report.site !== null)?.site ?? null;
  }
  get actors(): Incident['actors'] {
    return this.reports.flatMap(report =>
      report.actors.map(actor => ({
        actor: actor.actor,
        role: actor.role,
        by: actor.by,
        get span() {
          return actor.span;
        },
        report: report.id,
      })),
    );
  }
  get fatalities(): Toll | null {
    return tollOf(this.#old, 'fatalities');
  }
  get attackersKilled(): Toll | null {
    return tollOf(this.#old, 'attackersKilled');
  }
  get injuries(): Toll | null {
    return tollOf(this.#old, 'injuries');
  }
  get abductions(): Toll | null {
    return tollOf(this.#old, 'abductions');
  }
  get merges(): readonly string[] {
    return this.#cluster.joins.map(
      ({ view, to, fit }) => `${view.report.article} and ${to.report.article}: ${mergeWords(fit)}`,
    );
  }

  toJSON(): Incident {
    const { id, type, period, place, site, actors, reports, merges } = this;
    const { fatalities, attackersKilled, injuries, abductions } = this;
    return {
      id,
      type,
      period,
      place,
      site,
      actors,
      reports,
      fatalities,
      attackersKilled,
      injuries,
      abductions,
      merges,
    };
  }
}

export const incidentOf = (cluster: Cluster): IncidentView => {
  const { views, joins } = cluster;
  const old = views.length === 1 ? views : [...views].sort(byAge);
  return {
    incident: new MergedIncident(cluster, old),
    views: old,
    joins: joins.map(({ view, to, fit }) => ({ report: view.report.id, to: to.report.id, fit })),
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
    get figures() {
      return tolls.flatMap(({ toll }) => toll.figures);
    },
  };
};
