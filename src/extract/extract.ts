import { type Article, publishedDay } from '../core/article.ts';
import type { Figure, Reading } from '../core/figure.ts';
import { MEASURES } from '../core/figure.ts';
import { slug } from '../core/fold.ts';
import type { Report } from '../core/incident.ts';
import type { Period } from '../core/period.ts';
import type { Place } from '../core/place.ts';
import { actorsOf } from './actors.ts';
import { type ReadArticle, readArticle } from './article.ts';
import type { Draft } from './draft.ts';
import type { SentenceFacts } from './facts.ts';
import {
  bodyOf,
  carriedBody,
  figureId,
  operationsOf,
  placeOf,
  placeReading,
  spanOfDraft,
  victimsOf,
} from './figures.ts';
import { type IncidentLog, incidentLog, type OpenIncident } from './incidents.ts';
import { aggregatePeriod, assumedDay, incidentPeriod } from './periods.ts';
import { scenes } from './places.ts';
import { refine } from './refine.ts';
import { scopeOf } from './scope.ts';
import { type Counted, tollsOf } from './tolls.ts';
import type { Knowledge } from './vocabulary.ts';

/** What an article reports. Places come whole, since some are in no gazetteer. */
export interface Extraction {
  readonly sentences: ReadArticle['sentences'];
  readonly figures: readonly Figure[];
  readonly reports: readonly Report[];
  readonly places: ReadonlyMap<string, Place>;
}

/** A figure on its way, with what the refiners and tolls need to know of it. */
export interface Candidate {
  readonly figure: Figure;
  readonly draft: Draft;
  readonly facts: SentenceFacts;
  /** Keys of the incidents it belongs to; more than one for a shared toll. */
  readonly incidents: readonly number[];
}

const isBackground = (facts: SentenceFacts, read: ReadArticle, main: OpenIncident | undefined): boolean => {
  if (facts.recalled) return true;
  const period = incidentPeriod(null, facts);
  if (period === null) return false;
  const anchor = main?.period?.value.from ?? read.scope.published;
  if (anchor === null || anchor === undefined) return facts.periods.some(one => one.rule === 'earlier');
  const gap = (Date.parse(anchor) - Date.parse(period.value.to)) / 86_400_000;
  const rules = facts.periods.map(one => one.rule);
  return (
    gap > 6 ||
    (gap > 0 && rules.includes('earlier')) ||
    (main !== undefined && gap >= 1 && main.period?.basis === 'stated')
  );
};

/** Carries readings of aggregates from sentence to sentence. */
interface AggregateCarry {
  period: Reading<Period> | null;
  place: Reading<Place> | null;
  paragraph: number;
}

const country = (read: ReadArticle, knowledge: Knowledge): Reading<Place> | null => {
  const place = read.places.country === null ? null : knowledge.gazetteer.byId(read.places.country);
  return place === null ? null : { value: place, basis: 'assumed', span: null };
};

/**
 * Reads figures and incidents out of an article. Pure: the same article gives the same facts, and every span quotes its text.
 */
