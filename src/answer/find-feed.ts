import { fold } from '../core/fold.ts';
import type { Services } from '../query/services.ts';
import type { FollowedFeed } from './feed-lines.ts';

/** What was meant by a feed: one, or several that it may be; empty when none. */
type FoundFeeds = readonly FollowedFeed[];

/** An address as it may be typed: without its scheme, or in the brackets that keep a chat from previewing it. */
export const readAddress = (typed: string): string => {
  const bare = typed.replace(/^<(.*)>$/, '$1');
  return /^[a-z][a-z0-9+.-]*:/i.test(bare) || !/^[^\s/]+\.[^\s/]+/.test(bare) ? bare : `https://${bare}`;
};

/** The feeds that are followed under an address, however it is spelled, or under one that it moved from. */
export const feedsAt = (address: string, { store, intake }: Services): FoundFeeds => {
  const exact = store.feeds.get(URL.parse(address)?.href ?? address);
  if (exact !== null && exact.state !== 'removed') return [exact];
  const page = intake.page(address)?.address;
  return store.feeds.list().filter(({ url }) => page !== undefined && intake.page(url)?.address === page);
};

/** The feeds that are followed and named so, or else have these words in their name or address. */
export const feedsNamed = (typed: string, { store }: Services): FoundFeeds => {
  const feeds = store.feeds.list();
  const words = fold(typed.trim());
  const named = feeds.filter(({ title }) => title !== null && fold(title) === words);
  return named.length > 0
    ? named
    : feeds.filter(({ title, url }) => words !== '' && fold(`${title ?? ''} ${url}`).includes(words));
};
