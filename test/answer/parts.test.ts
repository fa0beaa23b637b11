import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Reading } from '../../src/store/ports.ts';
import { corpus, reading } from '../made-up/corpus.ts';

// Every sentence, number and happening here is made up.
const where = { scope: 'incident', period: '2024-05-12', place: 'pk/balochistan/quetta' } as const;

const report = {
  type: 'bombing',
  day: '2024-05-12',
  place: 'pk/balochistan/quetta',
  site: 'fruit market',
  figures: [0],
  killed: [0],
} as const;

const monitor = reading({
  id: 'monitor',
  published: '2024-05-20',
  text: 'PICSS said nine security personnel were killed in the bombing of the fruit market in Quetta on May 12.',
  figures: [
    {
      ...where,
      at: 'nine security personnel were killed',
      number: 9,
      body: 'picss',
      victims: ['security-forces'],
    },
  ],
  reports: [{ ...report, at: 'the bombing of the fruit market' }],
});

const paper = reading({
  id: 'paper',
  published: '2024-05-13',
  text: 'Police said that 20 people were killed when a bomb went off in the fruit market of Quetta on May 12.',
  figures: [{ ...where, at: '20 people were killed', number: 20, body: 'police' }],
  reports: [{ ...report, at: 'a bomb went off' }],
});

const killed = async (readings: readonly Reading[]): Promise<string | undefined> => {
  const incident = commands.find(({ name }) => name === 'incident');
  const services = corpus(readings)('2025-03-01T12:00:00Z');
  const answer = await incident?.run({ question: '/incident Quetta', words: 'Quetta' }, services);
  return answer?.text.split('\n').find(line => line.startsWith('Killed: '));
};

test('a part alone is told as a part, and as no toll', async () => {
  expect(await killed([monitor])).toBe('Killed: no toll given; security personnel among the dead: 9 [1]');
});

test('a part does not widen the range of the tolls', async () => {
  expect(await killed([monitor, paper])).toMatch(/^Killed: 20 \[\d+\]$/);
});
