import { fold, foldWords } from '../core/fold.ts';
import { placeWithin } from '../core/place.ts';
import { incidentsIn, statementsFor } from './asked-incidents.ts';
import { reportWords, typesFit } from './incidents/fits.ts';
import { type IncidentView, newestFirst } from './incidents/merge.ts';
import { onlyPlace, type Plan } from './plan.ts';

import type { Services } from './services.ts';

/** The incidents a question is about, newest first, and those of the same place that it is less about. */
export interface PickedIncidents {
  readonly meant: readonly IncidentView[];
  readonly others: readonly IncidentView[];
}

/** "Labourers" finds "labourer", "killing" finds "killed": the beginning of a word is enough. */
const stem = (word: string): string => (word.length > 5 ? word.slice(0, word.length - 2) : word);

const wordsMet = (view: IncidentView, words: readonly string[]): number => {
  const text = ` ${view.views.map(reportWords).join(' ')}`;
  return words.filter(word => new RegExp(`(?<![\\p{L}\\p{N}])${stem(fold(word))}`, 'u').test(text)).length;
};

/** Keeps those that meet a wish; where none does, all: the wish then was not about incidents. */
const prefer = (
  views: readonly IncidentView[],
  wish: (view: IncidentView) => boolean,
): readonly IncidentView[] => {
  const met = views.filter(wish);
  return met.length > 0 ? met : views;
};

const NONE: PickedIncidents = { meant: [], others: [] };

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
  return incidentsIn({ ...plan, places: [] }, null, services).filter(view => {
    const at = view.incident.place?.value;
    const text = ` ${foldWords(view.views.map(reportWords).join(' ')).join(' ')} `;
    return (at === undefined || placeWithin(place, at)) && names.some(name => text.includes(` ${name} `));
  });
};

/** Incidents of every place asked about, each once. */
const incidentsAt = (plan: Plan, services: Services): IncidentView[] => {
  const places = plan.places.length === 0 ? [null] : plan.places;
  const placed = places.flatMap(place => incidentsIn(plan, place, services));
  const all = placed.length > 0 ? placed : incidentsNaming(plan, services);
  return all
    .filter((view, i) => all.findIndex(other => other.incident.id === view.incident.id) === i)
    .sort((a, b) => newestFirst(a.incident, b.incident));
};

export const pickIncidents = (plan: Plan, services: Services): PickedIncidents => {
  if (plan.places.length > 1 && !plan.together) return NONE;
  const all = incidentsAt(plan, services);
  const fitting =
    plan.types.length === 0
      ? all
      : all.filter(({ incident }) =>
          incident.reports.some(report => plan.types.some(type => typesFit(report.type, type))),
        );
  // What one article calls a blast another calls a shooting: the other words of the question then decide.
  const ofType =
    fitting.length > 0
      ? fitting
      : all.filter(view => wordsMet(view, plan.rest) * 2 >= Math.max(2, plan.rest.length));
  const exact = prefer(ofType, ({ incident }) =>
    incident.reports.some(report => plan.types.includes(report.type)),
  );
  const counted =
    plan.measures.length === 0
      ? exact
      : prefer(exact, view => statementsFor(view, plan, services).some(each => each.current));
  const met = counted.map(view => ({ view, met: wordsMet(view, plan.rest) }));
  const most = Math.max(0, ...met.map(each => each.met));
  // Without a place, a period or a group the words alone must name it.
  const named = plan.places.length > 0 || plan.periods.length > 0 || plan.actors.length > 0;
  if (!named && (plan.rest.length === 0 ? plan.types.length === 0 : most * 2 < plan.rest.length)) return NONE;
  // "Who is responsible for the surge in …": words that fit no incident, and nothing that asks for one.
  const asksForOne = plan.forced || plan.counting || plan.types.length > 0 || plan.periods.length > 0;
  if (plan.rest.length > 1 && most === 0 && !asksForOne) return NONE;
  const meant = met.filter(each => each.met === most).map(({ view }) => view);
  return { meant, others: all.filter(view => !meant.includes(view)) };
};
