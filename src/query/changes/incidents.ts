import type { ArticleId } from '../../core/article.ts';
import type { Report } from '../../core/incident.ts';
import { periodsOverlap } from '../../core/period.ts';
import { placeWithin } from '../../core/place.ts';
import { isMonitor } from '../asked-incidents.ts';
import { isEveryone } from '../compare.ts';
import { fitOf } from '../incidents/fits.ts';
import { viewsOf } from '../incidents/gather.ts';
import type { IncidentView } from '../incidents/incident.ts';
import type { ReportView } from '../incidents/view.ts';
import type { Services } from '../services.ts';
import { type Statement, statementsOf } from '../statements.ts';
import { incidentsAround } from './around.ts';
import type { Arrivals } from './arrivals.ts';
import { type Pair, pairOf } from './pairs.ts';
import { type RevisedToll, revisedTolls } from './tolls.ts';

export interface NewIncident {
  readonly view: IncidentView;
  readonly statements: readonly Statement[];
}

/** An incident that was known, with what its tolls were before. */
export interface RevisedIncident {
  readonly view: IncidentView;
  readonly tolls: readonly RevisedToll[];
}

export interface ChangedIncidents {
  readonly incidents: readonly NewIncident[];
  readonly revised: readonly RevisedIncident[];
  readonly pairs: readonly Pair[];
}

/** Whether two wordings of one article tell of the same happening. */
const isSameStory = (now: Report, old: Report): boolean => {
  if (now.id === old.id) return true;
  const [here, there] = [now.place?.value, old.place?.value];
  if (here === undefined || there === undefined || now.period === null || old.period === null) return false;
  const isNear = placeWithin(here, there) || placeWithin(there, here);
  return isNear && periodsOverlap(now.period.value, old.period.value);
};

/** Whether an incident is what a report, in a wording that does not count any more, told of. */
const isToldBy = (old: ReportView, { views }: IncidentView): boolean => {
  const own = views.filter(({ report }) => report.article === old.report.article);
  if (own.length > 0) return own.some(({ report }) => isSameStory(report, old.report));
  return views.some(view => fitOf(view, old) !== null);
};

const byAge = (a: ReportView, b: ReportView): number => {
  const [left, right] = [a.published ?? '', b.published ?? ''];
  return left === right ? (a.report.id < b.report.id ? -1 : 1) : left < right ? -1 : 1;
};

const bodyOf = ({ figure }: Statement): string | null => figure.body?.value ?? null;

/** Pairs of the tolls of one incident that two bodies give, one of them in a fresh article. */
const pairsIn = (
  view: IncidentView,
  statements: readonly Statement[],
  fresh: ReadonlySet<ArticleId>,
): readonly Pair[] => {
  const heads = statements.filter(
    each =>
      each.current && each.role === 'headline' && isEveryone(each.figure.victims) && bodyOf(each) !== null,
  );
  const single = heads.filter(
    (each, i) =>
      heads.findIndex(
        other => bodyOf(other) === bodyOf(each) && other.figure.measure === each.figure.measure,
      ) === i,
  );
  return single.flatMap((a, i) =>
    single.slice(i + 1).flatMap(b => {
      const isNew = fresh.has(a.figure.article) || fresh.has(b.figure.article);
      if (!isNew || a.figure.measure !== b.figure.measure) return [];
      const pair = pairOf(
        { figure: a.figure, published: a.view.published },
        { figure: b.figure, published: b.view.published },
        view,
      );
      return pair === null ? [] : [pair];
    }),
  );
};

/** Incidents that nobody knew before, those whose tolls are others now, and what bodies newly agree or disagree on. */
export const changedIncidents = (arrivals: Arrivals, services: Services): ChangedIncidents => {
  const { before, now, unknown, ended } = arrivals;
  const { store } = services;
  const fresh = new Set(arrivals.fresh);
  const replaced = new Set(ended.map(({ id }) => id));
  const gone = viewsOf(
    [...replaced].flatMap(article => store.reports({ asOf: before, article })),
    services,
    before,
  );
  const arrived = arrivals.fresh.flatMap(article => store.reports({ asOf: now, article }));
  if (arrived.length + gone.length === 0) return { incidents: [], revised: [], pairs: [] };
  const around = incidentsAround([...arrived, ...gone.map(({ report }) => report)], now, services);
  const found = around.flatMap(view => {
    const isFresh = view.views.some(({ report }) => fresh.has(report.article) && !report.background);
    const old = gone.filter(each => isToldBy(each, view));
    if (!isFresh && old.length === 0) return [];
    const kept = view.views.filter(
      ({ report: { article } }) => !unknown.has(article) && !replaced.has(article),
    );
    return [{ view, isFresh, before: [...kept, ...old].sort(byAge) }];
  });
  const told = found.map(each => ({
    ...each,
    statements: statementsOf(each.view, isMonitor(services)),
  }));
  return {
    incidents: told
      .filter(
        ({ view, isFresh, before: old }) => isFresh && old.length === 0 && view.incident.period !== null,
      )
      .map(({ view, statements }) => ({ view, statements })),
    revised: told
      .filter(({ before: old }) => old.length > 0)
      .map(({ view, before: old }) => ({ view, tolls: revisedTolls(view, old, services) }))
      .filter(({ tolls }) => tolls.length > 0),
    pairs: told.flatMap(({ view, statements }) => pairsIn(view, statements, fresh)),
  };
};
