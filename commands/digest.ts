import { changesDigests, composeDigestCommand, DIGEST_ACTIONS } from '../src/answer/digest/command.ts';
import type { Command } from '../src/core/command.ts';
import type { Services } from '../src/query/services.ts';

export const digest: Command<Services> = {
  name: 'digest',
  description: 'What is new, sent here every day: subscribe, pause, list, preview, test (administrators)',
  options: [
    { name: 'action', kind: 'choice', description: 'What to do', required: true, choices: DIGEST_ACTIONS },
    { name: 'time', kind: 'words', description: 'Time of day, 08:00', required: false },
    { name: 'zone', kind: 'zone', description: 'Time zone, Asia/Karachi', required: false },
    { name: 'places', kind: 'place', description: 'Only these places, with commas between', required: false },
    { name: 'groups', kind: 'group', description: 'Only these armed groups', required: false },
    { name: 'toll', kind: 'words', description: 'Only incidents with so many killed', required: false },
    {
      name: 'quiet',
      kind: 'choice',
      description: 'On a day without news',
      required: false,
      choices: ['skip', 'say so'],
    },
    {
      name: 'crosspost',
      kind: 'choice',
      description: 'Pass it on from an announcement channel',
      required: false,
      choices: ['crosspost', 'no crosspost'],
    },
    { name: 'number', kind: 'words', description: 'Of a message to send again', required: false },
  ],
  examples: ['/digest preview', '/digest subscribe 08:00 Asia/Karachi Balochistan 5'],
  admin: true,
  chatOnly: true,
  changes: changesDigests,
  run: composeDigestCommand,
};
