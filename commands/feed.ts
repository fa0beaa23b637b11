import { changesFeeds, composeFeed, FEED_ACTIONS } from '../src/answer/feed.ts';
import type { Command } from '../src/core/command.ts';
import type { Services } from '../src/query/services.ts';

export const feed: Command<Services> = {
  name: 'feed',
  description: 'Feeds that articles come in by: follow, leave, pause, resume, test, list (administrators)',
  options: [
    { name: 'action', kind: 'choice', description: 'What to do', required: true, choices: FEED_ACTIONS },
    { name: 'url', kind: 'url', description: 'Address of the feed, or its name', required: false },
    { name: 'name', kind: 'words', description: 'Name for a new feed; reason of a pause', required: false },
  ],
  examples: ['/feed list'],
  admin: true,
  changes: changesFeeds,
  run: composeFeed,
};
