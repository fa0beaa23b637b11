import type { Actor, ActorId, Body, BodyId } from '../core/actor.ts';
import type { PhraseTable } from '../core/phrases.ts';
import type { Place, PlaceId } from '../core/place.ts';

export interface PlaceName {
  readonly place: Place;
  readonly caseSensitive: string | null;
  /** A common word or a person's name too ("Police", "Tank", "Ali"): counts only where the text speaks of a place. */
  readonly needsContext: boolean;
}

/** Places by id and by any of their names. One name may be many places; who asks must choose. */
export interface Gazetteer {
  readonly names: PhraseTable<PlaceName>;
  readonly byId: (id: PlaceId) => Place | null;
  readonly all: () => Iterable<Place>;
  /** Which units a named group of them holds (the tribal districts, Makran); empty for every place that is no `area`. */
  readonly members: (area: PlaceId) => readonly PlaceId[];
}

/** A name of a group or force, and how it is used: an official label ("khawarij") is quoted, never adopted. */
export interface ActorName {
  readonly actor: Actor;
  readonly label: boolean;
  /** Acronyms count only in the case they are printed in: "IS" is a group, "is" a verb. */
  readonly caseSensitive: string | null;
}

export interface Actors {
  readonly names: PhraseTable<ActorName>;
  readonly byId: (id: ActorId) => Actor | null;
  readonly all: () => Iterable<Actor>;
}

export interface BodyName {
  readonly body: Body;
  readonly caseSensitive: string | null;
}

export interface Bodies {
  readonly names: PhraseTable<BodyName>;
  readonly byId: (id: BodyId) => Body | null;
  readonly all: () => Iterable<Body>;
}
