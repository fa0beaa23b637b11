import type { ArticleId } from '../core/article.ts';
import type { Failure, Result } from '../core/result.ts';
import type { TakingIn } from '../core/taking-in.ts';
import type { Reading } from '../store/ports.ts';

/** Why nothing came of an address; where a page was meant for a feed, the feeds that it links to. */
export interface FeedTrouble extends Failure {
  readonly feeds: readonly string[];
}

/** The newest item of a feed, as it would come in. */
export interface TriedItem {
  readonly title: string | null;
  readonly url: string | null;
  /** `YYYY-MM-DD`, or an ISO 8601 time. */
  readonly published: string | null;
  /** What would be read; null when the page gives no article. */
  readonly reading: Reading | null;
  /** Why there is no reading, in one line; null when there is one. */
  readonly failure: string | null;
  /** ISO 639-1; null when not known. */
  readonly language: string | null;
}

/** What one look at a feed found. */
export interface FeedTrial {
  /** Its address, after redirects that are for good. */
  readonly url: string;
  readonly title: string | null;
  readonly items: number;
  /** What was wrong with it and has been got over, one line each. */
  readonly notices: readonly string[];
  /** Null when it has no item. */
  readonly newest: TriedItem | null;
}

export interface AddedFeed {
  readonly url: string;
  readonly title: string | null;
  /** `back`: it was removed once, and has its history again. */
  readonly became: 'added' | 'back';
  readonly items: number;
}

/** What changes the feeds that are followed. Every failure is one line that can be shown as it is. */
export interface FeedAdmin {
  /** Looks at the address first: what is no feed is not added. @param name null: the feed's own title */
  readonly add: (url: string, name: string | null, by: string) => Promise<Result<AddedFeed, FeedTrouble>>;
  /** @returns false when it was so already */
  readonly remove: (url: string, by: string) => Result<boolean>;
  readonly pause: (url: string, reason: string) => Result<boolean>;
  readonly resume: (url: string) => Result<boolean>;
  /** Fetches the feed and its newest page once, and keeps nothing. */
  readonly test: (url: string) => Promise<Result<FeedTrial, FeedTrouble>>;
  /** All feeds that are followed, as OPML. */
  readonly list: () => Promise<string>;
}

/** The file that everything is kept in. */
export interface DatabaseFacts {
  /** Null: it is in memory and ends with the program. */
  readonly file: string | null;
  /** Null when it cannot be told. */
  readonly bytes: number | null;
}

/** How articles come in, as far as people see it and may change it. */
export interface Intake {
  readonly feeds: FeedAdmin;
  /** One spelling for all addresses of a page, and the id of an article from there; null for what is no web address. */
  readonly page: (url: string) => { readonly address: string; readonly article: ArticleId } | null;
  /** Version of the rules that articles are read by. */
  readonly rules: string;
  readonly database: () => DatabaseFacts;
  readonly takingIn: () => TakingIn;
  /** From now on no answer sees it. @returns false when there is no such article, or it is withdrawn already */
  readonly withdraw: (id: ArticleId, reason: string) => Result<boolean>;
  /** From now on answers see it again. @returns false when it is not withdrawn */
  readonly restore: (id: ArticleId) => Promise<Result<boolean>>;
}
