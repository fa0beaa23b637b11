import type { Basis, Reading } from '../../core/figure.ts';
import type { Span } from '../../core/span.ts';

/** The version of an article as it is held in memory, shared by all that was read from it. */
export interface HeldVersion {
  readonly key: number;
  readonly article: string;
  readonly published: string | null;
}

/** The fields of a fact whose words are looked up when they are asked for. */
export type Sourced = 'period' | 'place' | 'body';

export interface Sources {
  readonly spanOf: (field: Sourced) => Span | null;
}

/**
 * A value whose words are read from the store when they are asked for. A class, as are the facts themselves: there are
 * hundreds of thousands, and getters of an object of its own would take five times the memory.
 */
export class HeldReading<T> implements Reading<T> {
  readonly value: T;
  readonly basis: Basis;
  readonly #field: Sourced;
  readonly #of: Sources;

  constructor(value: T, basis: Basis, field: Sourced, of: Sources) {
    this.value = value;
    this.basis = basis;
    this.#field = field;
    this.#of = of;
  }

  get span(): Span | null {
    return this.#of.spanOf(this.#field);
  }

  toJSON(): Reading<T> {
    return { value: this.value, basis: this.basis, span: this.span };
  }
}
