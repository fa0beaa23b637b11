/** One entry of a feed. What it does not say is null. */
export interface FeedItem {
  /** The feed's own id, or the address, or a title: stable over fetches, and once in a feed. */
  readonly id: string;
  /** Absolute, http or https, as the feed gives it: to fetch from. */
  readonly url: string | null;
  readonly title: string | null;
  /** `YYYY-MM-DD`, or an ISO 8601 time in the zone that is printed. */
  readonly published: string | null;
  readonly updated: string | null;
  /** In plain text. Never to be taken for the article. */
  readonly summary: string | null;
  /** The full text in HTML, where the feed gives it. */
  readonly contentHtml: string | null;
  readonly author: string | null;
}

export interface Feed {
  readonly title: string | null;
  /** The site it belongs to; absolute. */
  readonly home: string | null;
  /** In the order of the feed. */
  readonly items: readonly FeedItem[];
  /** Minutes between fetches that the feed asks for. */
  readonly ttl: number | null;
  /** Hours of the day, in UTC, at which it asks not to be fetched. */
  readonly skipHours: readonly number[];
  /** What was wrong and has been got over, one line each: cut off, ill-formed, too long. */
  readonly notices: readonly string[];
}

/** What a parser hands on before it is cleaned: texts as printed, addresses as printed. */
export interface RawItem {
  readonly id: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly published: readonly (string | null)[];
  readonly updated: readonly (string | null)[];
  readonly summary: string | null;
  readonly contentHtml: string | null;
  readonly author: string | null;
}

export interface RawFeed {
  readonly title: string | null;
  readonly home: string | null;
  readonly items: readonly RawItem[];
}

/** Items of a feed that are read; more are an archive, and the first are the newest. */
export const MOST_ITEMS = 500;
