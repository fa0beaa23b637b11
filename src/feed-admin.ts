import type { Article } from './core/article.ts';
import type { Clock } from './core/clock.ts';
import { type Failure, ok, type Result } from './core/result.ts';
import type { FeedAdmin, FeedTrouble } from './query/intake.ts';
import type { SharedFetcher } from './shared-fetcher.ts';
import type { Settings } from './shell/settings.ts';
import { WORDS } from './shell/words.ts';
import type { Reading, Store } from './store/ports.ts';
import { asWriter } from './writer.ts';

export interface FeedAdminParts {
  readonly store: Pick<Store, 'feeds' | 'lease'>;
  readonly settings: Pick<Settings, 'database'>;
  readonly fetching: SharedFetcher;
  readonly read: (article: Article) => Reading;
  /** The real one, also for a question of another time: what is written happens now. */
  readonly clock: Clock;
}

const trouble = ({ fault, message }: Failure): Result<never, FeedTrouble> => ({
  ok: false,
  error: { fault, message, feeds: [] },
});

const NEEDS_DATABASE: Failure = { fault: 'input', message: WORDS.feedsNeedDatabase };

/** Changes the feeds of a store, by a fetcher that others may use at the same moment. */
export const createFeedAdmin = ({ store, settings, read, clock, fetching }: FeedAdminParts): FeedAdmin => {
  const { database } = settings;
  const now = (): string => clock.now().toISOString();

  const write = (work: (at: string) => ReturnType<Store['feeds']['remove']>): Result<boolean> =>
    database === null ? { ok: false, error: NEEDS_DATABASE } : asWriter(store, clock, () => work(now()));

  return {
    add: async (address, name, by) => {
      if (database === null) return trouble(NEEDS_DATABASE);
      const { lookAtFeed } = await import('./feed-look.ts');
      const looked = await fetching.use(fetcher => lookAtFeed(address, fetcher));
      if (!looked.ok) return looked;
      const { url, items } = looked.value;
      const title = name ?? looked.value.title;
      const at = now();
      const saved = asWriter(store, clock, () =>
        store.feeds.add({ url, title, addedBy: by, at, nextRun: at }),
      );
      if (!saved.ok) return trouble(saved.error);
      return saved.value === 'known'
        ? trouble({ fault: 'input', message: WORDS.feedKnown(url) })
        : ok({ url, title, became: saved.value, items: items.length });
    },
    remove: (url, by) => write(at => store.feeds.remove(url, at, `by ${by}`)),
    pause: (url, reason) => write(at => store.feeds.pause(url, at, reason)),
    resume: url => write(at => store.feeds.resume(url, at)),
    test: async address => {
      const { tryFeed } = await import('./feed-look.ts');
      return await fetching.use(fetcher => tryFeed(address, fetcher, read));
    },
    list: async () => {
      const { opmlOf } = await import('./feeds-opml.ts');
      return opmlOf(store);
    },
  };
};
