import { changesWatches, composeWatch, WATCH_ACTIONS } from '../src/answer/watch.ts';
import type { Command } from '../src/core/command.ts';
import type { Services } from '../src/query/services.ts';

export const watch: Command<Services> = {
  name: 'watch',
  description: 'Incidents told here at once: by place, armed group or toll (administrators)',
  options: [
    { name: 'action', kind: 'choice', description: 'What to do', required: true, choices: WATCH_ACTIONS },
    {
      name: 'places',
      kind: 'place',
      description: 'Only in these places, with commas between',
      required: false,
    },
    { name: 'groups', kind: 'group', description: 'Only by these armed groups', required: false },
    { name: 'toll', kind: 'words', description: 'Only with so many killed', required: false },
    {
      name: 'step',
      kind: 'choice',
      description: 'Told again when the toll has changed by',
      required: false,
      choices: ['step 1', 'step 3', 'step 5', 'step 10', 'step 25'],
    },
    { name: 'quiet', kind: 'words', description: 'Quiet hours, 22:00-06:00', required: false },
    {
      name: 'zone',
      kind: 'zone',
      description: 'Time zone of the quiet hours, Asia/Karachi',
      required: false,
    },
    {
      name: 'limit',
      kind: 'choice',
      description: 'At most so many messages',
      required: false,
      choices: ['3 an hour', '6 an hour', '12 an hour', '30 an hour'],
    },
    { name: 'number', kind: 'words', description: 'Of the watch to remove', required: false },
  ],
  examples: ['/watch add Balochistan 5 quiet 22:00-06:00', '/watch list'],
  admin: true,
  chatOnly: true,
  changes: changesWatches,
  run: composeWatch,
};
