import type { Reading } from '../../core/figure.ts';
import type { IncidentActor, Report, Toll } from '../../core/incident.ts';
import type { Period } from '../../core/period.ts';
import type { PlaceId } from '../../core/place.ts';
import type { Span } from '../../core/span.ts';
import type { Known, ReportKind, TollRange } from '../../store/ports/snapshot.ts';
import type { TollField } from '../incidents/incident.ts';
import { HeldReading, type HeldVersion, type Sourced, type Sources } from './held.ts';
import type { Entry } from './pool.ts';

/** What is held of a report: all that reports are chosen and set beside each other by. */
export interface ReportHead extends Readonly<Record<TollField, Entry<TollRange> | null>> {
  readonly key: number;
  readonly id: string;
  readonly version: HeldVersion;
  readonly kind: Entry<ReportKind>;
  readonly site: Entry<string> | null;
  readonly period: Entry<Known<Period>> | null;
  readonly place: Entry<Known<PlaceId>> | null;
}

class HeldToll implements Toll {
  readonly #range: TollRange;
  readonly #field: TollField;
  readonly #of: HeldReport;

  constructor(range: TollRange, field: TollField, of: HeldReport) {
    this.#range = range;
    this.#field = field;
    this.#of = of;
  }

  get low(): number | null {
    return this.#range.low;
  }
  get best(): number | null {
    return this.#range.best;
  }
  get high(): number | null {
    return this.#range.high;
  }
  get figures(): Toll['figures'] {
    return this.#of.toJSON()[this.#field]?.figures ?? [];
  }

  toJSON(): Toll {
    return { low: this.low, best: this.best, high: this.high, figures: this.figures };
  }
}

class HeldActor implements IncidentActor {
  readonly #kind: ReportKind['actors'][number];
  readonly #at: number;
  readonly #of: HeldReport;

  constructor(kind: ReportKind['actors'][number], at: number, of: HeldReport) {
    this.#kind = kind;
    this.#at = at;
    this.#of = of;
  }

  get actor(): IncidentActor['actor'] {
    return this.#kind.actor;
  }
  get role(): IncidentActor['role'] {
    return this.#kind.role;
  }
  get by(): IncidentActor['by'] {
    return this.#kind.by;
  }
  get span(): Span {
    return this.#of.toJSON().actors[this.#at]?.span ?? this.#of.span;
  }

  toJSON(): IncidentActor {
    return { actor: this.actor, role: this.role, by: this.by, span: this.span };
  }
}

/** A report whose words and figures are read from the store when they are asked for. */
export class HeldReport implements Report, Sources {
  readonly head: ReportHead;
  readonly #read: (head: ReportHead) => Report;

  constructor(head: ReportHead, read: (head: ReportHead) => Report) {
    this.head = head;
    this.#read = read;
  }

  get id(): string {
    return this.head.id;
  }
  get article(): Report['article'] {
    return this.head.version.article;
  }
  get type(): Report['type'] {
    return this.head.kind.value.type;
  }
  get background(): boolean {
    return this.head.kind.value.background;
  }
  get site(): Report['site'] {
    return this.head.site?.value ?? null;
  }
  get period(): Reading<Period> | null {
    const { period } = this.head;
    return period === null ? null : new HeldReading(period.value.value, period.value.basis, 'period', this);
  }
  get place(): Reading<PlaceId> | null {
    const { place } = this.head;
    return place === null ? null : new HeldReading(place.value.value, place.value.basis, 'place', this);
  }
  get actors(): readonly IncidentActor[] {
    const { actors } = this.head.kind.value;
    return actors.map((kind, at) => new HeldActor(kind, at, this));
  }
  get fatalities(): Toll | null {
    return this.#toll('fatalities');
  }
  get attackersKilled(): Toll | null {
    return this.#toll('attackersKilled');
  }
  get injuries(): Toll | null {
    return this.#toll('injuries');
  }
  get abductions(): Toll | null {
    return this.#toll('abductions');
  }
  get sentence(): number {
    return this.toJSON().sentence;
  }
  get span(): Span {
    return this.toJSON().span;
  }
  get figures(): Report['figures'] {
    return this.toJSON().figures;
  }
  get rules(): readonly string[] {
    return this.toJSON().rules;
  }

  #toll(field: TollField): Toll | null {
    const entry = this.head[field];
    return entry === null ? null : new HeldToll(entry.value, field, this);
  }

  spanOf(field: Sourced): Span | null {
    return field === 'body' ? null : (this.toJSON()[field]?.span ?? null);
  }

  /** The whole of it, as the store has it. */
  toJSON(): Report {
    return this.#read(this.head);
  }
}
