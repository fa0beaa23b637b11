import type { Article } from '../../core/article.ts';
import type { Figure, Reading } from '../../core/figure.ts';
import type { Period } from '../../core/period.ts';
import type { Place } from '../../core/place.ts';
import type { Draft } from '../matchers/draft.ts';
import { isWide, type ResolvedPlace, scenes } from '../places/places.ts';
import type { SentenceFacts } from '../sentence/facts.ts';
import type { Knowledge } from '../vocabulary.ts';
import { actorsOf } from './actors.ts';
import type { ReadArticle } from './article.ts';
import { bodyReading, type Carried, carriedDay, OF_THE_TOLL, spokenOf } from './carried.ts';
import { figureId, operationsOf, placeOf, placeReading, spanOfDraft, victimsOf } from './figures.ts';
import { type IncidentLog, incidentLog, type OpenIncident, PLURAL_EVENTS } from './incidents.ts';
import { aggregatePeriod, dayOfFirstToll, incidentPeriod } from './periods.ts';
import { datelined, pointedPlace, pointsThere, pointsToSite } from './pointing.ts';
import { apart, recallOn } from './recalling.ts';
import { scopeOf } from './scope.ts';
import { isBackground, isLate, isSecurity, tellsOfIncident } from './telling.ts';

/** A figure on its way, with what the refiners and tolls need to know of it. */
export interface Candidate {
  readonly figure: Figure;
  readonly draft: Draft;
  readonly facts: SentenceFacts;
  /** Keys of the incidents it belongs to; more than one for a shared toll. */
  readonly incidents: readonly number[];
}

export interface Assembly {
  readonly candidates: readonly Candidate[];
  readonly incidents: readonly OpenIncident[];
  readonly places: Map<string, Place>;
}

/** "Sindh and Islamabad had one incident each": the first of the list takes the count, the others copies of it. */
const eachPlace = (facts: SentenceFacts): ResolvedPlace | undefined =>
  facts.shape.line.folded.includes('each') ? scenes(facts.places)[0] : undefined;

/** "Two attacks each took place in Punjab and Sindh": the count holds for every place of the list. */
const othersEach = (facts: SentenceFacts, first: Reading<Place> | null): Reading<Place>[] =>
  facts.shape.line.folded.includes('each')
    ? scenes(facts.places)
        .filter(scene => scene.place.id !== first?.value.id)
        .map(scene => ({ value: scene.place, basis: 'stated' as const, span: scene.span }))
    : [];

const roleStanding = (draft: Draft, background: boolean, scope: Figure['scope']): Figure['standing'] => {
  if (draft.role === 'superseded') return 'superseded';
  return draft.role === 'earlier' || (background && scope === 'incident') ? 'background' : 'current';
};

const tellWithoutCount = (
  facts: SentenceFacts,
  log: IncidentLog,
  background: boolean,
): readonly OpenIncident[] => {
  const found = scenes(facts.places).filter(scene => !isWide(scene.place));
  const several = found.length > 1 && facts.shape.line.folded.some(word => PLURAL_EVENTS.test(word));
  const current = log.current();
  // "two explosions … in Pishin and Qila Saifullah" are two; one attack "between Lashkar Gah and Nawa" is one.
  if (several && current?.place != null && isWide(current.place.value)) return log.split(facts, found);
  if (several) return found.map(scene => log.at(facts, scene, background, null));
  return [log.at(facts, found[0], background, null)];
};

/**
 * Puts an article's counts into place, time and incident, sentence by sentence.
 * @param nation what an aggregate without a place is about; null when the article names no country
 * @param assumed the day of publication, for incidents that name none
 */
