import type { Figure, Measure } from '../core/figure.ts';
import { isEveryone, sameVictims } from './compare.ts';
import type { IncidentView } from './incidents/incident.ts';
import type { ReportView } from './incidents/view.ts';
import { headNumber, quantitiesAgree } from './quantity.ts';

/**
 * `headline`: the toll of the incident, or of one side of it; `part`: some of those; `attackers`: killed in their own
 * attack; `shared`: one number for several incidents, which belongs to none of them alone.
 */
export type Role = 'headline' | 'part' | 'attackers' | 'shared';

/** What one report says of an incident in one number, and whether it still stands. */
export interface Statement {
  readonly figure: Figure;
  readonly view: ReportView;
  readonly role: Role;
  /** False: an earlier toll that a newer statement replaced. */
  readonly current: boolean;
}

type Draft = Omit<Statement, 'current'>;

const roleOf = (
  figure: Figure,
  view: ReportView,
  all: ReadonlyMap<string, Measure>,
  monitor: boolean,
): Role => {
  if (view.report.attackersKilled?.figures.includes(figure.id)) return 'attackers';
  if (figure.shared) return 'shared';
  // The dead of "45 casualties, 12 dead and 33 injured" are all the dead there are.
  if (figure.partOf !== null && all.get(figure.partOf) === figure.measure) return 'part';
  // A monitor counts classes apart: its "14 security personnel" are some of the dead, not the toll.
  return monitor && figure.measure === 'fatalities' && !isEveryone(figure.victims) ? 'part' : 'headline';
};

/** Later days first; two that give only the day, or the same instant, are of one age. */
const isOlder = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null) return false;
  return a.length === b.length ? a < b : a.slice(0, 10) < b.slice(0, 10);
};

const sameHead = (a: Figure, b: Figure): boolean =>
  headNumber(a.quantity) === headNumber(b.quantity) && sameVictims(a.victims, b.victims);

/** Which of the statements of one measure still stand. */
const standing = (drafts: readonly Draft[]): Statement[] => {
  const alive = drafts.filter(({ figure }) => figure.standing !== 'superseded');
  const fresh = alive.filter(({ view }) => !view.report.background);
  const pool = fresh.length > 0 ? fresh : alive;
  const isReplaced = (draft: Draft): boolean =>
    draft.figure.standing === 'superseded' ||
    // "He asked the press to stop using the figure of 14": what a later article withdraws no longer stands.
    drafts.some(
      other =>
        other.figure.standing === 'superseded' &&
        other.view.report.article !== draft.view.report.article &&
        !isOlder(other.view.published, draft.view.published) &&
        sameHead(other.figure, draft.figure),
    ) ||
    pool.some(
      other =>
        isOlder(draft.view.published, other.view.published) &&
        sameVictims(other.figure.victims, draft.figure.victims) &&
        !pool.some(
          each =>
            each.view.published === other.view.published &&
            quantitiesAgree(each.figure.quantity, draft.figure.quantity),
        ),
    );
  return drafts.map(draft => ({ ...draft, current: !isReplaced(draft) }));
};

/** Whether a newer toll of everyone makes an older one of a single class history too. */
const outdate = (statements: readonly Statement[]): Statement[] => {
  const tolls = statements.filter(
    each => each.current && each.role === 'headline' && isEveryone(each.figure.victims),
  );
  return statements.map(each => ({
    ...each,
    current:
      each.current &&
      !tolls.some(
        toll =>
          !sameVictims(toll.figure.victims, each.figure.victims) &&
          !quantitiesAgree(toll.figure.quantity, each.figure.quantity) &&
          isOlder(each.view.published, toll.view.published),
      ),
  }));
};

/**
 * Everything the reports of an incident say in numbers, newest article first, in the order of the text within one.
 * A report that only recalls the incident replaces nothing.
 * @param isMonitor whether a body counts by class over many incidents
 */
export const statementsOf = ({ views }: IncidentView, isMonitor: (body: string) => boolean): Statement[] => {
  const all = new Map(views.flatMap(view => view.figures.map(({ id, measure }) => [id, measure] as const)));
  const seen = new Set<string>();
  const drafts = [...views].reverse().flatMap(view =>
    view.figures.flatMap(figure => {
      if (seen.has(figure.id)) return [];
      seen.add(figure.id);
      const monitor = figure.body !== null && isMonitor(figure.body.value);
      return { figure, view, role: roleOf(figure, view, all, monitor) };
    }),
  );
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = `${draft.figure.measure}|${draft.role}`;
    groups.set(key, [...(groups.get(key) ?? []), draft]);
  }
  const marked = [...groups.values()].flatMap(group => outdate(standing(group)));
  const order = new Map(drafts.map((draft, i) => [draft.figure.id, i]));
  return marked.sort((a, b) => (order.get(a.figure.id) ?? 0) - (order.get(b.figure.id) ?? 0));
};

export const withMeasure = <T extends { readonly figure: Pick<Figure, 'measure'> }>(
  statements: readonly T[],
  measures: readonly Measure[],
): T[] =>
  measures.length === 0 ? [...statements] : statements.filter(each => measures.includes(each.figure.measure));
