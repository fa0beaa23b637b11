import type { Answer, Block } from '../core/answer.ts';
import type { Figure } from '../core/figure.ts';
import { stated } from '../query/asked-incidents.ts';
import { auditSums } from '../query/audit.ts';
import type { CasualtyFigures, IncidentFigures } from '../query/casualties.ts';
import {
  answersTotal,
  findCasualties,
  hasAggregate,
  isEmpty,
  needsAggregate,
  statedFigures,
  withoutParts,
} from '../query/casualties.ts';
import type { Plan } from '../query/plan.ts';
import { onlyPlace } from '../query/plan.ts';
import type { Services } from '../query/services.ts';
import { readingNotices, titled } from './asked.ts';
import { composeCompare } from './compare.ts';
import type { Desk } from './draft.ts';
import { finish, openDesk } from './draft.ts';
import { figureLines, heading, listOf, statementLines } from './lines.ts';
import { pairNotices, sumNotice } from './notices.ts';
import { periodWords } from './periods.ts';
import { incidentOffer, refusePlan } from './refuse.ts';
import { TYPE_WORDS, WORDS } from './words.ts';

/** Lines of a section before the rest is only counted. */
const MOST_LINES = 12;
const FEW_LINES = 6;
const MOST_INCIDENTS = 8;
const MOST_CHECKS = 8;

const section = (title: string, figures: readonly Figure[], most: number, desk: Desk): Block[] => {
  if (figures.length === 0) return [];
  const shown = figures.slice(0, most);
  const left = figures.length - shown.length;
  return [
    heading(title),
    ...listOf(figureLines(shown, desk)),
    ...(left > 0 ? [{ kind: 'paragraph', content: [`and ${left} more`] } satisfies Block] : []),
  ];
};

export const incidentTitle = ({ incident }: IncidentFigures['incident'], { speech }: Desk): string =>
  [
    `${TYPE_WORDS[incident.type].slice(0, 1).toUpperCase()}${TYPE_WORDS[incident.type].slice(1)}`,
    speech.place(incident.place?.value ?? null),
    incident.period === null ? WORDS.noDate : periodWords(incident.period.value),
  ].join(', ');

const incidentSection = (found: CasualtyFigures, narrowed: boolean, desk: Desk): Block[] => {
  const { incidents, loose } = found;
  if (incidents.length + loose.length === 0) return [];
  const shown = incidents
    .slice(0, MOST_INCIDENTS)
    .map(({ incident, statements }) => [
      `${incidentTitle(incident, desk)}: `,
      ...statementLines(stated(statements, narrowed), desk).flatMap((line, i) =>
        i === 0 ? line : ['; ', ...line],
      ),
    ]);
  const left = incidents.length - shown.length;
  return [
    heading(WORDS.incidents),
    ...listOf([...shown, ...figureLines(loose.slice(0, MOST_LINES), desk)]),
    ...(left > 0 ? [{ kind: 'paragraph', content: [`and ${left} more incidents`] } satisfies Block] : []),
  ];
};

/** Figures to set beside one another: the whole scope, and for a body without one its widest inside. */
const comparables = (found: CasualtyFigures): Figure[] => {
  const has = (figure: Figure): boolean =>
    found.whole.some(other => other.measure === figure.measure && other.body?.value === figure.body?.value);
  const inside = found.shorter.filter((figure, i, all) => {
    const first = all.findIndex(
      other => other.measure === figure.measure && other.body?.value === figure.body?.value,
    );
    return first === i && !has(figure) && figure.body !== null;
  });
  return [...found.whole, ...inside];
};

const checks = (figures: readonly Figure[], plan: Plan, desk: Desk): Block[] => {
  const articles = [...new Set(figures.map(figure => figure.article))];
  const shown = new Set(figures.map(figure => figure.id));
  const all = articles.flatMap(article =>
    desk.services.store
      .figures({ asOf: plan.asOf, article, scope: 'aggregate' })
      .filter(figure => figure.standing === 'current'),
  );
  const relevant = auditSums(all).filter(
    ({ total, parts }) => shown.has(total.id) || parts.some(part => shown.has(part.id)),
  );
  return relevant.slice(0, MOST_CHECKS).map(check => sumNotice(check, desk));
};

/** The headline numbers in one line, before the sections. */
const opening = (found: CasualtyFigures, plan: Plan): Block[] => {
  if (found.whole.length > 0 || isEmpty(found)) return [];
  const message = hasAggregate(found)
    ? 'No body gives one number for exactly this; what follows lies inside it and is not added up.'
    : 'The articles give no count over this scope; single incidents are not added up.';
  const day = plan.periods.every(each => each.precision === 'day') && plan.periods.length > 0;
  return day || found.narrower.length + found.shorter.length + found.byPlace.length === 0
    ? []
    : [{ kind: 'notice', tone: 'info', content: [message] }];
};

/**
 * What each body says of a scope, widest first: in all, by victims, by place, shorter periods inside, single incidents;
 * then how the bodies stand to each other and which sums add up. Nothing is added across bodies or periods.
 */
export const composeCasualties = (question: string, plan: Plan, services: Services): Answer => {
  const desk = openDesk(services, plan.asOf);
  const place = onlyPlace(plan);
  if (plan.places.length > 1)
    return plan.together ? composeCompare(question, plan, services) : refusePlan(question, plan, desk);
  const found = findCasualties(plan, place, services);
  if (isEmpty(found) || (needsAggregate(plan, place) && !answersTotal(found, plan)))
    return refusePlan(question, plan, desk);
  const sections = [
    ...section(WORDS.totals, found.whole, MOST_LINES, desk),
    ...section(WORDS.byVictims, found.byVictims, MOST_LINES, desk),
    ...section(WORDS.byPlace, found.byPlace, MOST_LINES, desk),
    ...section(WORDS.byActor, found.byActor, FEW_LINES, desk),
    ...section(WORDS.shorter, withoutParts(found.shorter), MOST_LINES, desk),
    ...section(WORDS.narrower, withoutParts(found.narrower), FEW_LINES, desk),
    ...incidentSection(found, plan.victims !== null, desk),
  ];
  const main = [...found.whole, ...found.byVictims, ...found.byPlace];
  const audits = checks(main.length > 0 ? main : found.shorter, plan, desk);
  const offers = found.incidents.slice(0, 3).map(({ incident }) => incidentOffer(incident, desk));
  const blocks: Block[] = [
    ...readingNotices(plan, desk.speech),
    ...opening(found, plan),
    ...sections,
    ...pairNotices(comparables(found), desk),
    ...audits,
    ...(offers.length === 0
      ? []
      : [{ kind: 'offers', title: WORDS.nextTitle, items: offers } satisfies Block]),
  ];
  return finish(
    {
      question,
      title: titled('Casualties', plan, desk.speech),
      blocks,
      figures: statedFigures(found, plan.victims !== null),
    },
    desk,
  );
};
