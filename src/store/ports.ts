import type { ActorId, BodyId } from '../core/actor.ts';
import type { ArticleId } from '../core/article.ts';
import type { Figure, FigureId, Measure } from '../core/figure.ts';
import type { Report } from '../core/incident.ts';
import type { Period } from '../core/period.ts';
import type { PlaceId } from '../core/place.ts';
import type { Trend } from '../core/trend.ts';
import type { ArticleStore, AsOf } from './ports/archive.ts';
import type { CountStore } from './ports/counts.ts';
import type { DiscordStore } from './ports/discord.ts';
import type { FeedStore } from './ports/feeds.ts';
import type { HoldingStore } from './ports/holdings.ts';
import type { LeaseStore } from './ports/lease.ts';
import type { OutboxStore } from './ports/outbox.ts';
import type { PageStore } from './ports/pages.ts';
import type { QuestionStore } from './ports/questions.ts';
import type { Saved } from './ports/saved.ts';
import type { SnapshotStore } from './ports/snapshot.ts';
import type { SubscriptionStore } from './ports/subscriptions.ts';
import type { TallyStore } from './ports/tally.ts';
import type { TelegramStore } from './ports/telegram.ts';
import type { TermStore } from './ports/terms.ts';
import type { WatchStore } from './ports/watches.ts';

export type { AsOf, Reading } from './ports/archive.ts';

/** Every field narrows; one that is absent does not. */
export interface FigureFilter {
  readonly asOf: AsOf;
  /** Figures whose period lies within this one. */
  readonly within?: Period;
  /** Figures whose period shares a day with this one. */
  readonly overlapping?: Period;
  /** Figures of this place and of all it contains. */
  readonly place?: PlaceId;
  readonly bodies?: readonly BodyId[];
  readonly actor?: ActorId;
  readonly measures?: readonly Measure[];
  readonly scope?: Figure['scope'];
  readonly article?: ArticleId;
  /** Absent: security figures only. */
  readonly security?: boolean;
}

export interface ReportFilter {
  readonly asOf: AsOf;
  readonly overlapping?: Period;
  readonly place?: PlaceId;
  readonly actor?: ActorId;
  readonly article?: ArticleId;
}

/** What tells of a place and of all it contains. */
export interface TellingFilter {
  readonly asOf: AsOf;
  readonly place: PlaceId;
  /** Of what has a period that shares a day with this one. */
  readonly overlapping?: Period;
  /** Where counting stops, for each of reports, security figures and other figures. */
  readonly most: number;
}

/** What the articles report, in indexed tables. Lists come in the order of article (oldest first, undated last), then of the text. */
export interface FactStore {
  readonly figures: (filter: FigureFilter) => readonly Figure[];
  readonly figure: (id: FigureId, asOf: AsOf) => Figure | null;
  readonly reports: (filter: ReportFilter) => readonly Report[];
  /** How many reports, and figures of every cause, tell of a place: counted without reading one. */
  readonly telling: (filter: TellingFilter) => number;
  /** What one article prints of shares, growth and averages. */
  readonly trends: (article: ArticleId, asOf: AsOf) => readonly Trend[];
}

/** Reading needs no lease; every write does but those of questions and of the bots, and says so when there is none. */
export interface Store extends ArticleStore, CountStore, FactStore, HoldingStore, TallyStore, TermStore {
  readonly lease: LeaseStore;
  readonly feeds: FeedStore;
  readonly pages: PageStore;
  readonly subscriptions: SubscriptionStore;
  readonly outbox: OutboxStore;
  readonly watches: WatchStore;
  readonly questions: QuestionStore;
  readonly snapshots: SnapshotStore;
  readonly telegram: TelegramStore;
  readonly discord: DiscordStore;
  /**
   * Writes a whole copy, also while others read and write. The file must not be there yet; it appears only when the
   * copy is complete and was found sound.
   */
  readonly backup: (file: string) => Promise<Saved<null>>;
  readonly close: () => void;
}
