import { expect, test } from 'vitest';
import { wasPosted } from '../../../src/platform/discord/posted.ts';

const EPOCH = 1_420_070_400_000;
const SINCE = '2026-03-01T02:30:00.000Z';

/** The id of a message so many minutes after the attempt. */
const id = (minutes: number): string =>
  (BigInt(Date.parse(SINCE) + minutes * 60_000 - EPOCH) << 22n).toString();

const FORMS = [{ components: [{ components: [{ content: 'A made-up **digest**' }] }] }];

const shown = (minutes: number, content: string) => ({
  id: id(minutes),
  content: '',
  components: [{ type: 17, components: [{ type: 10, content }] }],
});

const OURS = 'A made-up **digest**';

test.for<[claim: string, newest: unknown, expected: unknown]>([
  ['it is there', [shown(2, 'chat'), shown(0, OURS), shown(-9, 'chat')], { id: id(0) }],
  ['it is there, less its blanks', [shown(0, 'A made-up\n **digest** ')], { id: id(0) }],
  ['it is not there', [shown(2, 'chat'), shown(-9, 'chat')], 'no'],
  ['the same words of another day are another post', [shown(-1_440, OURS)], 'no'],
  ['too much was written since', [shown(3, 'chat'), shown(2, 'chat')], 'unknown'],
  ['nothing may be read', [], 'unknown'],
  ['the reply is none', { message: 'made up' }, 'unknown'],
])('%s', ([, newest, expected]) => {
  expect(wasPosted(newest, FORMS, SINCE)).toEqual(expected);
});
