import { answerInChat } from '../src/answer/ask.ts';
import { composeTalk } from '../src/answer/talk.ts';
import type { Command } from '../src/core/command.ts';
import type { Services } from '../src/query/services.ts';
import { talkIn } from '../src/query/talk.ts';
import { article } from './article.ts';
import { casualties } from './casualties.ts';
import { digest } from './digest.ts';
import { feed } from './feed.ts';
import { helpFor } from './help.ts';
import { incident } from './incident.ts';
import { restore } from './restore.ts';
import { search } from './search.ts';
import { sources } from './sources.ts';
import { status } from './status.ts';
import { watch } from './watch.ts';
import { whyFor } from './why.ts';
import { withdraw } from './withdraw.ts';

const asking: readonly Command<Services>[] = [casualties, incident, search, article, sources];

/** Answers what is no command: a plain sentence. */
export const ask: Command<Services> = {
  name: 'ask',
  description: 'A question in plain words',
  options: [{ name: 'question', kind: 'words', description: 'The question', required: true }],
  examples: ['how many soldiers died in bannu in november 2024?', 'what happened in quetta on 9 nov'],
  run: (request, services) => {
    const { question, previous } = request;
    const talk = talkIn(question);
    return talk === null
      ? answerInChat(question, previous ?? null, services)
      : composeTalk(request, talk, commands, services);
  },
};

const opening: readonly Command<Services>[] = [
  ...asking,
  whyFor(asking, ask),
  status,
  digest,
  watch,
  feed,
  withdraw,
  restore,
];

/** All slash commands, in the order of /help, of completion and of the README. */
export const commands: readonly Command<Services>[] = [...opening, helpFor(opening)];
