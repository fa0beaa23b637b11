import type { Figure, Reading } from '../../core/figure.ts';
import type { Period } from '../../core/period.ts';
import type { Place } from '../../core/place.ts';
import type { Draft } from '../matchers/draft.ts';
import type { ResolvedPlace } from '../places/places.ts';
import type { SentenceFacts } from '../sentence/facts.ts';
import type { ReadArticle } from './article.ts';
import { bodyOf, carriedBody } from './figures.ts';
import type { OpenIncident } from './incidents.ts';

/** What aggregates take over from the sentences of their paragraph, and bodies from the one before. */
export interface Carried {
  period: Reading<Period> | null;
  place: Reading<Place> | null;
  paragraph: number;
  /** The last count was one over a period. */
  counting: boolean;
  body: {
    readonly paragraph: number;
    readonly incidents: readonly number[];
    readonly body: Reading<string>;
  } | null;
}

/** Tolls told of what the article is about, whatever day or place their sentence names besides. */
export const OF_THE_TOLL = new Set(['toll', 'toll-of', 'stands-at', 'old-figure', 'said-before']);

export const bodyReading = (
  draft: Draft,
  facts: SentenceFacts,
  read: ReadArticle,
  report: boolean,
  carried: Carried,
  incident: OpenIncident | null,
): Pick<Figure, 'body' | 'via'> => {
  const { body, via } = bodyOf(draft, facts);
  if (body !== null) {
    return { body: { value: body.body.id, basis: 'stated', span: body.span }, via: via?.body.id ?? null };
  }
  const spoken = carriedBody(facts.bodies.carried);
  if (spoken !== null || report) return { body: spoken ?? carriedBody(read.report), via: null };
  const before = carried.body;
  // "In Kalat five were killed, the police chief said. In Bolan six bodies were found": of Bolan he said nothing.
  const elsewhere =
    incident !== null &&
    before !== null &&
    before.incidents.length > 0 &&
    !before.incidents.includes(incident.key);
  const same =
    before !== null &&
    !elsewhere &&
    (before.paragraph === facts.sentence.paragraph || OF_THE_TOLL.has(draft.rule));
  return { body: same ? { ...before.body, basis: 'carried' } : null, via: null };
};

export const carriedDay = (incident: OpenIncident | null): Reading<Period> | null =>
  incident?.period == null
    ? null
    : { ...incident.period, basis: incident.period.basis === 'assumed' ? 'assumed' : 'carried' };

/** The place an incident is known by, as a scene of the sentence that says "there". */
export const spokenOf = (place: Reading<Place> | null, facts: SentenceFacts): ResolvedPlace | undefined =>
  place === null
    ? undefined
    : {
        place: place.value,
        span: place.span ?? facts.sentence.span,
        role: 'scene',
        from: 0,
        to: 0,
        comma: false,
        leads: false,
      };
