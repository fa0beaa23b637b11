import type { ActorId, BodyId } from './actor.ts';
import type { ArticleId } from './article.ts';
import type { FigureId, Reading } from './figure.ts';
import type { Period } from './period.ts';
import type { PlaceId } from './place.ts';
import type { Span } from './span.ts';

export type IncidentId = string;

export type IncidentType =
  | 'suicide-bombing'
  | 'bombing'
  | 'shooting'
  | 'ambush'
  | 'armed-attack'
  | 'rocket-attack'
  | 'air-strike'
  | 'operation'
  | 'clash'
  | 'abduction'
  | 'bodies-found'
  | 'unexploded-ordnance'
  | 'other';

/**
 * Range of reported figures, no confidence interval. `best` is the newest headline toll of one article, or the
 * figure most independent origins report. Zero is an explicit zero; null is silence.
 */
export interface Toll {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly figures: readonly FigureId[];
}

export interface IncidentActor {
  readonly actor: ActorId;
  readonly role: 'claimed' | 'blamed' | 'suspected';
  /** Who blames or suspects; null when the article does not say. */
  readonly by: BodyId | null;
  readonly span: Span;
}

/** What one article says of one incident. */
export interface Report {
  readonly id: string;
  readonly article: ArticleId;
  /** Index of the sentence that tells of it first. */
  readonly sentence: number;
  readonly span: Span;
  readonly type: IncidentType;
  readonly period: Reading<Period> | null;
  readonly place: Reading<PlaceId> | null;
  /** What was hit, as printed: "railway station"; null when the article does not say. */
  readonly site: string | null;
  readonly actors: readonly IncidentActor[];
  /** Without the attackers; in an operation against militants these are the militants killed. */
  readonly fatalities: Toll | null;
  readonly attackersKilled: Toll | null;
  readonly injuries: Toll | null;
  readonly abductions: Toll | null;
  readonly figures: readonly FigureId[];
  /** True when the article only recalls it. */
  readonly background: boolean;
  readonly rules: readonly string[];
}

/** One happening at a place and time, as all its reports together tell it. */
export interface Incident {
  readonly id: IncidentId;
  readonly type: IncidentType;
  readonly period: Reading<Period> | null;
  readonly place: Reading<PlaceId> | null;
  readonly site: string | null;
  readonly actors: readonly (IncidentActor & { readonly report: string })[];
  /** Oldest first. */
  readonly reports: readonly Report[];
  readonly fatalities: Toll | null;
  readonly attackersKilled: Toll | null;
  readonly injuries: Toll | null;
  readonly abductions: Toll | null;
  /** Why the reports count as one happening, one line for each merge; empty for a single report. */
  readonly merges: readonly string[];
}
