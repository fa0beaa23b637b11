import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDispatcher } from '../../src/bot/dispatcher.ts';
import { MAX_QUESTION } from '../../src/bot/input.ts';
import type { Answer } from '../../src/core/answer.ts';
import { type Asker, type Command, OPERATOR } from '../../src/core/command.ts';

interface Services {
  readonly moment: number;
}

/** Repeats what it was asked, with the moment of its services. */
const echoing = (name: string): Command<Services> => ({
  name,
  description: `what /${name} does`,
  options: [],
  examples: [],
  run: ({ question, words }, { moment }) => ({
    question,
    title: name,
    refused: false,
    blocks: [],
    text: `${words}|${moment}`,
    figures: [],
    citations: [],
  }),
});

const broken = (name: string, run: () => Answer | Promise<Answer>): Command<Services> => ({
  ...echoing(name),
  run,
});

const bot = (operators: readonly string[] | null = null) => {
  const errors: [unknown, string][] = [];
  let moment = 0;
  const { answer } = createDispatcher<Services>({
    operators,
    commands: [
      echoing('casualties'),
      echoing('incident'),
      echoing('help'),
      { ...echoing('feed'), admin: true },
      { ...echoing('digest'), admin: true, chatOnly: true },
      broken('throws', () => {
        throw new Error('a bug');
      }),
      broken('rejects', () => Promise.reject(new Error('a late bug'))),
    ],
    fallback: echoing('ask'),
    services: () => {
      moment += 1;
      return { moment };
    },
    onError: (error, question) => errors.push([error, question]),
  });
  return { answer, errors };
};

describe('a question goes to', () => {
  test.for<[input: string, command: string, words: string]>([
    ['/casualties 2024 kp', 'casualties', '2024 kp'],
    ['  /casualties   2024 ', 'casualties', '2024'],
    ['/Casualties 2024', 'casualties', '2024'],
    ['/casualties@sitrep_bot 2024', 'casualties', '2024'],
    ['/casualties@sitrep_bot', 'casualties', ''],
    ['/casualties\n2024\tkp', 'casualties', '2024 kp'],
    ['what happened in quetta?', 'ask', 'what happened in quetta?'],
    ['is 1/2 of kp quiet', 'ask', 'is 1/2 of kp quiet'],
    ['\u202bquet\u200bta\u202c', 'ask', 'quetta'],
  ])('%j: %s with %j', async ([input, command, words]) => {
    expect(await bot().answer(input)).toMatchObject({ title: command, refused: false, text: `${words}|1` });
  });

  test('the services of its own moment', async () => {
    const { answer } = bot();
    await answer('first');
    expect((await answer('second')).text).toBe('second|2');
  });
});

describe('is refused with one line', () => {
  test.for<[claim: string, input: string, line: string]>([
    ['nothing', '', 'There is no question. Ask in plain words, or type /help for the commands.'],
    ['blanks', ' \n\u200b', 'There is no question. Ask in plain words, or type /help for the commands.'],
    [
      'more than people can mean',
      'x'.repeat(5_000),
      'The question is too long: 5,000 characters, at most 2,000 are read. Please shorten it.',
    ],
    [
      'a NUL',
      'quetta\u0000',
      'The question holds control characters, which are not text. Please type it again without them.',
    ],
    [
      'an escape sequence',
      '\u001b[31mquetta',
      'The question holds control characters, which are not text. Please type it again without them.',
    ],
    ['a slash alone', '/ casualties', 'A command is a / and a name. Type /help for all of them.'],
    ['a command nobody knows', '/weather', 'There is no command /weather. Type /help for all of them.'],
    ['a misspelt command', '/casualites 2024', 'There is no command /casualites. Did you mean /casualties?'],
    ['the start of a command', '/inc quetta', 'There is no command /inc. Did you mean /incident?'],
  ])('%s', async ([, input, line]) => {
    const { answer, errors } = bot();
    const refused = await answer(input);
    expect(refused).toMatchObject({ refused: true, figures: [], citations: [] });
    expect(refused.text.split('\n')[0]).toBe(line);
    expect(errors).toEqual([]);
  });

  test('a misspelt command offers what was meant, its words kept', async () => {
    expect((await bot().answer('/casualites 2024 kp')).blocks.at(-1)).toEqual({
      kind: 'offers',
      title: 'You can ask',
      items: [
        { label: 'what /casualties does', question: '/casualties 2024 kp' },
        { label: 'all commands', question: '/help' },
      ],
    });
  });

  test('the longest question is still read', async () => {
    expect((await bot().answer('x'.repeat(MAX_QUESTION))).refused).toBe(false);
  });
});

describe('a bug in a command', () => {
  test.for(['throws', 'rejects'])('that %s is a refused answer, and is handed on', async name => {
    const { answer, errors } = bot();
    expect(await answer(`/${name} 2024`)).toMatchObject({
      refused: true,
      text: 'Something went wrong on our side; the error was logged. The question may work in other words.',
    });
    expect(errors).toEqual([[expect.any(Error), `/${name} 2024`]]);
    expect((await answer('/casualties 2024')).refused).toBe(false);
  });
});

test('every input gets an answer that repeats no control character', async () => {
  const { answer } = bot();
  const input = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.stringMatching(/^\/[a-z@ ]{0,30}$/),
  );
  await fc.assert(
    fc.asyncProperty(input, async text => {
      const { question, text: said } = await answer(text);
      expect(`${question}${said}`).not.toMatch(/[^\P{Cc}\n]/u);
    }),
  );
});

describe('where operators are named, what changes the articles for everybody', () => {
  const named = ['discord:1'];
  test.for<[who: string, asker: Asker, question: string, title: string]>([
    [
      'is for them, administrators of the chat or not',
      { name: 'discord:1', admin: false },
      '/feed list',
      'feed',
    ],
    ['is for who sits at the machine', OPERATOR, '/feed list', 'feed'],
    ['is not for administrators of a chat', { name: 'discord:2', admin: true }, '/feed list', 'No answer'],
    [
      'leaves what is of the chat alone to these',
      { name: 'discord:2', admin: true },
      '/digest list',
      'digest',
    ],
    ['leaves nothing to others', { name: 'discord:2', admin: false }, '/digest list', 'No answer'],
    ['leaves to others what changes nothing', { name: 'discord:2', admin: false }, '/incident x', 'incident'],
  ])('%s', async ([, asker, question, title]) => {
    expect(await bot(named).answer(question, null, asker)).toMatchObject({ title });
  });
});

describe('a command for administrators', () => {
  test.for<[who: string, asker: Asker | undefined, title: string]>([
    ['an administrator', { name: 'made-up admin', admin: true }, 'feed'],
    ['somebody else', { name: 'made-up guest', admin: false }, 'No answer'],
    ['somebody of whom nothing is known', undefined, 'No answer'],
  ])('is run for %s only as it should', async ([, asker, title]) => {
    const { answer } = bot();
    const given = await answer('/feed add https://example.org/', null, asker);
    expect(given.title).toBe(title);
    expect(given.refused).toBe(title === 'No answer');
  });

  test('is refused in one line, without its slash too', async () => {
    const { answer } = bot();
    const line = '/feed is for administrators; ask one of them, or whoever runs this bot.';
    expect((await answer('/feed')).text).toBe(line);
    expect((await answer('feed')).text).toBe(line);
  });
});
