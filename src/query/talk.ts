import { phraseTable } from '../core/phrases.ts';
import { wordsOf } from './parse/words.ts';

/** What a message says that asks nothing of the articles. */
export type Talk = 'help' | 'sources' | 'news' | 'thanks' | 'greeting' | 'farewell';

/** Of "what's new" the words are "what new". In this order: of "hi, what can you do" the second half is what counts. */
const PHRASES: readonly (readonly [Talk, string])[] = [
  [
    'help',
    `help, helpme, what can you do, what can i ask, what can i do, what can i ask you, what do you do, what do you know, what are you,
    who are you, what is this, whats this, what this, how does this work, how do you work, how do i use this, how to use, how to use this, how can you help,
    how can i use this, commands, command list, menu, start, usage, options, examples, instructions, manual, what is sitrep, about`,
  ],
  [
    'sources',
    `sources, what are your sources, which sources do you use, what sources do you use, where do you get your data,
    where is your data from, where do your numbers come from, who counts, list sources, show sources`,
  ],
  [
    'news',
    `news, latest news, any news, the news, whats new, what new, what is new, whats up, what up, anything new, whats happening, what happening, what is happening,
    whats going on, what going on, what is going on, update, updates, any updates, update me, briefing, brief me, daily briefing, daily brief, security briefing,
    security brief, sitrep, situation report, situation, summary, overview, give me a briefing, today`,
  ],
  [
    'thanks',
    'thanks, thank you, thankyou, thx, ty, cheers, shukria, great, perfect, nice, cool, ok, okay, good, well done',
  ],
  [
    'greeting',
    'hi, hello, hey, hiya, yo, salam, salaam, assalamualaikum, as salamu alaykum, asalam o alaikum, good morning, good afternoon, good evening, greetings, test',
  ],
  ['farewell', 'bye, goodbye, good bye, see you, see you later, good night, khuda hafiz, allah hafiz'],
];

const list = (words: string): string[] => words.split(',').map(word => word.trim());

const RANK = PHRASES.map(([talk]) => talk);

const table = phraseTable<Talk | null>([
  ...PHRASES.flatMap(([talk, words]) => list(words).map((word): [string, Talk] => [word, talk])),
  ...list(
    'a, all, and, again, bot, dear, everybody, everyone, for, friend, it, lot, me, much, now, please, pls, really, sir, so, that, the, there, this, to, today, very, you, your',
  ).map((word): [string, null] => [word, null]),
]);

/** Longer than any such message; what follows need not be looked at. */
const MOST_WORDS = 14;

/** What a message of nothing but such words says; null where it holds any other. No word at all asks for help. */
export const talkIn = (text: string): Talk | null => {
  const words = wordsOf(text).map(word => word.folded);
  if (words.length === 0) return 'help';
  if (words.length > MOST_WORDS) return null;
  const said: Talk[] = [];
  for (let at = 0; at < words.length; ) {
    const found = table.longestAt(words, at);
    if (found === null) return null;
    said.push(...found.values.flatMap(talk => talk ?? []));
    at += found.length;
  }
  return RANK.find(talk => said.includes(talk)) ?? null;
};
