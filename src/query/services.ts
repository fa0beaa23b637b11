import type { ArticleId } from '../core/article.ts';
import type { Clock } from '../core/clock.ts';
import type { Trend } from '../core/trend.ts';
import type { Lexicon } from '../knowledge/lexicon.ts';
import type { MergeOrders } from '../knowledge/merges.ts';
import type { Actors, Bodies, Gazetteer } from '../knowledge/ports.ts';
import type { NameIndex, Search } from '../search/ports.ts';
import type { AsOf, Store } from '../store/ports.ts';
import type { DigestAdmin } from './digests.ts';
import type { Intake } from './intake.ts';
import type { Ledgers } from './ledger/ledger.ts';

/** Everything an answer is made from; main.ts builds it once. */
export interface Services {
  readonly store: Store;
  readonly search: Search;
  readonly names: NameIndex;
  readonly gazetteer: Gazetteer;
  readonly actors: Actors;
  readonly bodies: Bodies;
  /** All incidents and counts of a moment, kept from one answer to the next. */
  readonly ledgers: Ledgers;
  /** Which reports were set together or apart by hand. */
  readonly merges: MergeOrders;
  readonly lexicon: Pick<Lexicon, 'people' | 'notSecurity'>;
  /** Shares, growth and averages that an article prints, in the order of its text. */
  readonly trends: (article: ArticleId, asOf: AsOf) => readonly Trend[];
  /** How articles come in. */
  readonly intake: Intake;
  /** Who gets a digest. */
  readonly digests: DigestAdmin;
  readonly clock: Clock;
}

/** The moment an answer is given for: what was published later does not exist for it. */
export type Moment = AsOf;

export const asOfNow = (clock: Clock): Moment => ({ day: clock.today(), instant: clock.now().toISOString() });