export const createExtractor =
  (knowledge: Knowledge) =>
  (article: Article): Extraction => {
    const read = readArticle(article, knowledge);
    const assumed = assumedDay(publishedDay(article) ?? read.scope.published);
    const log: IncidentLog = incidentLog(assumed);
    const places = new Map<string, Place>();
    const candidates: Candidate[] = [];
    const nation = country(read, knowledge);
    const carry: AggregateCarry = { period: read.period, place: nation, paragraph: -1 };
    let lastBody: { paragraph: number; body: Reading<string> } | null = null;
    const incidentFacts = new Map<number, SentenceFacts[]>();
    const note = (incident: OpenIncident, facts: SentenceFacts) => {
      incidentFacts.set(incident.key, [...(incidentFacts.get(incident.key) ?? []), facts]);
      incident.actors.push(
        ...actorsOf(facts).filter(
          actor => !incident.actors.some(known => known.actor === actor.actor && known.role === actor.role),
        ),
      );
    };
    for (const facts of read.facts) {
      const { paragraph } = facts.sentence;
      if (carry.paragraph !== paragraph) {
        carry.paragraph = paragraph;
        carry.period = read.period;
        carry.place = nation;
      }
      const main = log.all().find(incident => !incident.background);
      const background = isBackground(facts, read, main);
      const inReport = facts.sentence.index >= read.scope.reportFrom;
      const scoped = facts.drafts.map(draft => {
        const place = placeOf(draft, facts, true);
        return { draft, place, scope: scopeOf(draft, facts, place, read.scope) };
      });
      const events = scoped.filter(one => one.scope === 'incident');
      const told = events.length === 0 && read.security && tellsOfIncident(facts, inReport);
      const touched: OpenIncident[] = [];
      if (told) {
        const found = scenes(facts.places).filter(
          scene => scene.place.kind !== 'country' && scene.place.kind !== 'admin1',
        );
        // "two explosions … in Pishin and Qila Saifullah" are two; one attack "between Lashkar Gah and Nawa" is one.
        const several = facts.shape.line.folded.some(word => PLURAL_EVENTS.test(word));
        for (const scene of found.length === 0 ? [undefined] : several ? found : found.slice(0, 1)) {
          if (scene === undefined && log.current() === null) continue;
          touched.push(log.at(facts, scene, background));
        }
      }
      for (const { draft, place, scope } of scoped) {
        const { body: said, via } = bodyOf(draft, facts);
        const stated: Reading<string> | null =
          said === null ? null : { value: said.body.id, basis: 'stated', span: said.span };
        const anaphor = facts.bodies.carried;
        const inherited =
          scope === 'aggregate' || inReport
            ? carriedBody(read.report)
            : lastBody !== null && lastBody.paragraph === paragraph
              ? { ...lastBody.body, basis: 'carried' as const }
              : null;
        const body = stated ?? carriedBody(anaphor) ?? inherited;
        const incident = scope === 'incident' ? log.at(facts, place, background) : null;
        if (incident !== null && !touched.includes(incident)) touched.push(incident);
        const where =
          scope === 'aggregate'
            ? placeReading(placeOf(draft, facts, false), carry.place)
            : placeReading(place, incident?.place ?? null);
        const when =
          scope === 'aggregate'
            ? aggregatePeriod(draft, facts, carry.period)
            : (incidentPeriod(draft, facts) ?? carriedDay(incident));
        if (where !== null) places.set(where.value.id, where.value);
        const span = spanOfDraft(draft, facts);
        const figure: Figure = {
          id: figureId(article.id, span, candidates.length),
          article: article.id,
          sentence: facts.sentence.index,
          span,
          quantity: draft.quantity,
          measure: draft.measure,
          victims: victimsOf(draft),
          victimsDetail: draft.people?.noun ?? null,
          scope,
          operations: operationsOf(facts),
          period: when,
          place: where === null ? null : { ...where, value: where.value.id },
          body,
          via: via?.body.id ?? null,
          actor:
            scope === 'aggregate'
              ? (facts.actors.find(one => one.kind === 'armed-group' && one.to <= draft.from)?.actor ?? null)
              : null,
          partOf: null,
          shared: false,
          standing:
            draft.role === 'superseded'
              ? 'superseded'
              : draft.role === 'earlier' || (background && scope === 'incident')
                ? 'background'
                : 'current',
          security: isSecurity(facts, read),
          rules: [draft.rule],
        };
        candidates.push({ figure, draft, facts, incidents: incident === null ? [] : [incident.key] });
        for (const other of scope === 'aggregate' ? othersEach(facts, where) : []) {
          places.set(other.value.id, other.value);
          const id = figureId(article.id, span, candidates.length);
          const copy: Figure = {
            ...figure,
            id,
            place: { ...other, value: other.value.id },
            rules: [...figure.rules, 'each'],
          };
          candidates.push({ figure: copy, draft, facts, incidents: [] });
        }
        if (scope === 'aggregate' && draft.role === 'total') {
          if (where?.basis === 'stated') carry.place = where;
          if (when?.basis === 'stated' && draft.measure !== 'abductions') carry.period = when;
        }
      }
      for (const incident of touched) note(incident, facts);
      if (touched.length === 0 && facts.actors.length > 0) {
        const current = log.current();
        if (current !== null && !inReport) note(current, facts);
      }
      const said = facts.bodies.stated.find(one => !one.via) ?? facts.bodies.stated[0];
      if (said !== undefined)
        lastBody = { paragraph, body: { value: said.body.id, basis: 'stated', span: said.span } };
      for (const place of facts.places) places.set(place.place.id, place.place);
    }
    const refined = refine(candidates, read, log.all());
    return {
      sentences: read.sentences,
      figures: refined.map(one => one.figure),
      reports: reportsOf(article, log.all(), refined, places),
      places,
    };
  };