export const assemble = (
  article: Article,
  read: ReadArticle,
  knowledge: Knowledge,
  nation: Reading<Place> | null,
  assumed: Reading<Period> | null,
): Assembly => {
  const log = incidentLog({ day: assumed, place: datelined(read), reportFrom: read.scope.reportFrom });
  const places = new Map<string, Place>();
  const candidates: Candidate[] = [];
  const carried: Carried = { period: read.period, place: nation, paragraph: -1, counting: false, body: null };
  const add = (figure: Omit<Figure, 'id'>, rest: Omit<Candidate, 'figure'>, where: Reading<Place> | null) => {
    if (where !== null) places.set(where.value.id, where.value);
    const id = figureId(article.id, figure.span, candidates.length);
    candidates.push({
      figure: { id, ...figure, place: where === null ? null : { ...where, value: where.value.id } },
      ...rest,
    });
  };
  let before: ResolvedPlace | undefined;
  /** The place named last, a province as well: what "the province" is where no incident was told. */
  let spoken: Place | null = null;
  const late = isLate(read.facts, read.scope);
  const incidentOf = (
    draft: Draft,
    facts: SentenceFacts,
    place: ResolvedPlace | undefined,
    background: boolean,
  ): OpenIncident => {
    const main = log.main();
    if (
      main !== null &&
      OF_THE_TOLL.has(draft.rule) &&
      (place === undefined || main.place?.value.id === place.place.id)
    )
      return main;
    return log.at(facts, place, background, draft);
  };
  const readDraft = (
    draft: Draft,
    facts: SentenceFacts,
    background: boolean,
    report: boolean,
  ): OpenIncident | null => {
    const there = pointsThere(draft, facts);
    const pointed = pointedPlace(
      facts,
      draft.from,
      log.current()?.place?.value ?? spoken,
      knowledge.gazetteer,
    );
    const here = log.current()?.place ?? null;
    const near = there ? spokenOf(here, facts) : placeOf(draft, facts, true);
    const scope = scopeOf(draft, facts, near ?? pointed ?? undefined, read.scope, carried.counting);
    const main = log.main();
    const points =
      near === undefined && pointed === null && background && pointsToSite(facts, main?.site ?? null);
    // "a man who sheltered the bomber of the Data Darbar shrine. The blast took 11 lives": the place was named before.
    const again = points ? spokenOf(main?.place ?? null, facts) : log.current() === null ? before : undefined;
    const incident =
      scope === 'incident' ? incidentOf(draft, facts, near ?? pointed ?? again, background) : null;
    const where =
      incident === null
        ? placeReading(
            there ? near : (eachPlace(facts) ?? placeOf(draft, facts, false) ?? pointed ?? undefined),
            carried.place,
          )
        : placeReading(near ?? pointed ?? again, incident.place);
    const period =
      incident === null
        ? aggregatePeriod(draft, facts, carried.period)
        : OF_THE_TOLL.has(draft.rule)
          ? carriedDay(incident)
          : (incidentPeriod(draft, facts) ?? carriedDay(incident));
    const group = facts.actors.find(one => one.kind === 'armed-group' && one.to <= draft.from);
    const figure: Omit<Figure, 'id'> = {
      article: article.id,
      sentence: facts.sentence.index,
      span: spanOfDraft(draft, facts),
      quantity: draft.quantity,
      measure: draft.measure,
      victims: victimsOf(draft),
      victimsDetail: draft.people?.noun ?? null,
      scope,
      operations: operationsOf(draft, facts),
      period,
      place: null,
      ...bodyReading(draft, facts, read, scope === 'aggregate' || report, carried, incident),
      actor: scope === 'aggregate' ? (group?.actor ?? null) : null,
      partOf: null,
      shared: false,
      standing: roleStanding(draft, background, scope),
      security: isSecurity(facts, read.security),
      rules: [draft.rule],
    };
    const rest = { draft, facts, incidents: incident === null ? [] : [incident.key] };
    add(figure, rest, where);
    carried.counting = incident === null;
    if (incident === null) {
      for (const other of othersEach(facts, where))
        add({ ...figure, rules: [...figure.rules, 'each'] }, rest, other);
      if (draft.role === 'total' && where?.basis === 'stated') carried.place = where;
      if (draft.role === 'total' && period?.basis === 'stated') carried.period = period;
    }
    return incident;
  };
  for (const facts of recallOn(read.facts, read.scope.published).flatMap(apart)) {
    const { paragraph } = facts.sentence;
    const report = facts.sentence.index >= read.scope.reportFrom;
    if (carried.paragraph !== paragraph) {
      carried.paragraph = paragraph;
      carried.counting = false;
      carried.period = read.period;
      // A report is about its country; other articles speak of the province their incident lies in.
      const home = report ? null : (log.all().find(one => !one.background)?.place ?? null);
      carried.place = home !== null && isWide(home.value) ? { ...home, basis: 'carried' } : nation;
    }
    const lead = late && log.all().every(one => one.first.sentence.role === 'headline');
    const background = isBackground(facts, read.scope, log.main(), lead);
    const touched = new Set<OpenIncident>();
    for (const draft of facts.drafts) {
      const incident = readDraft(draft, facts, background, report);
      if (incident !== null) touched.add(incident);
    }
    const silent = touched.size === 0 && read.security;
    if (silent && tellsOfIncident(facts, report)) {
      for (const incident of tellWithoutCount(facts, log, background)) touched.add(incident);
    }
    const [only, ...more] = scenes(facts.places);
    // "Balochistan stands out." opens a paragraph about it.
    if (
      report &&
      facts.drafts.length === 0 &&
      only !== undefined &&
      more.length === 0 &&
      isWide(only.place)
    ) {
      carried.place = { value: only.place, basis: 'carried', span: only.span };
    }
    const current = log.current();
    if (touched.size === 0 && !report && current !== null) {
      // "Police blamed the group for both attacks."
      const both = facts.shape.line.folded.includes('both')
        ? log
            .all()
            .filter(one => !one.background)
            .slice(-2)
        : [];
      for (const incident of [...log.told(), ...both]) touched.add(incident);
      if (!background && facts.happened) log.add(facts);
    }
    for (const incident of touched) {
      const known = (actor: string, role: string) =>
        incident.actors.some(one => one.actor === actor && one.role === role);
      for (const one of actorsOf(facts)) if (!known(one.actor, one.role)) incident.actors.push(one);
    }
    const said = facts.bodies.stated.find(one => !one.via) ?? facts.bodies.stated[0];
    if (said !== undefined)
      carried.body = {
        paragraph,
        incidents: [...touched].map(one => one.key),
        body: { value: said.body.id, basis: 'stated', span: said.span },
      };
    for (const place of facts.places) places.set(place.place.id, place.place);
    before = scenes(facts.places).find(scene => !isWide(scene.place)) ?? before;
    spoken = scenes(facts.places).at(-1)?.place ?? spoken;
  }
  const firstToll = dayOfFirstToll(read.facts, read.scope.published);
  for (const incident of log.all()) {
    const told = !incident.background && incident.first.sentence.index < read.scope.reportFrom;
    if (told) incident.period ??= firstToll;
  }
  return { candidates, incidents: log.all(), places };
};
