import { shortened } from '../../render/pieces.ts';
import { LABEL_CHARACTERS } from '../../render/telegram/limits.ts';
import { writeAgain, writeForm } from './data.ts';
import { type Letter, plainLetter } from './letter.ts';
import { chatFacts, type Memory } from './memory.ts';
import { keyboardOf } from './present.ts';
import { WORDS } from './words.ts';

/** Answers that may be sent again, the newest. */
const MOST_DOUBTS = 5;

/** How answers look in a chat, and which of them may not have arrived. */
export const settingsLetter = (chat: string, memory: Memory): Letter => {
  const { form } = chatFacts(memory, chat);
  const doubts = memory.doubts(chat).slice(0, MOST_DOUBTS);
  const forms = (['plain', 'rich'] as const).map(each => [
    { text: `${each === form ? '● ' : '○ '}${WORDS.forms[each]}`, callback_data: writeForm(each) },
  ]);
  const again = doubts.map(({ instant, question }) => [
    { text: shortened(WORDS.again(question), LABEL_CHARACTERS), callback_data: writeAgain(instant) },
  ]);
  const words = [WORDS.settings, ...(doubts.length === 0 ? [] : [WORDS.doubtful(doubts.length)])];
  return plainLetter(words.join('\n\n'), keyboardOf([...forms, ...again]));
};
