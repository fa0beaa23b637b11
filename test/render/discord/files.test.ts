import { describe, expect, test } from 'vitest';
import type { Answer, Block } from '../../../src/core/answer.ts';
import { filesOf } from '../../../src/render/discord/files.ts';
import { FILE_BYTES } from '../../../src/render/discord/limits.ts';
import { answerView, FORMS, pageBody, sourcesView } from '../../../src/render/discord/payload.ts';

const file = (name: string, text = 'made up'): Block => ({ kind: 'file', name, type: 'text/plain', text });

const answer = (...blocks: readonly Block[]): Answer => ({
  question: 'q',
  title: 'Made up',
  refused: false,
  blocks,
  text: '',
  figures: [],
  citations: [],
});

test.for<[name: string, sent: string]>([
  ['feeds.opml', 'feeds.opml'],
  ['made up/کوئٹہ.csv', 'made_up______.csv'],
  ['..hidden', 'hidden'],
  ['…', 'file-1'],
])('a file named %s is sent as %s', ([name, sent]) => {
  expect(filesOf(answer(file(name))).map(each => each.name)).toEqual([sent]);
});

test('two files of one name are two', () => {
  expect(filesOf(answer(file('a.txt'), file('a.txt'))).map(({ name }) => name)).toEqual(['a.txt', '2-a.txt']);
});

describe('files', () => {
  test('are named in the message, and not shown in it', () => {
    for (const form of FORMS) {
      const body = pageBody(answerView(answer(file('a.txt', 'line of the file')), form), 1, []);
      expect(body.files).toEqual([{ name: 'a.txt', type: 'text/plain', text: 'line of the file' }]);
      expect(body.attachments).toEqual([{ id: '0', filename: 'a.txt' }]);
      const shown = JSON.stringify([body.content, body.embeds, body.components]);
      expect(shown).not.toContain('line of the file');
      expect(shown.includes('attachment://a.txt')).toBe(form === 'components');
    }
  });

  test('do not go with the sources of an answer', () => {
    expect(pageBody(sourcesView(answer(file('a.txt')), 'components'), 1, []).files).toEqual([]);
  });

  test.for<[claim: string, blocks: readonly Block[]]>([
    ['too many', ['a', 'b', 'c'].map(name => file(name, 'line of the file'))],
    ['too large', [file('a', `line of the file\n${'x'.repeat(FILE_BYTES)}`)]],
  ])('that are %s are shown line for line', ([, blocks]) => {
    const body = pageBody(answerView(answer(...blocks), 'components'), 1, []);
    expect(body.files).toEqual([]);
    expect(JSON.stringify(body.components)).toContain('line of the file');
  });
});
