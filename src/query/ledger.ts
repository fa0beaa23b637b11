import { LRUCache } from 'lru-cache';
import type { Figure } from '../core/figure.ts';
import type { MergeOrders } from '../knowledge/merges.ts';
import type { AsOf, Store } from '../store/ports.ts';
import type { Stated } from './compare.ts';
import { type IncidentView, newestFirst } from './incidents/incident.ts';
import { createMerging } from './incidents/merge.ts';
import { type ReportView, type Told, viewOf } from './incidents/view.ts';
import { widestFirst } from './widest-first.ts';

/** All incidents and counts of one moment. */
export interface Ledger {
  /** Newest first. */
  readonly incidents: readonly IncidentView[];
  /** Figures of more than one incident, and those of single ones that no report tells of; of every cause, widest first. */
  readonly counts: readonly Figure[];
  /** Counts of one body for the scope of a figure, itself among them; none when it names no body. */
  readonly alike: (figure: Figure) => readonly Stated[];
}

/** Ledgers by their moment. What has not changed since the last one is not read or merged again. */
export interface Ledgers {
  readonly at: (asOf: AsOf) => Ledger;
}

/** Articles kept whole, for those whose reports are shown or compared word by word. */
const MOST_TOLD = 2_000;
/** Beside the present one: the moment of the last digest, and a moment in the past that somebody asks about. */
const MOST_PAST = 2;

type Source = Pick<Store, 'article' | 'figures' | 'sentences' | 'revision' | 'holdings' | 'touched'>;

interface Kept {
  readonly asOf: AsOf;
  readonly ledger: Ledger;
  /** Whether nothing came or went between its moment and this one. */
  readonly isOf: (asOf: AsOf) => boolean;
  /** Brings it to another moment. */
  readonly move: (asOf: AsOf) => Kept;
}

/** Made when it is first asked for. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** What an article said in the version that was read at a moment; each part of it is read by itself. */
const toldAt = (store: Source, id: string, asOf: AsOf): Told => {
  const article = once(() => {
    const found = store.article(id, asOf);
    if (found === null) throw new Error(`no article "${id}" as of ${asOf.instant}`);
    return found;
  });
  const figures = once(() => store.figures({ asOf, article: id }));
  const sentences = once(() => store.sentences(id, asOf));
  return {
    get article() {
      return article();
    },
    get figures() {
      return figures();
    },
    get sentences() {
      return sentences();
    },
  };
};

const tellFrom = (store: Source, told: LRUCache<number, Told>, version: number, id: string, asOf: AsOf) => {
  const read = (): Told => {
    const fresh = toldAt(store, id, asOf);
    told.set(version, fresh);
    return fresh;
  };
  return (): Told => told.get(version) ?? read();
};

const addTo = <K, V>(lists: Map<K, V[]>, key: K, value: V): void => {
  const there = lists.get(key);
  if (there === undefined) lists.set(key, [value]);
  else there.push(value);
};

/** What two counts of one body must have in common to be compared at all: the rest is left to the comparison. */
const scopeOf = ({ measure, body, place, period }: Figure): string =>
  [measure, body?.value, place?.value, period?.value.from, period?.value.to].join('|');

const keep = (store: Source, orders: MergeOrders, first: AsOf): Kept => {
  const merging = createMerging(orders);
  const reports = new Map<number, ReportView[]>();
  const counts = new Map<number, Figure[]>();
  const scopes = new Map<string, Stated[]>();
  const told = new LRUCache<number, Told>({ max: MOST_TOLD });
  let incidents: readonly IncidentView[] = [];
  let sorted: readonly Figure[] = [];
  const unsorted: Figure[] = [];
  const dropped = new Set<Figure>();

  const forget = (version: number): void => {
    for (const view of reports.get(version) ?? []) merging.remove(view);
    reports.delete(version);
    for (const figure of counts.get(version) ?? []) {
      dropped.add(figure);
      const others = scopes.get(scopeOf(figure))?.filter(each => each.figure !== figure) ?? [];
      if (others.length === 0) scopes.delete(scopeOf(figure));
      else scopes.set(scopeOf(figure), others);
    }
    counts.delete(version);
    told.delete(version);
  };

  const read = (asOf: AsOf, versions?: readonly number[]): void => {
    const holdings = store.holdings(asOf, versions);
    for (const { version, published, report } of holdings.reports) {
      const view = viewOf(report, published, tellFrom(store, told, version, report.article, asOf));
      merging.add(view);
      addTo(reports, version, view);
    }
    for (const { version, published, figure } of holdings.counts) {
      addTo(counts, version, figure);
      unsorted.push(figure);
      if (figure.scope === 'aggregate' && figure.body !== null)
        addTo(scopes, scopeOf(figure), { figure, published });
    }
  };

  const settle = (): Ledger => {
    const { gone, fresh } = merging.settle();
    const now = new Set(incidents);
    for (const each of fresh) now.add(each);
    for (const each of gone) now.delete(each);
    // Nearly in order already, which a sort finds out at once.
    incidents = [...now].sort((a, b) => newestFirst(a.incident, b.incident));
    sorted = [...sorted.filter(each => !dropped.has(each)), ...unsorted.splice(0)].sort(widestFirst);
    dropped.clear();
    return {
      incidents,
      counts: sorted,
      alike: figure => scopes.get(scopeOf(figure)) ?? [],
    };
  };

  const keptAt = (asOf: AsOf, revision: number, ledger: Ledger): Kept => {
    const touched = (other: AsOf): readonly number[] =>
      other.instant === asOf.instant && other.day === asOf.day && store.revision() === revision
        ? []
        : store.touched({ revision, asOf }, other);
    return {
      asOf,
      ledger,
      isOf: other => touched(other).length === 0,
      move: other => {
        const now = store.revision();
        const versions = touched(other);
        if (versions.length === 0) return keptAt(other, now, ledger);
        for (const version of versions) forget(version);
        read(other, versions);
        return keptAt(other, now, settle());
      },
    };
  };

  const revision = store.revision();
  read(first);
  return keptAt(first, revision, settle());
};

const distance = (a: AsOf, b: AsOf): number => Math.abs(Date.parse(a.instant) - Date.parse(b.instant));

/**
 * @param store it is followed: whatever lands in it, by whichever process, is in the next ledger
 * @param orders what people decided by hand about the reports of an incident
 */
export const createLedgers = (store: Source, orders: MergeOrders): Ledgers => {
  let present: Kept | null = null;
  let past: readonly Kept[] = [];

  const atPast = (asOf: AsOf): Ledger => {
    const nearest = [...past].sort((a, b) => distance(a.asOf, asOf) - distance(b.asOf, asOf))[0];
    const isMoved = nearest !== undefined && (past.length === MOST_PAST || nearest.isOf(asOf));
    const kept = isMoved ? nearest.move(asOf) : keep(store, orders, asOf);
    past = [kept, ...past.filter(each => !isMoved || each !== nearest)];
    return kept.ledger;
  };

  return {
    at: asOf => {
      if (present !== null && asOf.instant < present.asOf.instant)
        return present.isOf(asOf) ? present.ledger : atPast(asOf);
      present = present === null ? keep(store, orders, asOf) : present.move(asOf);
      return present.ledger;
    },
  };
};
