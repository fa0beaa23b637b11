import type { BodyId } from '../../core/actor.ts';
import type { ArticleId } from '../../core/article.ts';
import type { Basis, Figure, Quantity } from '../../core/figure.ts';
import type { IncidentActor, Report, Toll } from '../../core/incident.ts';
import type { Period } from '../../core/period.ts';
import type { PlaceId } from '../../core/place.ts';
import type { Seen } from './holdings.ts';
import type { Saved } from './saved.ts';

/** A value that was read from a text, without the words it was read from. */
export interface Known<T> {
  readonly value: T;
  readonly basis: Basis;
}

/** What many figures have in common, whenever and wherever they count and whatever number. */
export interface FigureKind
  extends Pick<
    Figure,
    | 'measure'
    | 'victims'
    | 'victimsDetail'
    | 'scope'
    | 'operations'
    | 'via'
    | 'actor'
    | 'shared'
    | 'standing'
    | 'security'
  > {
  readonly body: Known<BodyId> | null;
  /** Whether it is a part of another figure. */
  readonly isPart: boolean;
}

export interface ReportKind extends Pick<Report, 'type' | 'background'> {
  readonly actors: readonly Pick<IncidentActor, 'actor' | 'role' | 'by'>[];
}

export type TollRange = Pick<Toll, 'low' | 'best' | 'high'>;

/** A kind of statement that an incident has at least one of. */
export interface ToldKind {
  readonly figure: Pick<Figure, 'measure' | 'victims' | 'victimsDetail' | 'via'> & {
    readonly body: Known<BodyId> | null;
  };
  readonly role: 'headline' | 'part' | 'attackers' | 'shared';
  readonly current: boolean;
}

/**
 * All incidents and counts of one moment, so that the next process need not make them again: what differs stands in lists,
 * and rows of whole numbers point into them. A place in a list is written as itself and one more; 0 is null.
 */
export interface LedgerSnapshot {
  readonly seen: Seen;
  readonly versions: Uint32Array;
  /** Of each version. */
  readonly articles: readonly ArticleId[];
  readonly published: readonly (string | null)[];
  readonly periods: readonly Known<Period>[];
  readonly places: readonly Known<PlaceId>[];
  readonly quantities: readonly Quantity[];
  readonly figureKinds: readonly FigureKind[];
  readonly reportKinds: readonly ReportKind[];
  readonly sites: readonly string[];
  readonly tolls: readonly TollRange[];
  readonly told: readonly (readonly ToldKind[])[];
  /** Widest first; in each row: key, version, kind, quantity, period, place. */
  readonly counts: Uint32Array;
  /** In each row: key, version, kind, site, period, place, and the four tolls. */
  readonly reports: Uint32Array;
  readonly reportIds: readonly string[];
  /**
   * Newest first. Of each: its group, what it tells, how many reports it has, those reports, the most exact first, and for
   * each but the first the report it was joined to and how.
   */
  readonly incidents: Uint32Array;
}

/** What can be made again from the rest of the archive, and is kept because that takes long. */
export interface SnapshotStore {
  /** Null when there is none that was made by the same rules. */
  readonly ledger: (rules: string) => LedgerSnapshot | null;
  /** The revision of the archive that it was made of; null as above. */
  readonly ledgerRevision: (rules: string) => number | null;
  /** Takes the place of an older one. It needs no lease: every process would make the same. */
  readonly keepLedger: (rules: string, snapshot: LedgerSnapshot) => Saved<null>;
}
