import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Trend } from '../../src/core/trend.ts';
import type { Services } from '../../src/query/services.ts';
import { corpus, reading } from '../made-up/corpus.ts';
import { trend } from '../made-up/trends.ts';

// Every sentence and number here is made up.
const text = [
  'CRSS counted 1,000 people killed in Pakistan in 2024, or seven a day.',
  'Of these, 640 were civilians, 63% of all deaths.',
  'The dead of Sindh rose by 73% from 91 in 2023 to 178.',
].join('\n');

const made = reading({
  id: 'shares',
  published: '2025-01-10',
  text,
  figures: [
    { at: '1,000 people killed', number: 1000, body: 'crss' },
    { at: '640 were civilians', number: 640, body: 'crss', victims: ['civilians'], part: 0 },
    {
      at: '91 in 2023',
      number: 91,
      body: 'crss',
      place: 'pk/sindh',
      period: '2023',
      standing: 'background',
    },
    { at: 'to 178', number: 178, body: 'crss', place: 'pk/sindh' },
  ],
});

const at = (words: string): Pick<Trend, 'id' | 'article' | 'span'> => {
  const start = text.indexOf(words);
  return { id: `shares%${start}`, article: 'shares', span: { start, end: start + words.length } };
};

const trends: Services['trends'] = article =>
  article === 'shares'
    ? [
        trend({ kind: 'average', value: 7, of: 'shares#0', ...at('seven a day') }),
        trend({ kind: 'share', value: 63, of: 'shares#0', to: 'shares#1', ...at('63% of all deaths') }),
        trend({ kind: 'growth', value: 73, from: 'shares#2', to: 'shares#3', ...at('rose by 73%') }),
      ]
    : [];

const services = corpus([made], { apart: [], together: [] }, trends)('2025-03-01T12:00:00Z');

const ask = async (name: string, words: string): Promise<string> => {
  const command = commands.find(each => each.name === name);
  if (command === undefined) throw new Error(name);
  return (await command.run({ question: `/${name} ${words}`, words }, services)).text;
};

test.for<[command: string, words: string, said: string]>([
  [
    'casualties',
    '2024',
    '1,000 over 366 days is 2.7 a day, but the article says 7 a day, which would be 2,562: does not add up',
  ],
  [
    'casualties',
    '2024',
    '640 of 1,000 is 64%, but the article says 63%, which would be 630: does not add up',
  ],
  [
    'casualties',
    'sindh 2024',
    'from 91 to 178 is 96% more, but the article says 73% more, which would be 157: does not add up',
  ],
  ['why', 'shares#1', '640 of 1,000 is 64%, but the article says 63%'],
])('/%s %s says that %s', async ([command, words, said]) =>
  expect(await ask(command, words)).toContain(said));

test('an answer that does not show the numbers is not told of their trend', async () => {
  expect(await ask('casualties', '2024')).toContain('63%');
  expect(await ask('casualties', 'sindh 2024')).not.toContain('63%');
});

test('each number and the trend itself is cited', async () => {
  const command = commands.find(each => each.name === 'casualties');
  const answer = await command?.run({ question: '/casualties 2024', words: '2024' }, services);
  expect(answer?.citations.map(({ quote }) => quote)).toContain('63% of all deaths');
});