/** A flood's dead are kept and marked. In an article about one, only a sentence that names violence counts for security. */
const isSecurity = (facts: SentenceFacts, read: ReadArticle): boolean => {
  const violent = facts.kind !== null && facts.kind.kind !== 'other';
  return read.security ? !facts.notSecurity || violent : violent && !facts.notSecurity;
};

const PLURAL_EVENTS =
  /^(?:attacks|explosions|blasts|bombings|raids|incidents|strikes|ambushes|assaults|clashes)$/;

/** "Two attacks each took place in Punjab and Sindh": the count holds for every place of the list. */
const othersEach = (facts: SentenceFacts, first: Reading<Place> | null): Reading<Place>[] => {
  if (!facts.shape.line.folded.includes('each')) return [];
  return scenes(facts.places)
    .filter(scene => scene.place.id !== first?.value.id)
    .map(scene => ({ value: scene.place, basis: 'stated' as const, span: scene.span }));
};

const carriedDay = (incident: OpenIncident | null): Reading<Period> | null =>
  incident?.period == null
    ? null
    : { ...incident.period, basis: incident.period.basis === 'assumed' ? 'assumed' : 'carried' };

/** A sentence without a count tells of an incident when it names what happened and where, and does not look back. */
const tellsOfIncident = (facts: SentenceFacts, inReport: boolean): boolean => {
  if (facts.kind === null || facts.recalled || facts.notSecurity || inReport) return false;
  if (facts.sentence.role === 'headline') return false;
  const local = scenes(facts.places).some(
    scene => scene.place.kind !== 'country' && scene.place.kind !== 'admin1' && scene.place.kind !== 'area',
  );
  const happened =
    /\b(?:attacked|abducted|kidnapped|detonated|exploded|seized|stormed|ambushed|opened fire|targeted|targeting|occurred|took place|planted|threw|fired|set fire|shot|blew up|bombed|raided|struck|clashed|torched|damaged|destroyed|carried out|defused|assaulted|hurled|launched|hit)\b/.test(
      facts.shape.line.folded.join(' '),
    );
  return happened && local;
};

const reportsOf = (
  article: Article,
  incidents: readonly OpenIncident[],
  candidates: readonly Candidate[],
  places: ReadonlyMap<string, Place>,
): Report[] => {
  const reports = incidents.map((incident): Report => {
    const own = candidates.filter(one => one.incidents.includes(incident.key) && one.figure.security);
    const counted = own
      .filter(one => !one.figure.shared)
      .map(
        (one): Counted => ({
          figure: one.figure,
          statement: `${one.facts.sentence.index}:${one.draft.statement}`,
          headline: one.facts.sentence.role === 'headline',
          more: one.draft.people?.more ?? false,
          hedged: one.draft.hedged,
        }),
      );
    const tolls = tollsOf(counted, incident.kind);
    const place = incident.place;
    const known = place === null ? null : (places.get(place.value.id) ?? place.value);
    return {
      id: `${article.id}@${incident.key}-${known === null ? 'unknown' : slug(known.name)}`,
      article: article.id,
      sentence: incident.first.sentence.index,
      span: incident.first.sentence.span,
      type: incident.kind,
      period: incident.period,
      place: place === null ? null : { ...place, value: place.value.id },
      site: incident.site,
      actors: incident.actors,
      ...tolls,
      figures: own.map(one => one.figure.id),
      background: incident.background,
      rules: incident.rules,
    };
  });
  const order = (report: Report) => (report.background ? 1 : 0);
  return reports
    .filter(report => report.figures.length > 0 || (report.place !== null && report.type !== 'other'))
    .sort((a, b) => order(a) - order(b));
};

export const MEASURE_ORDER = MEASURES;
