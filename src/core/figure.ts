import type { ActorId, BodyId } from './actor.ts';
import type { ArticleId } from './article.ts';
import type { Period } from './period.ts';
import type { PlaceId } from './place.ts';
import type { Span } from './span.ts';

export type FigureId = string;

/** `stated`: in the same sentence. `carried`: from an earlier one. `assumed`: from the dateline or the article's date. */
export type Basis = 'stated' | 'carried' | 'assumed';

export interface Reading<T> {
  readonly value: T;
  readonly basis: Basis;
  /** The words it was read from; null when it was not read from words of the text. */
  readonly span: Span | null;
}

export type Bound = 'exact' | 'at-least' | 'more-than' | 'at-most' | 'about' | 'vague';

/**
 * A number as reported, in whole people or happenings. "At least 14": low 14, high null. "More than 40": low 41,
 * high null. "Dozens": low 24, high null, vague. "Several": low 3, high null, vague. "An unknown number": null, null, vague.
 */
export interface Quantity {
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: Bound;
}

export const MEASURES = [
  'fatalities',
  'injuries',
  'casualties',
  'incidents',
  'abductions',
  'arrests',
] as const;
/** `casualties` is killed and hurt in one number. */
export type Measure = (typeof MEASURES)[number];

export const VICTIM_CLASSES = ['civilians', 'security-forces', 'militants'] as const;
export type VictimClass = (typeof VICTIM_CLASSES)[number];

export type Operations = 'militant-attacks' | 'security-operations' | 'both';

export interface Figure {
  readonly id: FigureId;
  readonly article: ArticleId;
  /** Index of its sentence in the article. */
  readonly sentence: number;
  /** The words that print the number and what it counts. */
  readonly span: Span;
  readonly quantity: Quantity;
  readonly measure: Measure;
  /** In the order of VICTIM_CLASSES; empty when the article does not say. */
  readonly victims: readonly VictimClass[];
  /** The narrower word the article uses ("soldiers", "labourers"); null when there is none. */
  readonly victimsDetail: string | null;
  /** One happening, or a count over a period. */
  readonly scope: 'incident' | 'aggregate';
  readonly operations: Operations | null;
  readonly period: Reading<Period> | null;
  readonly place: Reading<PlaceId> | null;
  readonly body: Reading<BodyId> | null;
  /** Who passes the body's word on ("according to the Financial Times"). */
  readonly via: BodyId | null;
  /** The group whose doing alone is counted ("attacks by the BLA caused 225 deaths"). */
  readonly actor: ActorId | null;
  /** "26 people, including 14 soldiers": the 14 is a part of the 26 and is never added. */
  readonly partOf: FigureId | null;
  /** One number for several incidents; it belongs to none of them alone. */
  readonly shared: boolean;
  /** `superseded`: an earlier toll that the article replaces. `background`: an earlier happening or period it recalls. */
  readonly standing: 'current' | 'superseded' | 'background';
  /** False for floods, road accidents and the like: kept, never in a security toll. */
  readonly security: boolean;
  /** The rules that made it, in the order they ran. */
  readonly rules: readonly string[];
}
