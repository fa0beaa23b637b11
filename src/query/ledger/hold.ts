import { LRUCache } from 'lru-cache';
import type { Figure, Quantity, Reading } from '../../core/figure.ts';
import type { Report, Toll } from '../../core/incident.ts';
import type { Period } from '../../core/period.ts';
import type { PlaceId } from '../../core/place.ts';
import type {
  HeldCount as CountRow,
  HoldingStore,
  HeldReport as ReportRow,
} from '../../store/ports/holdings.ts';
import type {
  FigureKind,
  Known,
  LedgerSnapshot,
  ReportKind,
  ToldKind,
  TollRange,
} from '../../store/ports/snapshot.ts';
import type { HeldVersion } from './held.ts';
import { type FigureHead, HeldFigure } from './held-figure.ts';
import { HeldReport, type ReportHead } from './held-report.ts';
import { createPool, type Entry, type Pool } from './pool.ts';

/** Facts kept whole, for those that are shown or looked at word by word. */
const MOST_WHOLE = 5_000;

const json = (value: unknown): string => JSON.stringify(value);

const knownKey = ({ value, basis }: Known<PlaceId>): string => `${basis} ${value}`;
const periodKey = ({ value: { from, to }, basis }: Known<Period>): string => `${basis} ${from} ${to}`;

/** The different values of all that is held. */
export interface Pools {
  readonly periods: Pool<Known<Period>>;
  readonly places: Pool<Known<PlaceId>>;
  readonly quantities: Pool<Quantity>;
  readonly figureKinds: Pool<FigureKind>;
  readonly reportKinds: Pool<ReportKind>;
  readonly sites: Pool<string>;
  readonly tolls: Pool<TollRange>;
  readonly told: Pool<readonly ToldKind[]>;
}

/** @param given those of a snapshot, whose numbers they keep */
export const createPools = (given: LedgerSnapshot | null): Pools => ({
  periods: createPool(periodKey, given?.periods),
  places: createPool(knownKey, given?.places),
  quantities: createPool<Quantity>(json, given?.quantities),
  figureKinds: createPool<FigureKind>(json, given?.figureKinds),
  reportKinds: createPool<ReportKind>(json, given?.reportKinds),
  sites: createPool(site => site, given?.sites),
  tolls: createPool<TollRange>(json, given?.tolls),
  told: createPool<readonly ToldKind[]>(json, given?.told),
});

const known = <T>(reading: Reading<T>): Known<T> => ({ value: reading.value, basis: reading.basis });

const entryOf = <T>(pool: Pool<Known<T>>, reading: Reading<T> | null): Entry<Known<T>> | null =>
  reading === null ? null : pool.of(known(reading));

const figureKindOf = (figure: Figure): FigureKind => ({
  measure: figure.measure,
  victims: figure.victims,
  victimsDetail: figure.victimsDetail,
  scope: figure.scope,
  operations: figure.operations,
  via: figure.via,
  actor: figure.actor,
  shared: figure.shared,
  standing: figure.standing,
  security: figure.security,
  body: figure.body === null ? null : known(figure.body),
  isPart: figure.partOf !== null,
});

const reportKindOf = ({ type, background, actors }: Report): ReportKind => ({
  type,
  background,
  actors: actors.map(({ actor, role, by }) => ({ actor, role, by })),
});

/** Makes what is held of facts; the rest of them is read from the store when it is asked for. */
export interface Hold {
  readonly pools: Pools;
  readonly version: (key: number, article: string, published: string | null) => HeldVersion;
  readonly figure: (head: FigureHead) => HeldFigure;
  readonly report: (head: ReportHead) => HeldReport;
  readonly figureOf: (row: CountRow) => HeldFigure;
  readonly reportOf: (row: ReportRow) => HeldReport;
}

export const createHold = (
  store: Pick<HoldingStore, 'figureAt' | 'reportAt'>,
  given: LedgerSnapshot | null,
): Hold => {
  const pools = createPools(given);
  const versions = new Map<number, HeldVersion>();
  const figures = new LRUCache<FigureHead, Figure>({ max: MOST_WHOLE });
  const reports = new LRUCache<ReportHead, Report>({ max: MOST_WHOLE });

  const wholeFigure = (head: FigureHead): Figure => {
    const found = figures.get(head) ?? store.figureAt(head.key, head.version.key);
    figures.set(head, found);
    return found;
  };
  const wholeReport = (head: ReportHead): Report => {
    const found = reports.get(head) ?? store.reportAt(head.key, head.version.key);
    reports.set(head, found);
    return found;
  };
  const version = (key: number, article: string, published: string | null): HeldVersion => {
    const there = versions.get(key) ?? { key, article, published };
    versions.set(key, there);
    return there;
  };
  const toll = (told: Toll | null): Entry<TollRange> | null =>
    told === null ? null : pools.tolls.of({ low: told.low, best: told.best, high: told.high });
  const figure = (head: FigureHead): HeldFigure => new HeldFigure(head, wholeFigure);
  const report = (head: ReportHead): HeldReport => new HeldReport(head, wholeReport);
  return {
    pools,
    version,
    figure,
    report,
    figureOf: row =>
      figure({
        key: row.key,
        version: version(row.version, row.figure.article, row.published),
        kind: pools.figureKinds.of(figureKindOf(row.figure)),
        quantity: pools.quantities.of(row.figure.quantity),
        period: entryOf(pools.periods, row.figure.period),
        place: entryOf(pools.places, row.figure.place),
      }),
    reportOf: row =>
      report({
        key: row.key,
        id: row.report.id,
        version: version(row.version, row.report.article, row.published),
        kind: pools.reportKinds.of(reportKindOf(row.report)),
        site: row.report.site === null ? null : pools.sites.of(row.report.site),
        period: entryOf(pools.periods, row.report.period),
        place: entryOf(pools.places, row.report.place),
        fatalities: toll(row.report.fatalities),
        attackersKilled: toll(row.report.attackersKilled),
        injuries: toll(row.report.injuries),
        abductions: toll(row.report.abductions),
      }),
  };
};
