import { fold, foldWords } from '../core/fold.ts';
import type { PlaceId } from '../core/place.ts';
import { placeWithin } from '../core/place.ts';
import { incidentsIn, isOfType, tellsOf } from './asked-incidents.ts';
import { reportWords } from './incidents/fits.ts';
import { type IncidentView, newestFirst } from './incidents/incident.ts';
import { onlyPlace, type Plan } from './plan.ts';

import type { Services } from './services.ts';

/** The incidents a question is about, newest first, and those of the same place that it is less about. */
export interface PickedIncidents {
  readonly meant: readonly IncidentView[];
  readonly others: readonly IncidentView[];
}

/** "Labourers" finds "labourer", "killing" finds "killed": the beginning of a word is enough. */
const stem = (word: string): string => (word.length > 5 ? word.slice(0, word.length - 2) : word);

const count = (text: string, words: readonly string[]): number =>
  words.filter(word => new RegExp(`(?<![\\p{L}\\p{N}])${stem(fold(word))}`, 'u').test(text)).length;

const wordsMet = (view: IncidentView, words: readonly string[]): number =>
  words.length === 0 ? 0 : count(` ${view.views.map(reportWords).join(' ')}`, words);

/** A sentence may tell of two incidents; the site is of one alone: "the attack on the railway station". */
const sitesMet = (view: IncidentView, words: readonly string[]): number =>
  count(` ${fold(view.views.map(({ report }) => report.site ?? '').join(' '))}`, words);

/** Words of a question that no report of these incidents holds. */
export const unmetWords = (views: readonly IncidentView[], { rest }: Plan): string[] =>
  rest.filter(word => !views.some(view => wordsMet(view, [word]) > 0));

/** Keeps those that meet a wish; where none does, all: the wish then was not about incidents. */
const prefer = (
  views: readonly IncidentView[],
  wish: (view: IncidentView) => boolean,
): readonly IncidentView[] => {
  const met = views.filter(wish);
  return met.length > 0 ? met : views;
};

const NONE: PickedIncidents = { meant: [], others: [] };

/** Incidents that are read word by word. */
const MOST_READ = 300;

/** Of more incidents than can be read those in whose articles full text finds the words best; none where it finds none. */
const readable = (
  views: readonly IncidentView[],
  words: string,
  { search }: Services,
): readonly IncidentView[] => {
  if (views.length <= MOST_READ || words === '') return views;
  const articles = new Set(views.flatMap(({ incident }) => incident.reports.map(report => report.article)));
  const visible = { has: (id: string) => articles.has(id), all: () => articles };
  const found = new Set(search.ranked(words, MOST_READ, visible));
  return views.filter(({ incident }) => incident.reports.some(report => found.has(report.article)));
};

/**
 * Incidents that their articles place less exactly, or not at all, but tell with the name of the place asked about:
 * "the shrine of Data Darbar" in a report placed in Lahore.
 */
const incidentsNaming = (plan: Plan, services: Services): IncidentView[] => {
  const place = onlyPlace(plan);
  if (place === null) return [];
  const known = services.gazetteer.byId(place);
  const names = (known === null ? [place.split('/').at(-1) ?? place] : [known.name, ...known.aliases])
    .map(name => foldWords(name).join(' '))
    .filter(name => name.length > 3);
  const around = incidentsIn({ ...plan, places: [] }, null, services).filter(
    ({ incident: { place: at } }) => at === null || isNear(place, at.value),
  );
  return readable(around, names.join(' '), services).filter(view => {
    const text = ` ${foldWords(view.views.map(reportWords).join(' ')).join(' ')} `;
    return names.some(name => text.includes(` ${name} `));
  });
};

/** The place told is around the one asked for, or lies in the same district. */
const isNear = (asked: PlaceId, told: PlaceId): boolean => {
  const district = asked.split('/').slice(0, 3);
  return placeWithin(asked, told) || (district.length === 3 && placeWithin(told, district.join('/')));
};

/** Incidents of every place asked about, each once. */
const incidentsAt = (plan: Plan, services: Services): readonly IncidentView[] => {
  const [first = null, ...others] = plan.places;
  if (others.length === 0) {
    const placed = incidentsIn(plan, first, services);
    return placed.length > 0 ? placed : incidentsNaming(plan, services);
  }
  const placed = new Set(plan.places.flatMap(place => incidentsIn(plan, place, services)));
  return [...placed].sort((a, b) => newestFirst(a.incident, b.incident));
};

/**
 * What an article tells besides its incident, without a day of its own ("six drivers in all, a trader said"), bears the day
 * of print and would pass for the newest: it comes after the incidents its article dates.
 */
const asidesLast = (views: readonly IncidentView[]): IncidentView[] => {
  const isDated = ({ incident }: IncidentView): boolean =>
    incident.reports.some(report => report.period !== null && report.period.basis !== 'assumed');
  const dated = new Set(
    views.filter(isDated).flatMap(({ incident }) => incident.reports.map(report => report.article)),
  );
  const isAside = (view: IncidentView): boolean =>
    !isDated(view) && view.incident.reports.every(report => dated.has(report.article));
  return [...views.filter(view => !isAside(view)), ...views.filter(isAside)];
};

export const pickIncidents = (plan: Plan, services: Services): PickedIncidents => {
  if (plan.places.length > 1 && !plan.together) return NONE;
  const all = incidentsAt(plan, services);
  const typed = plan.types.length === 0 ? all : all.filter(({ incident }) => isOfType(incident, plan.types));
  // What one article calls a blast another calls a shooting: the other words of the question then decide.
  const ofType =
    typed.length > 0
      ? typed
      : readable(all, plan.rest.join(' '), services).filter(
          view => wordsMet(view, plan.rest) * 2 >= Math.max(2, plan.rest.length),
        );
  const exact = prefer(ofType, ({ incident }) =>
    incident.reports.some(report => plan.types.includes(report.type)),
  );
  const counted = plan.measures.length === 0 ? exact : prefer(exact, tellsOf(plan, services, plan.measures));
  const inOrder = asidesLast(counted);
  const worthReading = readable(inOrder, plan.rest.join(' '), services);
  const ordered = worthReading.length > 0 ? worthReading : inOrder.slice(0, MOST_READ);
  const met = ordered.map(view => ({ view, met: wordsMet(view, plan.rest) }));
  const most = Math.max(0, ...met.map(each => each.met));
  // Without a place, a period or a group the words alone must name it.
  const named = plan.places.length > 0 || plan.periods.length > 0 || plan.actors.length > 0 || plan.latest;
  if (!named && (plan.rest.length === 0 ? plan.types.length === 0 : most * 2 < plan.rest.length)) return NONE;
  // "Who is responsible for the surge in …": words that fit no incident, and nothing that asks for one.
  const asksForOne =
    plan.forced || plan.counting || plan.types.length > 0 || plan.periods.length > 0 || plan.latest;
  if (plan.rest.length > 0 && most === 0 && !asksForOne) return NONE;
  const fitting = met
    .filter(each => each.met === most)
    .map(({ view }) => ({ view, sites: sitesMet(view, plan.rest) }))
    .sort((a, b) => b.sites - a.sites)
    .map(({ view }) => view);
  const meant = plan.latest ? fitting.slice(0, 1) : fitting;
  const isMeant = new Set(meant);
  return { meant, others: all.filter(view => !isMeant.has(view)) };
};
