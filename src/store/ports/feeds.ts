import type { Instant } from '../../core/clock.ts';
import type { Saved } from './saved.ts';

/** A feed and how it fares. Its present address is its name; the addresses it moved from still find it. */
export interface Feed {
  readonly url: string;
  readonly title: string | null;
  readonly addedBy: string;
  readonly added: Instant;
  readonly state: 'active' | 'paused' | 'removed';
  /** Why it is paused or was removed; null when active. */
  readonly reason: string | null;
  /** Validators of the last answer, to be sent back as they came. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly lastFetch: Instant | null;
  readonly lastSuccess: Instant | null;
  /** When it last brought something that was new to us. */
  readonly lastNew: Instant | null;
  readonly failingSince: Instant | null;
  /** Failed visits in a row. */
  readonly failures: number;
  /** What the last visit failed of, in words; null when it succeeded. */
  readonly failure: string | null;
  readonly nextRun: Instant;
  /** Oldest first. */
  readonly movedFrom: readonly string[];
}

/** What one fetch of a feed came to. */
export interface FeedVisit {
  /** The address it was known by before the visit. */
  readonly url: string;
  readonly at: Instant;
  /** Null: it succeeded. In words otherwise. */
  readonly failure: string | null;
  readonly nextRun: Instant;
  /** Whether anything was new to us. */
  readonly broughtNew: boolean;
  /** Where it has moved to for good; absent or null: nowhere. */
  readonly movedTo?: string | null;
  /** Pauses it, for this reason; absent or null: it stays as it is. */
  readonly pause?: string | null;
  /** Absent: as before. */
  readonly title?: string | null;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

export interface FeedEvent {
  readonly at: Instant;
  readonly event: 'added' | 'paused' | 'resumed' | 'moved' | 'removed';
  /** The reason, the address it moved from, or who added it. */
  readonly detail: string;
}

export interface FeedStore {
  /** One that was removed comes back with its history. @returns `known` when it is there already, and nothing changed */
  readonly add: (feed: {
    readonly url: string;
    readonly title: string | null;
    readonly addedBy: string;
    readonly at: Instant;
    readonly nextRun: Instant;
  }) => Saved<'added' | 'back' | 'known'>;
  /** @returns false when there is no such feed, or it is so already; a removed one is neither paused nor resumed */
  readonly pause: (url: string, at: Instant, reason: string) => Saved<boolean>;
  /** Due at once, and its failures are forgotten. @returns as `pause` */
  readonly resume: (url: string, at: Instant) => Saved<boolean>;
  /** It is fetched no more; what it brought stays, and so does its row. @returns as `pause` */
  readonly remove: (url: string, at: Instant, reason: string) => Saved<boolean>;
  /** A visit that brought no article; one that did comes with its landing. @returns false when there is no such feed */
  readonly visited: (visit: FeedVisit) => Saved<boolean>;
  /** By its address or one it moved from, removed ones included. */
  readonly get: (url: string) => Feed | null;
  /** Active and paused ones, by address. */
  readonly list: () => readonly Feed[];
  /** Active ones whose time has come, longest due first. */
  readonly due: (at: Instant, limit: number) => readonly Feed[];
  /** Oldest first. */
  readonly history: (url: string) => readonly FeedEvent[];
}
