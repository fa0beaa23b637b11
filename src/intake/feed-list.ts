import { z } from 'zod';
import type { Instant } from '../core/clock.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type ListedFeed, readOpml } from '../ingest/opml/opml.ts';
import type { FeedStore } from '../store/ports/feeds.ts';
import type { Saved } from '../store/ports/saved.ts';
import { WORDS } from './words.ts';

const listSchema = z.object({
  feeds: z.array(
    z.object({
      url: z.url({ protocol: /^https?$/ }),
      title: z.string().min(1).nullish(),
      folder: z.string().min(1).nullish(),
    }),
  ),
});

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A list of feeds as an operator keeps it: JSON such as data/feeds.json, or OPML. */
export const readFeedList = (text: string): Result<readonly ListedFeed[]> => {
  const source = text.replace(/^\ufeff/, '').trimStart();
  if (source.startsWith('<')) return readOpml(source);
  const parsed = listSchema.safeParse(parseJson(source));
  if (!parsed.success) return fail('input', WORDS.noFeedList);
  return ok(
    parsed.data.feeds.map(({ url, title, folder }) => ({
      url,
      title: title ?? null,
      folder: folder ?? null,
    })),
  );
};

/**
 * Follows the feeds of a list that nobody has followed or removed before.
 * @returns how many are new
 */
export const followListed = (
  feeds: FeedStore,
  listed: readonly ListedFeed[],
  addedBy: string,
  at: Instant,
): Saved<number> => {
  let added = 0;
  for (const { url, title } of listed) {
    // One that was removed on purpose does not come back by a list.
    if (feeds.get(url) !== null) continue;
    const done = feeds.add({ url, title, addedBy, at, nextRun: at });
    if (!done.ok) return done;
    added += 1;
  }
  return ok(added);
};
