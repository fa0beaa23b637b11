import { writeOpml } from './ingest/opml/opml.ts';
import { WORDS } from './shell/words.ts';
import type { Store } from './store/ports.ts';

/** All feeds that are followed, as OPML that other readers of feeds take in. */
export const opmlOf = ({ feeds }: Pick<Store, 'feeds'>): string =>
  writeOpml(
    feeds.list().map(({ url, title }) => ({ url, title, folder: null })),
    WORDS.opmlTitle,
  ).trimEnd();
