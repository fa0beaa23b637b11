import { answerQuestion } from '../src/answer/ask.ts';
import type { Command } from '../src/core/command.ts';
import type { Services } from '../src/query/services.ts';

export const casualties: Command<Services> = {
  name: 'casualties',
  description: 'Killed and injured over a period and place, as each body counts them',
  options: [
    { name: 'period', kind: 'period', description: '2024, Q3 2024, nov 2024, last month', required: false },
    { name: 'place', kind: 'place', description: 'Country, province, district or town', required: false },
    {
      name: 'victims',
      kind: 'victims',
      description: 'soldiers, police, civilians, militants',
      required: false,
    },
    { name: 'body', kind: 'body', description: 'Who counts: PICSS, CRSS, PIPS, police', required: false },
  ],
  examples: ['/casualties 2024', '/casualties Balochistan 2024', '/casualties soldiers november 2024'],
  run: ({ question, words }, services) => answerQuestion(question, words, services, 'casualties'),
};
