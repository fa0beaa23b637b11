import type { Answer, Block } from '../core/answer.ts';
import { audit } from '../query/audit/audits.ts';
import { figuresOf } from '../query/audit/check.ts';
import { trendsOf } from '../query/audit/linked.ts';
import type { CasualtyFigures } from '../query/casualties.ts';
import {
  answersTotal,
  findCasualties,
  hasAggregate,
  isEmpty,
  needsAggregate,
  statedFigures,
} from '../query/casualties.ts';
import type { Plan } from '../query/plan.ts';
import { isBounded, onlyPlace } from '../query/plan.ts';
import type { Services } from '../query/services.ts';
import { readingNotices, titled, unusedNotices } from './asked.ts';
import { casualtySections, MOST_LINES } from './casualty-sections.ts';
import { checkNotice } from './check-notice.ts';
import { composeCompare } from './compare.ts';
import type { Desk } from './draft.ts';
import { finish, openDesk } from './draft.ts';
import { heading } from './lines.ts';
import { numberNotices } from './number-notices.ts';
import { incidentOffer, whyOffer } from './offers.ts';
import { refusePlan } from './refuse.ts';
import { composeSearch } from './search.ts';
import { typeNotices } from './type-notices.ts';
import { victimNotices } from './victim-notices.ts';
import { WORDS } from './words.ts';

const MOST_CHECKS = 8;

/** What the bodies' arithmetic shows, where it touches what the answer shows. */
const checks = (found: CasualtyFigures, plan: Plan, desk: Desk): Block[] => {
  const main = [found.whole, found.byVictims, found.byPlace].flatMap(each => each.slice(0, MOST_LINES));
  const figures = main.length > 0 ? main : found.shorter.slice(0, MOST_LINES);
  const shown = new Set(figures.map(figure => figure.id));
  const articles = [...new Set(figures.map(figure => figure.article))];
  const all = articles.flatMap(article =>
    desk.services.store
      .figures({ asOf: plan.asOf, article, scope: 'aggregate' })
      .filter(figure => figure.standing === 'current'),
  );
  const trends = articles.flatMap(article => trendsOf(article, plan.asOf, desk.services));
  const notices = audit({ figures: all, trends })
    .filter(check => figuresOf(check).some(figure => shown.has(figure.id)))
    .slice(0, MOST_CHECKS)
    .map(check => checkNotice(check, desk));
  return notices.length === 0 ? [] : [heading(WORDS.checks), ...notices];
};

/** Says first where nobody has counted exactly what was asked. */
const opening = (found: CasualtyFigures, plan: Plan): Block[] => {
  if (found.whole.length > 0 || isEmpty(found)) return [];
  const message = hasAggregate(found) ? WORDS.onlyInside : WORDS.onlyIncidents;
  const day = plan.periods.every(each => each.precision === 'day') && plan.periods.length > 0;
  return day || found.narrower.length + found.shorter.length + found.byPlace.length === 0
    ? []
    : [{ kind: 'notice', tone: 'info', content: [message] }];
};

/** Places side by side where the question lists them, or names two of one kind in one breath. */
const isListed = ({ places, together }: Plan, { services }: Desk): boolean => {
  const kinds = new Set(places.map(place => services.gazetteer.byId(place)?.kind ?? place));
  return together || kinds.size === 1;
};

/**
 * What each body says of a scope, widest first: in all, by victims, by place, shorter periods inside, single incidents;
 * after each how the bodies stand to each other, at the end which sums add up. Nothing is added across bodies or periods.
 */
export const composeCasualties = (question: string, plan: Plan, services: Services): Answer => {
  const desk = openDesk(services, plan.asOf);
  if (plan.periods.length > 1) return composeCompare(question, plan, services);
  if (plan.places.length > 1)
    return isListed(plan, desk) ? composeCompare(question, plan, services) : refusePlan(question, plan, desk);
  // Words alone, which nothing was found for: the totals of the whole corpus are no answer to them.
  if (!plan.forced && plan.security && !isBounded(plan) && plan.rest.length > 0)
    return composeSearch(question, plan, services);
  const place = onlyPlace(plan);
  const found = findCasualties(plan, place, services);
  if (isEmpty(found) || (needsAggregate(plan, place) && !answersTotal(found, plan)))
    return refusePlan(question, plan, desk);
  const figures = statedFigures(found, plan.victims !== null || plan.people.length > 0);
  const sections = casualtySections(found, plan, desk);
  const offers = [
    ...found.incidents.slice(0, 3).map(({ incident }) => incidentOffer(incident, desk)),
    whyOffer(question),
  ];
  const blocks: Block[] = [
    ...readingNotices(plan, desk.speech),
    ...(plan.security ? unusedNotices(plan) : []),
    ...(plan.security ? [] : [{ kind: 'notice', tone: 'info', content: [WORDS.noAttack] } satisfies Block]),
    ...opening(found, plan),
    ...victimNotices(figures, plan),
    ...typeNotices(
      found.incidents.map(({ incident }) => incident),
      plan,
    ),
    ...sections,
    ...numberNotices(
      figures.map(figure => ({ figure, current: figure.standing === 'current' })),
      plan,
      desk,
    ),
    ...checks(found, plan, desk),
    { kind: 'offers', title: WORDS.nextTitle, items: offers },
  ];
  return finish({ question, title: titled('Casualties', plan, desk.speech), blocks, figures }, desk);
};
