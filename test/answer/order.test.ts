import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ask, commands } from '../../commands/index.ts';
import { splitCommand } from '../../src/core/command.ts';
import { corpus } from '../made-up/corpus.ts';
import { everything } from '../made-up/readings.ts';

const QUESTIONS = [
  '/casualties',
  '/casualties 2024',
  '/incident Quetta',
  'latest attack',
  'compare pips and crss 2024',
  'attacks by bla',
  'killed in bannu and quetta',
  'fruit market',
  'how many killed in sindh 2024 crss',
  '/sources',
  '/why 2 of /casualties 2024',
];

const answers = async (readings: typeof everything): Promise<string[]> => {
  const services = corpus(readings)('2025-03-01T12:00:00Z');
  return Promise.all(
    QUESTIONS.map(async question => {
      const split = splitCommand(question);
      const command = split === null ? ask : commands.find(({ name }) => name === split.name);
      const answer = await command?.run({ question, words: split?.words ?? question }, services);
      return JSON.stringify(answer);
    }),
  );
};

test('the order in which articles come in changes no byte of any answer', async () => {
  const expected = await answers(everything);
  const indexes = everything.map((_, i) => i);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(indexes, { minLength: indexes.length }), async order => {
      expect(await answers(order.flatMap(i => everything[i] ?? []))).toEqual(expected);
    }),
    { numRuns: 12 },
  );
});
