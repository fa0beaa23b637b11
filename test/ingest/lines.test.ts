import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLines } from '../../src/ingest/lines.ts';

const linesOf = async (chunks: readonly Uint8Array[], longest?: number): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of readLines(Readable.from(chunks), longest)) lines.push(line);
  return lines;
};

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.for<[text: string, lines: string[]]>([
  ['', []],
  ['a', ['a']],
  ['a\nb\n', ['a', 'b']],
  ['a\r\nb', ['a', 'b']],
  ['a\n\nb\n', ['a', '', 'b']],
  ['\n', ['']],
  ['a\u2028b\n', ['a\u2028b']],
  ['\ufeffa\n\ufeffb', ['a', '\ufeffb']],
])('%j is the lines %j', async ([text, lines]) => {
  expect(await linesOf([bytes(text)])).toEqual(lines);
});

test('lines do not depend on where the stream was cut', async () => {
  const text = fc.array(fc.constantFrom('a', 'é', '巴', '👩‍👧', '\n', '\r\n'), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (pieces, size) => {
      const whole = bytes(pieces.join(''));
      const cut = Array.from({ length: Math.ceil(whole.length / size) }, (_, i) =>
        whole.subarray(i * size, (i + 1) * size),
      );
      expect(await linesOf(cut)).toEqual(await linesOf([whole]));
    }),
  );
});

test.for<[text: string, lines: string[]]>([
  ['abc\nabc', ['abc', 'abc']],
  ['abc\r\nabc\r\n', ['abc', 'abc']],
  ['abcd\nabc', ['abcd', 'abc']],
  ['abcdefgh\r\nabc', ['abcde', 'abc']],
])('of %j, where lines have at most 3 units, there is kept %j', async ([text, lines]) => {
  expect(await linesOf([bytes(text)], 3)).toEqual(lines);
  expect(
    await linesOf(
      [...bytes(text)].map(byte => Uint8Array.of(byte)),
      3,
    ),
  ).toEqual(lines);
});
