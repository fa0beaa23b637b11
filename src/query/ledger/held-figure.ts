import type { Figure, Quantity, Reading } from '../../core/figure.ts';
import type { Period } from '../../core/period.ts';
import type { PlaceId } from '../../core/place.ts';
import type { Span } from '../../core/span.ts';
import type { FigureKind, Known } from '../../store/ports/snapshot.ts';
import { HeldReading, type HeldVersion, type Sourced, type Sources } from './held.ts';
import type { Entry } from './pool.ts';

/** What is held of a figure: all that figures are chosen, sorted and compared by. */
export interface FigureHead {
  readonly key: number;
  readonly version: HeldVersion;
  readonly kind: Entry<FigureKind>;
  readonly quantity: Entry<Quantity>;
  readonly period: Entry<Known<Period>> | null;
  readonly place: Entry<Known<PlaceId>> | null;
}

/** A figure whose words, id and parts are read from the store when they are asked for. */
export class HeldFigure implements Figure, Sources {
  readonly head: FigureHead;
  readonly #read: (head: FigureHead) => Figure;

  constructor(head: FigureHead, read: (head: FigureHead) => Figure) {
    this.head = head;
    this.#read = read;
  }

  get article(): Figure['article'] {
    return this.head.version.article;
  }
  get measure(): Figure['measure'] {
    return this.head.kind.value.measure;
  }
  get victims(): Figure['victims'] {
    return this.head.kind.value.victims;
  }
  get victimsDetail(): Figure['victimsDetail'] {
    return this.head.kind.value.victimsDetail;
  }
  get scope(): Figure['scope'] {
    return this.head.kind.value.scope;
  }
  get operations(): Figure['operations'] {
    return this.head.kind.value.operations;
  }
  get via(): Figure['via'] {
    return this.head.kind.value.via;
  }
  get actor(): Figure['actor'] {
    return this.head.kind.value.actor;
  }
  get shared(): boolean {
    return this.head.kind.value.shared;
  }
  get standing(): Figure['standing'] {
    return this.head.kind.value.standing;
  }
  get security(): boolean {
    return this.head.kind.value.security;
  }
  get quantity(): Quantity {
    return this.head.quantity.value;
  }
  get period(): Reading<Period> | null {
    const { period } = this.head;
    return period === null ? null : new HeldReading(period.value.value, period.value.basis, 'period', this);
  }
  get place(): Reading<PlaceId> | null {
    const { place } = this.head;
    return place === null ? null : new HeldReading(place.value.value, place.value.basis, 'place', this);
  }
  get body(): Figure['body'] {
    const { body } = this.head.kind.value;
    return body === null ? null : new HeldReading(body.value, body.basis, 'body', this);
  }
  get partOf(): Figure['partOf'] {
    return this.head.kind.value.isPart ? this.toJSON().partOf : null;
  }
  get id(): Figure['id'] {
    return this.toJSON().id;
  }
  get sentence(): number {
    return this.toJSON().sentence;
  }
  get span(): Span {
    return this.toJSON().span;
  }
  get rules(): readonly string[] {
    return this.toJSON().rules;
  }

  spanOf(field: Sourced): Span | null {
    return this.toJSON()[field]?.span ?? null;
  }

  /** The whole of it, as the store has it. */
  toJSON(): Figure {
    return this.#read(this.head);
  }
}
