import { onTestFinished } from 'vitest';
import { readingsBy } from '../../src/corpus.ts';
import type { FeedItem } from '../../src/ingest/feed/feed.ts';
import type { FetchingIntake } from '../../src/intake/intake.ts';
import { visitFeed } from '../../src/intake/visit.ts';
import type { Visited } from '../../src/intake/visit-state.ts';
import type { Feed } from '../../src/store/ports/feeds.ts';
import type { Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { knowledge } from '../extract/knowledge.ts';
import { movableClock, openFaults, openFetcher } from '../ingest/fetch/opened.ts';
import type { FaultServer } from '../servers/faults.ts';
import { saved, writing } from '../store/keep.ts';

export const read = readingsBy(knowledge);

export const HOUR = 3_600_000;

/** A day before the clock of the tests. */
export const YESTERDAY = '2025-02-28T09:00:00Z';

// Every happening in these articles is made up; places are real.
const PLACES = ['Quetta', 'Zhob', 'Bannu', 'Tank', 'Chaman', 'Panjgur', 'Turbat', 'Kohat'];

/** A made-up article in so many words that nothing takes it for a teaser; each number tells of another happening. */
export const madeUp = (n: number): string => {
  const place = PLACES[n % PLACES.length] ?? 'Quetta';
  return [
    `At least ${n + 3} people were killed on Friday when a made-up bomb numbered ${n} went off in ${place}, police said.`,
    `Rescuers of ${place} brought ${n + 11} wounded to the wards after the made-up blast, and shops of street ${n} closed for the day.`,
    `Nobody claimed made-up attack ${n} so far, and officers searched the roads around ${place} until the evening.`,
  ].join('\n');
};

/** The page of an article, with its title and, where it is given, its day. */
export const pageOf = (title: string, text: string, published: string | null = null): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${
    published === null ? '' : `<meta property="article:published_time" content="${published}">`
  }</head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${text
    .split('\n')
    .map(line => `<p>${line}</p>`)
    .join('')}</article></body></html>`;

type Given = Partial<FeedItem> & { readonly url: string };

/** A feed in RSS of these items, newest first. */
export const rss = (items: readonly Given[], head = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Made-up feed</title>${head}${items
    .map(
      ({ url, title, published, summary, updated }) =>
        `<item><title>${title ?? 'Made-up item'}</title><link>${url}</link><guid>${url}</guid>${
          published ? `<pubDate>${new Date(published).toUTCString()}</pubDate>` : ''
        }${updated ? `<atom:updated>${updated}</atom:updated>` : ''}${
          summary ? `<description>${summary}</description>` : ''
        }</item>`,
    )
    .join('')}</channel></rss>`;

export interface Opened {
  readonly server: FaultServer;
  readonly store: Store;
  readonly intake: FetchingIntake;
  readonly clock: ReturnType<typeof movableClock>;
  readonly bugs: unknown[];
  /** Follows the feed at a path. */
  readonly add: (path: string) => Feed;
  readonly feed: (path: string) => Feed;
  /** Visits the feed at a path, as it is known now. */
  readonly visit: (path: string) => Promise<Visited>;
  /** What became of the page at a path last; null when it was never met. */
  readonly page: (path: string) => string | null;
}

/** A server, an empty archive and what takes articles in between them. */
export const openIntake = async (
  options: { readonly store?: Store; readonly rest?: Partial<FetchingIntake> } = {},
): Promise<Opened> => {
  const server = await openFaults();
  const opened = openStore(':memory:');
  if (!opened.ok) throw new Error(opened.error.message);
  const store = options.store ?? opened.value;
  onTestFinished(() => store.close());
  writing(store, '2025-01-01T00:00:00.000Z');
  const clock = movableClock();
  const bugs: unknown[] = [];
  const fetcher = openFetcher({
    clock: clock.clock,
    pause: clock.pause,
    gap: 0,
    // Every name is this machine: one server stands for several outlets.
    lookup: async () => [{ address: '127.0.0.1', family: 4 }],
  });
  const intake: FetchingIntake = {
    store,
    read,
    rules: 'rules 1',
    clock: clock.clock,
    onBug: error => bugs.push(error),
    fetcher,
    ...options.rest,
  };
  const feed = (path: string): Feed => {
    const found = store.feeds.get(server.url(path));
    if (found === null) throw new Error(`${path} is not followed`);
    return found;
  };
  return {
    server,
    store,
    intake,
    clock,
    bugs,
    feed,
    add: path => {
      const at = clock.clock.now().toISOString();
      saved(store.feeds.add({ url: server.url(path), title: null, addedBy: 'a test', at, nextRun: at }));
      return feed(path);
    },
    visit: async path => saved(await visitFeed(intake, feed(path))),
    page: path => store.pages.of(server.url(path).replace(/^http:/, 'https:'))[0]?.kind ?? null,
  };
};
