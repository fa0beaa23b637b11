import type { Article, ArticleId, Sentence } from '../../core/article.ts';
import type { Instant } from '../../core/clock.ts';
import type { Figure } from '../../core/figure.ts';
import type { Report } from '../../core/incident.ts';
import type { Day } from '../../core/period.ts';
import type { Trend } from '../../core/trend.ts';
import type { FeedVisit } from './feeds.ts';
import type { PageOutcome } from './pages.ts';
import type { Saved } from './saved.ts';
import type { ArticleTerms } from './terms.ts';

/**
 * The moment an answer is given for. An article published later does not exist for it; an undated one always does.
 * An article that has a day but no hour exists from the start of that day. Of an article that changed it sees the
 * version that was known then, and the first where none was known yet; from its withdrawal on it sees none.
 */
export interface AsOf {
  readonly day: Day;
  readonly instant: Instant;
}

/** What the intake found out about an article, beside its facts. */
export interface Traits {
  /** ISO 639-1; null when not known. */
  readonly language: string | null;
  /** False: no security figure and no incident; to be found by search, left out of briefings. */
  readonly relevant: boolean;
  /** The article it is a near-copy of. */
  readonly copyOf: ArticleId | null;
  /** Old news already when it came in: to be answered from, and told to nobody as new. Absent: false. */
  readonly history?: boolean;
  /** Safe integers by which near-copies find each other, see `copyCandidates`; empty when not made. */
  readonly signature: readonly number[];
}

/** An article with everything that was read out of it: it comes as one. */
export interface Reading {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  readonly figures: readonly Figure[];
  readonly reports: readonly Report[];
  /** Absent: none. */
  readonly trends?: readonly Trend[];
  /** Absent: language not known, relevant, no copy, no signature. */
  readonly traits?: Traits;
  /** What full text finds it by. Null: by nothing. Absent: not looked for yet. Not read back. */
  readonly terms?: ArticleTerms | null;
}

/** What arrived together, and is on the disk together or not at all. */
export interface Landing {
  /** When it was seen. */
  readonly at: Instant;
  /** Version of the rules that the readings were read with. */
  readonly rules: string;
  readonly readings: readonly Reading[];
  readonly feed?: FeedVisit;
  readonly pages?: readonly PageOutcome[];
}

/**
 * What became of a reading. `unchanged`: the same content by the same rules, nothing was written. `reread`: the same
 * content by other rules, its facts were replaced. `withdrawn`: it is withdrawn and stays so; a changed content was kept.
 */
export interface Landed {
  readonly id: ArticleId;
  readonly became: 'new' | 'updated' | 'unchanged' | 'reread' | 'withdrawn';
  readonly version: number;
}

/** One state of an article's content. Content is all that `Article` holds. */
export interface Version extends Omit<Traits, 'signature'> {
  /** From 1. */
  readonly version: number;
  readonly title: string | null;
  readonly published: string | null;
  /** Null in archives from before this was kept. */
  readonly seen: Instant | null;
  /** Counts from then on; null: from the article's publication. */
  readonly since: Instant | null;
  /** Counts until then; null: it is the current one. */
  readonly until: Instant | null;
  readonly ended: 'replaced' | 'withdrawn' | null;
  /** Why it was withdrawn. */
  readonly reason: string | null;
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
  readonly rules: string;
}

/** A version of an article that came to be known, or ceased to count, within a stretch of time. */
export interface Changed extends Pick<Version, 'version' | 'until' | 'ended' | 'reason'> {
  readonly id: ArticleId;
  /**
   * When it came to be known: when it was first seen, and not before its publication. What was seen only after the
   * stretch counts from its publication, as in every answer. Null: always.
   */
  readonly learned: Instant | null;
  /** Old news already when it came in; false for what was seen only after the stretch. */
  readonly history: boolean;
  readonly relevant: boolean;
  readonly copyOf: ArticleId | null;
}

/** A version that other rules than the present ones have read. */
export interface Stale {
  /** For `reread`, and for `stale` to go on from. */
  readonly key: number;
  readonly version: number;
  readonly article: Article;
}

export interface ArticleStore {
  /**
   * All of it in one transaction, on the disk when this returns. A changed content adds a version; nothing is deleted.
   * @throws RangeError when a reading contradicts itself, which is a bug of who made it
   */
  readonly land: (landing: Landing) => Saved<readonly Landed[]>;
  /** From `at` on no answer sees it. @returns false when there is no such article, or it is withdrawn already */
  readonly withdraw: (id: ArticleId, at: Instant, reason: string) => Saved<boolean>;
  /**
   * Adds a version that holds from `at` on, of an article that is withdrawn. What was answered meanwhile stays as it was.
   * @returns false when it is not withdrawn
   */
  readonly restore: (reading: Reading, at: Instant, rules: string) => Saved<boolean>;
  readonly article: (id: ArticleId, asOf: AsOf) => Article | null;
  /** Whether `article` gives one, without reading it. */
  readonly exists: (id: ArticleId, asOf: AsOf) => boolean;
  /** All that exist at a moment, in no order. */
  readonly existing: (asOf: AsOf) => readonly ArticleId[];
  readonly sentences: (id: ArticleId, asOf: AsOf) => readonly Sentence[];
  /** Newest first, undated last, then by id. */
  readonly articles: (asOf: AsOf, limit: number) => readonly Article[];
  readonly counts: (asOf: AsOf) => {
    readonly articles: number;
    readonly figures: number;
    readonly reports: number;
  };
  /** Oldest first; empty when there is no such article. */
  readonly versions: (id: ArticleId) => readonly Version[];
  /** All that was read from one version, with its traits. */
  readonly version: (id: ArticleId, version: number) => Reading | null;
  /** Whether landing it would change nothing: the same content, read by the same rules. */
  readonly holds: (article: Article, rules: string) => boolean;
  /** The current article with exactly this text that came first; null when there is none. */
  readonly withText: (text: string) => ArticleId | null;
  /**
   * Current articles that share a number at the same place of the signature, those that share most first. Of a number that
   * very many share a store may look at the newest of them alone.
   */
  readonly copyCandidates: (
    signature: readonly number[],
    limit: number,
  ) => readonly { readonly id: ArticleId; readonly shared: number }[];
  /** Current articles that are near-copies of this one, by id. */
  readonly copiesOf: (id: ArticleId) => readonly ArticleId[];
  /** Versions that came to be known or ceased to count after the one instant and until the other, by article. */
  readonly changed: (after: Instant, until: Instant) => readonly Changed[];
  /** Every article of that moment with its facts, by id, one at a time. */
  readonly eachReading: (asOf: AsOf) => Iterable<Reading>;
  /** Versions read by other rules, in the order of their keys. @param after the last key seen; 0 to begin */
  readonly stale: (rules: string, after: number, limit: number) => readonly Stale[];
  readonly staleCount: (rules: string) => number;
  /**
   * Replaces the facts of versions by what these rules read in the same content.
   * @throws RangeError when the content is another one
   */
  readonly reread: (
    rules: string,
    readings: readonly { readonly key: number; readonly reading: Reading }[],
  ) => Saved<null>;
}
