import type { Reading } from '../../core/figure.ts';
import type { IncidentActor, IncidentType } from '../../core/incident.ts';
import type { Period } from '../../core/period.ts';
import { periodsOverlap } from '../../core/period.ts';
import type { Place } from '../../core/place.ts';
import { placeWithin } from '../../core/place.ts';
import type { Draft } from '../matchers/draft.ts';
import { isWide, type ResolvedPlace, scenes } from '../places/places.ts';
import { kindFor, type SentenceFacts, siteFor } from '../sentence/facts.ts';
import { incidentPeriod } from './periods.ts';
import { pointsToHappening } from './recalling.ts';

/** An incident while the article is being read. */
export interface OpenIncident {
  readonly key: number;
  kind: IncidentType;
  rank: number;
  /** The text only says that people were killed. */
  unnamed: boolean;
  place: Reading<Place> | null;
  period: Reading<Period> | null;
  site: string | null;
  actors: IncidentActor[];
  /** Sentence that told of it first. */
  readonly first: SentenceFacts;
  readonly paragraph: number;
  background: boolean;
  /** Keys of the incidents it turned out to be; empty for one that is one. */
  parts: readonly number[];
  readonly rules: string[];
}

export const PLURAL_EVENTS =
  /^(?:attacks|explosions|blasts|bombings|raids|incidents|strikes|airstrikes|ambushes|assaults|clashes)$/;

/** Words that open another happening: "Separately", "In another incident". */
const SEPARATE =
  /^(?:separately|elsewhere|meanwhile|in (?:a|another) (?:separate|second|third|similar)?\s*\w*|in (?:neighbouring|neighboring)|a (?:second|third|separate)|it did not mention a second)/;

const opensAnother = (facts: SentenceFacts): boolean =>
  SEPARATE.test(facts.shape.line.folded.slice(0, 6).join(' ')) ||
  /\b(?:separately|in another (?:incident|attack|blast)|a separate (?:incident|attack)|second attack|third and smaller|weeks earlier|months earlier|days earlier|earlier this)\b/.test(
    facts.shape.line.folded.join(' '),
  );

/** Whether a scene can be where the incident is: the same place, or one inside the other – but a province never stands for a town's incident. */
const samePlace = (incident: OpenIncident, scene: Place | null): boolean => {
  if (scene === null || incident.place === null || incident.place.basis === 'assumed') return true;
  const known = incident.place.value;
  if (known.id === scene.id || known.name === scene.name) return true;
  // The country an incident lies in is named for many reasons; it never opens another.
  if (scene.kind === 'country' && placeWithin(known.id, scene.id)) return true;
  if (isWide(scene) && !isWide(known)) return false;
  return placeWithin(scene.id, known.id) || placeWithin(known.id, scene.id);
};

/** "Strikes across the Gaza Strip killed 66 … In Beit Lahiya a strike killed 25": several at once, and this is one of them. */
const oneOfSeveral = (incident: OpenIncident, scene: Place | null, draft: Draft | null): boolean =>
  scene !== null &&
  draft !== null &&
  !isWide(scene) &&
  incident.place?.basis === 'stated' &&
  isWide(incident.place.value) &&
  incident.first.shape.line.folded.some(word => PLURAL_EVENTS.test(word));

const samePeriod = (incident: OpenIncident, period: Reading<Period> | null): boolean =>
  period === null ||
  incident.period === null ||
  incident.period.basis === 'assumed' ||
  periodsOverlap(incident.period.value, period.value);

const MS_A_DAY = 86_400_000;

/** "The hostages were killed two days later": what comes of an incident within three months is told of it. */
const follows = (incident: OpenIncident, period: Reading<Period>): boolean => {
  if (incident.period === null) return false;
  const days = (Date.parse(period.value.from) - Date.parse(incident.period.value.to)) / MS_A_DAY;
  return days > 0 && days <= 90 && incident.period.value.from === incident.period.value.to;
};

const narrower = (a: Place, b: Place): Place => (b.id.split('/').length > a.id.split('/').length ? b : a);

