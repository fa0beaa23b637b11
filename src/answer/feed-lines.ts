import type { Inline } from '../core/answer.ts';
import type { Instant } from '../core/clock.ts';
import type { Services } from '../query/services.ts';
import { momentWords } from './moments.ts';

export type FollowedFeed = ReturnType<Services['store']['feeds']['list']>[number];

/** What a feed is called where its address is nobody's business: an address may hold a key. */
export const feedName = ({ title, url }: Pick<FollowedFeed, 'title' | 'url'>): string =>
  title ?? URL.parse(url)?.hostname ?? url;

const times = (count: number): string => (count === 1 ? 'once' : `${count} times in a row`);

/** How a feed fares, in words. */
const stateWords = (feed: FollowedFeed, now: Instant): string => {
  const { state, reason, failures, failure, failingSince, lastFetch } = feed;
  if (state !== 'active') return `${state}: ${reason ?? 'no reason was given'}`;
  if (failure !== null)
    return `failed ${times(failures)}${failingSince === null ? '' : `, since ${momentWords(failingSince, now)}`}: ${failure}`;
  return lastFetch === null ? 'waits for its first fetch' : 'in order';
};

/** Those that need somebody come first, then those that wait, then those in order; each by address. */
const urgency = ({ state, failure }: FollowedFeed): number =>
  state === 'paused' ? 1 : failure === null ? 2 : 0;

export const byUrgency = (feeds: readonly FollowedFeed[]): readonly FollowedFeed[] =>
  feeds.toSorted((a, b) => urgency(a) - urgency(b));

/** One feed a line: name, state, last fetch, last new item, next run; for administrators its address as well. */
export const feedLine = (feed: FollowedFeed, now: Instant, admin: boolean): readonly Inline[] => {
  const { lastFetch, lastNew, nextRun, state, url } = feed;
  const rest = [
    stateWords(feed, now),
    ...(lastFetch === null ? [] : [`last fetch ${momentWords(lastFetch, now)}`]),
    ...(lastFetch === null
      ? []
      : [lastNew === null ? 'nothing new so far' : `last new item ${momentWords(lastNew, now)}`]),
    ...(state === 'active' ? [`next run ${nextRun <= now ? 'due' : momentWords(nextRun, now)}`] : []),
    ...(admin ? [url] : []),
  ];
  return [{ kind: 'strong', text: feedName(feed) }, ` · ${rest.join(' · ')}`];
};
