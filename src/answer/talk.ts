import type { Answer, Block } from '../core/answer.ts';
import type { Request } from '../core/command.ts';
import type { Services } from '../query/services.ts';
import { asOfNow } from '../query/services.ts';
import type { Talk } from '../query/talk.ts';
import { composeBriefing } from './briefing.ts';
import { openDesk } from './draft.ts';
import { examplesFrom } from './examples.ts';
import type { Described } from './help.ts';
import { composeHelp } from './help.ts';
import { plainText } from './plain.ts';
import { composeSources } from './sources.ts';

const LINES = {
  greeting: [
    'Hello',
    'Hello. Ask what happened somewhere, or how many were killed or injured, when and where.',
  ],
  thanks: ['You are welcome', 'You are welcome. Ask on whenever you like.'],
  farewell: ['Goodbye', 'Goodbye.'],
} as const;

/** Politeness is met in one line, with what can be asked next. */
const line = (question: string, talk: keyof typeof LINES, services: Services): Answer => {
  const [title, words] = LINES[talk];
  const made = examplesFrom(openDesk(services, asOfNow(services.clock)));
  const blocks: Block[] = [
    { kind: 'paragraph', content: [words] },
    {
      kind: 'offers',
      title: 'You can ask',
      items: [...made, { label: 'all that can be asked', question: '/help' }],
    },
  ];
  return { question, title, refused: false, blocks, text: plainText(blocks, []), figures: [], citations: [] };
};

/** The answer to a message that asks nothing of the articles. */
export const composeTalk = (
  request: Pick<Request, 'question' | 'admin'>,
  talk: Talk,
  commands: readonly Described[],
  services: Services,
): Answer => {
  const { question } = request;
  switch (talk) {
    case 'help':
      return composeHelp(request, '', commands, services);
    case 'sources':
      return composeSources(question, services);
    case 'news':
      return { ...composeBriefing(services), question };
    default:
      return line(question, talk, services);
  }
};
