import type { Figure } from '../../core/figure.ts';
import type { Period } from '../../core/period.ts';
import type { PlaceId } from '../../core/place.ts';
import type { FigureKind, Known, ReportKind, ToldKind } from '../../store/ports/snapshot.ts';
import type { AsOf } from '../../store/ports.ts';
import type { Stated } from '../compare.ts';
import type { IncidentView } from '../incidents/incident.ts';

/** Tests of counts. Each is made once for every different value; null: none, also where a count names no such thing. */
export interface CountTests {
  readonly kind: (kind: FigureKind) => boolean;
  readonly period: ((period: Known<Period>) => boolean) | null;
  readonly place: ((place: Known<PlaceId>) => boolean) | null;
}

/** Tests of incidents, made once for every different value; null: none, also where an incident has no such thing. */
export interface IncidentTests {
  readonly period: ((period: Known<Period>) => boolean) | null;
  /** Passed by an incident when any of its reports passes, as the next. */
  readonly place: ((place: Known<PlaceId>) => boolean) | null;
  readonly kind: ((kind: ReportKind) => boolean) | null;
}

/** How far counts are from a question: the points of the three are added up; null: not to be had at all. */
export interface CountPoints {
  readonly kind: (kind: FigureKind) => number | null;
  readonly period: (period: Known<Period> | null) => number | null;
  readonly place: (place: Known<PlaceId> | null) => number | null;
}

/** All incidents and counts of one moment. */
export interface Ledger {
  /** Newest first. */
  readonly incidents: readonly IncidentView[];
  /** Those incidents that pass, in their order. */
  readonly incidentsWhere: (tests: IncidentTests) => readonly IncidentView[];
  /** Figures of more than one incident, and those of single ones that no report tells of; of every cause, widest first. */
  readonly counts: readonly Figure[];
  /** Those counts that pass, in their order. */
  readonly countsWhere: (tests: CountTests) => Figure[];
  /** The counts that can be had, by their points, the fewest first; of equal points in their order. */
  readonly countsByPoints: (
    points: CountPoints,
  ) => readonly (readonly [points: number, figures: readonly Figure[]])[];
  /** Counts of one body for the scope of a figure, itself among them; none when it names no body. */
  readonly alike: (figure: Figure) => readonly Stated[];
  /** The kinds of statements that an incident's reports make: enough to tell whether any of them answers a question. */
  readonly told: (view: IncidentView) => readonly ToldKind[];
}

/** Ledgers by their moment. What has not changed since the last one is not read or merged again. */
export interface Ledgers {
  readonly at: (asOf: AsOf) => Ledger;
}
