import type { Actor, Body } from '../core/actor.ts';
import type { Measure, Operations, VictimClass } from '../core/figure.ts';
import type { IncidentType } from '../core/incident.ts';
import type { Period } from '../core/period.ts';
import type { PlaceId } from '../core/place.ts';
import type { AsOf } from '../store/ports.ts';

export type Intent = 'casualties' | 'incident' | 'compare' | 'group' | 'search';

export interface AskedPeriod {
  readonly period: Period;
  readonly precision: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'span';
}

/** Whom the question is about. */
export interface AskedVictims {
  /** The word used. */
  readonly word: string;
  readonly classes: readonly VictimClass[];
  /** "Shuhada": the dead of the state's side and civilians, whoever they are. */
  readonly ownSide: boolean;
  /** Beginnings of the words that mean the same narrower group ("soldier", "troop"); empty when a class was named. */
  readonly stems: readonly string[];
}

/** Something typed that was read as something else, and is said so. */
export interface Correction {
  readonly typed: string;
  readonly read: string;
}

/** A name that is several places, and which one was taken. */
export interface PlaceChoice {
  readonly typed: string;
  readonly taken: PlaceId;
  readonly others: readonly PlaceId[];
}

/** A question as it was understood. Every field that is empty was not asked for and does not narrow. */
export interface Plan {
  readonly words: string;
  readonly intent: Intent;
  /** Whether a slash command fixed the intent. */
  readonly forced: boolean;
  readonly asOf: AsOf;
  readonly periods: readonly AskedPeriod[];
  /** In the order of the question; more than one only where neither lies in the other. */
  readonly places: readonly PlaceId[];
  /** "Pishin and Qila Saifullah": all the places are meant, each on its own. */
  readonly together: boolean;
  readonly bodies: readonly Body[];
  readonly actors: readonly Actor[];
  readonly victims: AskedVictims | null;
  /** Narrower words for people ("driver", "journalist"), singular: they single out an incident, or who is counted in one. */
  readonly people: readonly string[];
  /** The words that named them, as typed. */
  readonly peopleWords: readonly string[];
  /** "In militant attacks", "in operations of the forces": the kind of event that is to be counted. */
  readonly operations: Operations | null;
  /** False for floods, accidents and the like: what a security toll never holds. */
  readonly security: boolean;
  readonly measures: readonly Measure[];
  readonly types: readonly IncidentType[];
  /** The words that named them: "suicide bombings". */
  readonly typeWords: readonly string[];
  /** "Total", "overall": a number for the whole scope is asked for, so single incidents are no answer. */
  readonly total: boolean;
  /** A number is asked for ("how many", "toll", "killed"). */
  readonly counting: boolean;
  /** "Latest", "most recent": of the incidents that fit, the newest. */
  readonly latest: boolean;
  /** "Is it safe": whether a place is safe is asked, which no article's figures say. */
  readonly safety: boolean;
  /** "Who claimed", "who is behind": the actor is asked for. */
  readonly attribution: boolean;
  /** Numbers that the question itself names: "is it 10 or 8". */
  readonly numbers: readonly number[];
  /** Folded words that name nothing in particular: they pick among incidents and are what full text looks for. */
  readonly rest: readonly string[];
  readonly corrections: readonly Correction[];
  readonly choices: readonly PlaceChoice[];
  /** Days and months that were named without a year, where it is not the last one that was taken. */
  readonly years: readonly { readonly typed: string; readonly period: Period }[];
  /** "9/11/2024": days that may be read month first too. */
  readonly dayFirst: readonly { readonly typed: string; readonly period: Period }[];
}

/** Whether a question names when, where, who counts or who did it: what bounds an answer. */
export const isBounded = ({ periods, places, bodies, actors }: Plan): boolean =>
  periods.length + places.length + bodies.length + actors.length > 0;

/** The one period asked about; null when there is none, or two to compare. */
export const onlyPeriod = (plan: Plan): AskedPeriod | null =>
  plan.periods.length === 1 ? (plan.periods[0] ?? null) : null;

/** The one place asked about; null when there is none, or two to compare. */
export const onlyPlace = (plan: Plan): PlaceId | null =>
  plan.places.length === 1 ? (plan.places[0] ?? null) : null;
