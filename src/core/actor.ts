export type ActorId = string;

/** Who acts in an incident: an armed group, or a force of a state. */
export interface Actor {
  readonly id: ActorId;
  readonly name: string;
  readonly kind: 'armed-group' | 'state-force';
  readonly aliases: readonly string[];
  /** The group it is a faction of. */
  readonly parent: ActorId | null;
}

export type BodyId = string;

export type BodyKind =
  | 'monitor'
  | 'official'
  | 'police'
  | 'military'
  | 'hospital'
  | 'media'
  | 'armed-group'
  | 'witness'
  | 'unnamed';

/** Who counts and vouches for a figure: PICSS, the ISPR, the police of a place, a hospital. */
export interface Body {
  readonly id: BodyId;
  readonly name: string;
  readonly kind: BodyKind;
  readonly aliases: readonly string[];
  /** What its numbers include, in one line; null where that is not known. */
  readonly counts: string | null;
  /** False for one that only an article names ("the head of the traders' union"). */
  readonly listed: boolean;
}
