import type { Answer } from '../core/answer.ts';
import { frozenPosts } from './discord/frozen.ts';
import { answerMessages } from './telegram/pages.ts';

/**
 * An answer as the messages that a platform is given later, each as JSON. Every attempt sends the same characters.
 * @param crosspost passed on to the channels that follow, where the platform can
 * @throws RangeError for a platform that sends nothing by itself
 */
export const freeze = (
  platform: string,
  answer: Answer,
  { crosspost }: { readonly crosspost: boolean },
): readonly string[] => {
  if (platform === 'discord') return frozenPosts(answer, crosspost).map(part => JSON.stringify(part));
  if (platform === 'telegram') return answerMessages(answer).map(message => JSON.stringify(message));
  throw new RangeError(`nothing is sent later on the platform "${platform}"`);
};
