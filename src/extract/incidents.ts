import type { Reading } from '../core/figure.ts';
import type { IncidentActor, IncidentType } from '../core/incident.ts';
import type { Period } from '../core/period.ts';
import { periodsOverlap } from '../core/period.ts';
import type { Place } from '../core/place.ts';
import { placeWithin } from '../core/place.ts';
import type { SentenceFacts } from './facts.ts';
import { incidentPeriod } from './periods.ts';
import type { ResolvedPlace } from './places.ts';

/** An incident while the article is being read. */
export interface OpenIncident {
  readonly key: number;
  kind: IncidentType;
  rank: number;
  place: Reading<Place> | null;
  period: Reading<Period> | null;
  site: string | null;
  actors: IncidentActor[];
  /** Sentence that told of it first. */
  readonly first: SentenceFacts;
  readonly paragraph: number;
  background: boolean;
  /** Places beside the narrowest: a later sentence may use the wider name. */
  readonly rules: string[];
}

/** Words that open another happening: "Separately", "In another incident". */
const SEPARATE =
  /^(?:separately|elsewhere|meanwhile|in (?:a|another) (?:separate|second|third|similar)?\s*\w*|in (?:neighbouring|neighboring)|a (?:second|third|separate)|it did not mention a second)/;

const opensAnother = (facts: SentenceFacts): boolean =>
  SEPARATE.test(facts.shape.line.folded.slice(0, 6).join(' ')) ||
  /\b(?:separately|in another (?:incident|attack|blast)|a separate (?:incident|attack)|second attack|third and smaller)\b/.test(
    facts.shape.line.folded.join(' '),
  );

const isWide = (place: Place): boolean =>
  place.kind === 'country' || place.kind === 'admin1' || place.kind === 'area';

/** Whether a scene can be where the incident is: the same place, or one inside the other – but a province never stands for a town's incident. */
const samePlace = (incident: OpenIncident, scene: Place | null): boolean => {
  if (scene === null || incident.place === null) return true;
  const known = incident.place.value;
  if (known.id === scene.id || known.name === scene.name) return true;
  if (isWide(scene) && !isWide(known)) return false;
  return placeWithin(scene.id, known.id) || placeWithin(known.id, scene.id);
};

const samePeriod = (incident: OpenIncident, period: Reading<Period> | null): boolean =>
  period === null ||
  incident.period === null ||
  incident.period.basis === 'assumed' ||
  periodsOverlap(incident.period.value, period.value);

const MS_A_DAY = 86_400_000;

/** "The hostages were killed two days later": what comes of an incident within weeks is told of it. */
const follows = (incident: OpenIncident, period: Reading<Period>): boolean => {
  if (incident.period === null) return false;
  const days = (Date.parse(period.value.from) - Date.parse(incident.period.value.to)) / MS_A_DAY;
  return days > 0 && days <= 45 && incident.period.value.from === incident.period.value.to;
};

const narrower = (a: Place, b: Place): Place => (b.id.split('/').length > a.id.split('/').length ? b : a);

/** Takes up what a further sentence knows of the incident. */
const enrich = (
  incident: OpenIncident,
  facts: SentenceFacts,
  scene: ResolvedPlace | undefined,
  period: Reading<Period> | null,
): void => {
  if (scene !== undefined) {
    const place = scene.place;
    if (incident.place === null) incident.place = { value: place, basis: 'stated', span: scene.span };
    else if (
      !isWide(place) &&
      narrower(incident.place.value, place) === place &&
      placeWithin(place.id, incident.place.value.id)
    ) {
      incident.place = { value: place, basis: 'stated', span: scene.span };
    }
  }
  if (period !== null && (incident.period === null || incident.period.basis === 'assumed'))
    incident.period = period;
  if (facts.kind !== null && facts.kind.rank < incident.rank && !incident.background) {
    incident.kind = facts.kind.kind;
    incident.rank = facts.kind.rank;
  }
  incident.site ??= facts.site;
};

/** Keeps the incidents of one article while its sentences come in. */
export interface IncidentLog {
  /** The incident a scene of this sentence belongs to; a new one when none fits. */
  readonly at: (facts: SentenceFacts, scene: ResolvedPlace | undefined, background: boolean) => OpenIncident;
  readonly all: () => readonly OpenIncident[];
  /** What an unplaced sentence goes on about. */
  readonly current: () => OpenIncident | null;
}

export const incidentLog = (assumed: Reading<Period> | null): IncidentLog => {
  const incidents: OpenIncident[] = [];
  let current: OpenIncident | null = null;
  let paragraph = -1;
  const open = (
    facts: SentenceFacts,
    scene: ResolvedPlace | undefined,
    period: Reading<Period> | null,
    background: boolean,
  ): OpenIncident => {
    const created: OpenIncident = {
      key: incidents.length,
      kind: facts.kind?.kind ?? 'other',
      rank: facts.kind?.rank ?? 99,
      place: scene === undefined ? null : { value: scene.place, basis: 'stated', span: scene.span },
      period: period ?? (background ? null : assumed),
      site: facts.site,
      actors: [],
      first: facts,
      paragraph: facts.sentence.paragraph,
      background,
      rules: [background ? 'recalled' : 'told'],
    };
    incidents.push(created);
    return created;
  };
  return {
    at: (facts, scene, background) => {
      const period = incidentPeriod(null, facts);
      const place = scene?.place ?? null;
      if (facts.sentence.paragraph !== paragraph) {
        // A new paragraph goes back to what the article is about, unless it names something else.
        current = incidents.find(incident => !incident.background) ?? current;
        paragraph = facts.sentence.paragraph;
      }
      const separate = opensAnother(facts);
      const fits = (incident: OpenIncident): boolean =>
        incident.background === background && samePlace(incident, place) && samePeriod(incident, period);
      const unplaced =
        place === null &&
        (period === null || (current !== null && (samePeriod(current, period) || follows(current, period))));
      const found =
        separate && place === null
          ? undefined
          : unplaced && current !== null && (!background || current.background)
            ? current
            : [...incidents]
                .reverse()
                .find(
                  incident =>
                    fits(incident) && (place !== null ? incident.place !== null || !separate : true),
                );
      const incident = found ?? open(facts, scene, period, background);
      if (found !== undefined) enrich(found, facts, scene, period);
      current = incident;
      return incident;
    },
    all: () => incidents,
    current: () => current,
  };
};
