import { answerQuestion } from '../src/answer/ask.ts';
import { missingWords } from '../src/answer/missing.ts';
import type { Command } from '../src/core/command.ts';
import type { Services } from '../src/query/services.ts';

export const incident: Command<Services> = {
  name: 'incident',
  description: 'What happened: place, date, who is blamed, and what each report says',
  options: [
    {
      name: 'where',
      kind: 'where',
      description: 'Place, armed group, or words of the report',
      required: true,
    },
    { name: 'period', kind: 'period', description: '9 nov 2024, august 2024, last week', required: false },
  ],
  examples: ['/incident Quetta', '/incident Bannu november 2024'],
  run: (request, services) =>
    missingWords(request, incident) ?? answerQuestion(request.question, request.words, services, 'incident'),
};
