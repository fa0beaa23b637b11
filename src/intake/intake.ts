import type { Article } from '../core/article.ts';
import type { Clock } from '../core/clock.ts';
import type { Fetcher } from '../ingest/fetch/fetcher.ts';
import type { Reading, Store } from '../store/ports.ts';

/** What every door takes articles in with. */
export interface Intake {
  readonly store: Pick<
    Store,
    'land' | 'article' | 'holds' | 'withText' | 'copyCandidates' | 'versions' | 'version' | 'pages' | 'feeds'
  >;
  /** Reads the facts of one article. */
  readonly read: (article: Article) => Reading;
  /** Version of the rules that `read` goes by. */
  readonly rules: string;
  readonly clock: Pick<Clock, 'now'>;
  /** Each article of many is a transaction of its own, so that whoever writes beside waits for one article and no more. */
  readonly piecewise?: boolean;
  /** An error of ours at one article, page or feed; the rest goes on. */
  readonly onBug: (error: unknown, where: string) => void;
  /** What is on the disk now and was not before, for the search to find. */
  readonly onLanded?: (readings: readonly Reading[]) => void;
}

/** An intake that may ask the network. */
export interface FetchingIntake extends Intake {
  readonly fetcher: Pick<Fetcher, 'get'>;
}