/** Takes up what a further sentence knows of the incident. */
const enrich = (
  incident: OpenIncident,
  facts: SentenceFacts,
  scene: ResolvedPlace | undefined,
  period: Reading<Period> | null,
  draft: Draft | null,
): void => {
  if (scene !== undefined) {
    const place = scene.place;
    if (incident.place === null || incident.place.basis === 'assumed')
      incident.place = { value: place, basis: 'stated', span: scene.span };
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
  const kind = kindFor(facts, draft);
  if (kind !== null && kind.rank < incident.rank && !incident.background) {
    incident.kind = kind.kind;
    incident.rank = kind.rank;
    incident.unnamed = kind.bare;
  }
  incident.site ??= siteFor(facts, draft);
};

/** After "separately" only what this sentence opened, a headline told, or the very same place was told of without a day may be meant. */
const mayReturn = (incident: OpenIncident, facts: SentenceFacts, place: Place | null): boolean =>
  incident.first === facts ||
  incident.first.sentence.role === 'headline' ||
  (place !== null && incident.place?.value.id === place.id && incident.period?.basis === 'assumed');

/** Keeps the incidents of one article while its sentences come in. */
export interface IncidentLog {
  /** The incident a scene of this sentence belongs to; a new one when none fits. */
  readonly at: (
    facts: SentenceFacts,
    scene: ResolvedPlace | undefined,
    background: boolean,
    draft: Draft | null,
  ) => OpenIncident;
  /** "The attacks, which occurred in Pishin and Qila Saifullah": what was told as one were several. */
  readonly split: (facts: SentenceFacts, scenes: readonly ResolvedPlace[]) => readonly OpenIncident[];
  readonly all: () => readonly OpenIncident[];
  /** Takes up what a sentence without a count adds to the incident told of: a narrower place, a site, a kind. */
  readonly add: (facts: SentenceFacts) => void;
  /** The incident at hand, with those it was split from: what is said next is said of all of them. */
  readonly told: () => readonly OpenIncident[];
  /** What an unplaced sentence goes on about. */
  readonly current: () => OpenIncident | null;
  /** What the article is about: the first it reports as new. */
  readonly main: () => OpenIncident | null;
}

/** What holds for incidents whose sentences do not say: the day of publication, the city of the dateline. */
export interface Assumed {
  readonly day: Reading<Period> | null;
  readonly place: Reading<Place> | null;
  /** From this sentence on a report is told, and its incidents lie somewhere in its period. */
  readonly reportFrom: number;
}

/** A text goes back to an incident it told of lately; one that tells of hundreds goes back to none of long ago. */
const MOST_REMEMBERED = 200;

export const incidentLog = (assumed: Assumed): IncidentLog => {
  const incidents: OpenIncident[] = [];
  /** Under the key of each part, what it was split from. */
  const wholes = new Map<number, OpenIncident>();
  let current: OpenIncident | null = null;
  let paragraph = -1;
  /** The first that is no background, whatever became of it. */
  let told: OpenIncident | null = null;
  let firstOpen = 0;
  /** What the article is about. None becomes background, or whole again, once it is passed over. */
  const mainOf = (): OpenIncident | null => {
    for (; firstOpen < incidents.length; firstOpen++) {
      const incident = incidents[firstOpen];
      if (incident !== undefined && !incident.background && incident.parts.length === 0) return incident;
    }
    return null;
  };
  /** "Officials on Monday lowered the toll": who corrects a toll, recalls or sums up a period does not say when it happened. */
  const undated = (facts: SentenceFacts, background: boolean, draft: Draft | null): boolean =>
    background || draft?.rule === 'toll' || facts.sentence.index >= assumed.reportFrom;
  /** A second incident of a story is of the day of the first rather than of the day of print. */
  const sameDay = (): Reading<Period> | null => {
    const period = told?.period ?? null;
    return period?.basis === 'stated' ? { ...period, basis: 'assumed' } : assumed.day;
  };
  const open = (
    facts: SentenceFacts,
    scene: ResolvedPlace | undefined,
    period: Reading<Period> | null,
    background: boolean,
    draft: Draft | null,
  ): OpenIncident => {
    const kind = kindFor(facts, draft);
    const created: OpenIncident = {
      key: incidents.length,
      kind: kind?.kind ?? 'other',
      rank: kind?.rank ?? 99,
      unnamed: kind?.bare ?? true,
      place: scene === undefined ? assumed.place : { value: scene.place, basis: 'stated', span: scene.span },
      period: period ?? (undated(facts, background, draft) ? null : sameDay()),
      site: siteFor(facts, draft),
      actors: [],
      parts: [],
      first: facts,
      paragraph: facts.sentence.paragraph,
      background,
      rules: [background ? 'recalled' : 'told'],
    };
    incidents.push(created);
    if (!background) told ??= created;
    return created;
  };
  const siblings = (incident: OpenIncident): readonly OpenIncident[] => {
    const parts = wholes.get(incident.key)?.parts ?? [incident.key];
    return parts.flatMap(key => incidents[key] ?? []);
  };
  return {
    split: (facts, scenes) => {
      const whole = current;
      const parts = scenes.map(scene => {
        const part = open(facts, scene, whole?.period ?? null, whole?.background ?? false, null);
        if (whole !== null) part.actors = [...whole.actors];
        return part;
      });
      if (whole !== null) {
        whole.parts = parts.map(part => part.key);
        for (const key of whole.parts) wholes.set(key, whole);
      }
      current = parts[0] ?? current;
      return parts;
    },
    at: (facts, scene, background, draft) => {
      const period = incidentPeriod(draft, facts);
      const place = scene?.place ?? null;
      if (facts.sentence.paragraph !== paragraph) {
        // A new paragraph goes back to what the article is about, unless it names something else.
        current = mainOf() ?? current;
        paragraph = facts.sentence.paragraph;
      }
      const separate = opensAnother(facts);
      const fits = (incident: OpenIncident): boolean =>
        incident.parts.length === 0 &&
        incident.background === background &&
        samePlace(incident, place) &&
        !oneOfSeveral(incident, place, draft) &&
        samePeriod(incident, period);
      const unplaced =
        place === null &&
        (period === null || (current !== null && (samePeriod(current, period) || follows(current, period))));
      const found =
        separate && place === null
          ? undefined
          : unplaced && current !== null && (!background || current.background)
            ? current
            : incidents
                .slice(-MOST_REMEMBERED)
                .findLast(incident => fits(incident) && (!separate || mayReturn(incident, facts, place)));
      const incident = found ?? open(facts, scene, period, background, draft);
      if (found !== undefined) enrich(found, facts, scene, period, draft);
      current = incident;
      return incident;
    },
    all: () => incidents,
    add: facts => {
      if (current === null || current.background || facts.recalled) return;
      const together = siblings(current);
      if (together.length > 1) {
        for (const one of together) enrich(one, facts, undefined, null, null);
        return;
      }
      const known = current.place?.value;
      const scene = scenes(facts.places).find(
        one => known !== undefined && !isWide(one.place) && placeWithin(one.place.id, known.id),
      );
      const near = facts.sentence.paragraph === paragraph;
      // "The raid took place on Wednesday."
      const day = pointsToHappening(facts) ? incidentPeriod(null, facts) : null;
      if (scene !== undefined || day !== null || near) enrich(current, facts, scene, day, null);
    },
    current: () => current,
    told: () => (current === null ? [] : siblings(current)),
    main: mainOf,
  };
};
