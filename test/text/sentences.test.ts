import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isReadable, readSentences } from '../../src/text/sentences.ts';

/** All sentences here are made up. */
const texts = (text: string): string[] =>
  readSentences(text).map(({ span }) => text.slice(span.start, span.end));
const roles = (text: string): string[] =>
  readSentences(text).map(({ role, span }) => `${role}: ${text.slice(span.start, span.end)}`);

describe('a full stop that ends no sentence', () => {
  test.for([
    ['a rank', 'Lt. Col. Zaheer was hurt near Bannu.'],
    ['a rank before a name in the middle', 'Two men of Maj. Gen. Rafiq were hurt.'],
    ['a title', 'Dr. Noor said five were hurt.'],
    ['an initial', 'The officer, A. Karim, was killed.'],
    ['two initials', 'A clinic run by S. M. Noor was hit.'],
    ['joined initials', 'A raid in D.I. Khan left two dead.'],
    ['parted initials', 'A raid in D. I. Khan left two dead.'],
    ['an hour', 'The blast was heard at 9 a.m. on Friday in Tank.'],
    ['an hour before a lower case word', 'The blast was heard at 9 p.m. local time.'],
    ['a short month', 'On Nov. 9 a blast hit the market.'],
    ['another short month', 'The raid of Sept. 12 killed two.'],
    ['a sum of money', 'They took Rs. 5 million from the bank.'],
    ['a number', 'Flight No. 12 was delayed.'],
    ['a country in letters', 'The U.S. embassy condemned the blast.'],
    ['a decimal number', 'A quake of magnitude 5.4 struck Swat.'],
    ['a guess before a figure', 'They took approx. 12 men from Tank.'],
    ['a short month before a figure', 'It was the raid of Sept. 12 that did it.'],
    ['a lower case word behind', 'The "Fort." post was hit.'],
  ] as const)('%s', ([, text]) => {
    expect(texts(text)).toEqual([text]);
  });
});

describe('what ends a sentence', () => {
  test.for<readonly [string, string, readonly string[]]>([
    ['a full stop', 'Two died. Three were hurt.', ['Two died.', 'Three were hurt.']],
    ['a full stop before a figure', 'The raid failed. 12 men died.', ['The raid failed.', '12 men died.']],
    ['a quote before a figure', 'He said “never.” 12 men died.', ['He said “never.”', '12 men died.']],
    ['a full stop in quotes', '“Two died.” He left.', ['“Two died.”', 'He left.']],
    ['a question mark', 'Who did it? Nobody said.', ['Who did it?', 'Nobody said.']],
    ['a full stop after a year', 'It happened in 2024. Two died.', ['It happened in 2024.', 'Two died.']],
    ['LF', 'Two died.\nThree were hurt.', ['Two died.', 'Three were hurt.']],
    ['CR LF', 'Two died.\r\nThree were hurt.\r\n', ['Two died.', 'Three were hurt.']],
    ['CR alone', 'Two died.\rThree were hurt.', ['Two died.', 'Three were hurt.']],
    ['a line separator', 'Two died.\u2028Three were hurt.', ['Two died.', 'Three were hurt.']],
    ['a line break without a full stop', 'Two died\nThree were hurt.', ['Two died', 'Three were hurt.']],
    ['blank lines', '\n\n  Two died.  \n \n Three were hurt.\n', ['Two died.', 'Three were hurt.']],
  ])('%s', ([, text, expected]) => {
    expect(texts(text)).toEqual(expected);
  });

  test.for(['', ' ', '\n', '\r\n \r\n', '\t'])('nothing is read in %j', text => {
    expect(readSentences(text)).toEqual([]);
  });
});

describe('roles', () => {
  test.for<readonly [string, string, readonly string[]]>([
    [
      'a first line without a full stop is a headline',
      'Two killed in Quetta blast\nTwo people died in Quetta.',
      ['headline: Two killed in Quetta blast', 'body: Two people died in Quetta.'],
    ],
    [
      'a line without a full stop further down is one too',
      'Two people died in Quetta.\nSurge in violence\nMore followed.',
      ['body: Two people died in Quetta.', 'headline: Surge in violence', 'body: More followed.'],
    ],
    ['a lone line is no headline', 'Two killed in Quetta blast', ['body: Two killed in Quetta blast']],
    [
      'a line that ends with a colon is no headline',
      'The list so far:\nTwo died.',
      ['body: The list so far:', 'body: Two died.'],
    ],
    [
      'a question is no headline',
      'Who is behind it?\nTwo died.',
      ['body: Who is behind it?', 'body: Two died.'],
    ],
    [
      'what a page prints around an article is debris',
      'Two died in Quetta.\nYou might also like\nLeave a Reply',
      ['body: Two died in Quetta.', 'debris: You might also like', 'debris: Leave a Reply'],
    ],
    [
      'a line printed twice is a repeat the second time',
      'These raids went on for days.\nTwo died.\nThese raids went on for days.',
      ['body: These raids went on for days.', 'body: Two died.', 'repeat: These raids went on for days.'],
    ],
    [
      'a short line printed twice is no repeat',
      'Two died.\nIt was night.\nTwo died.',
      ['body: Two died.', 'body: It was night.', 'body: Two died.'],
    ],
    [
      'the date mark of a stored text is debris, and the text goes on behind it',
      ' date 2024-11-22 QUETTA: Two people died.',
      ['debris: date 2024-11-22', 'body: QUETTA: Two people died.'],
    ],
    [
      'a date mark further down is no mark',
      'Two died.\nThe date 2024-11-22 was set.',
      ['body: Two died.', 'body: The date 2024-11-22 was set.'],
    ],
    [
      'a line of marks alone is debris',
      'Two died.\n***\nThree were hurt.',
      ['body: Two died.', 'debris: ***', 'body: Three were hurt.'],
    ],
  ])('%s', ([, text, expected]) => {
    expect(roles(text)).toEqual(expected);
  });

  test('only headlines and bodies are read', () => {
    const text = 'Blast in Quetta\nTwo people died in Quetta.\nShare this\nTwo people died in Quetta.';
    expect(
      readSentences(text)
        .filter(isReadable)
        .map(({ role }) => role),
    ).toEqual(['headline', 'body']);
  });
});

describe('what goes on without a full stop', () => {
  const parts = (text: string) => readSentences(text).map(({ span }) => text.slice(span.start, span.end));

  test.for([
    ['words', 'two soldiers '.repeat(1000), / /],
    ['words with commas and no blanks', 'soldiers,'.repeat(1000), /soldiers,$/],
    ['numbers', '1,612 '.repeat(1000), /^1,612.*1,612$/],
  ] as const)('is cut between %s', ([, text, whole]) => {
    const cut = parts(text);
    expect(cut.length).toBeGreaterThan(1);
    expect(Math.max(...cut.map(part => part.length))).toBeLessThan(2000);
    for (const part of cut) expect(part).toMatch(whole);
  });

  test.for([
    '7'.repeat(10_000),
    `${'1,'.repeat(5000)}1`,
    'a'.repeat(10_000),
  ])('is never cut inside a word or a number', text => {
    expect(parts(text)).toEqual([text]);
  });
});

describe('laws', () => {
  const words = fc.constantFrom(
    ...['Two', 'soldiers', 'died.', 'Lt.', 'Col.', '9', 'a.m.', 'D.I.', 'Khan', '\n', '\r\n', '“Yes.”', '…'],
    ...['Nov.', '5.4', '\u2028', 'date 2024-11-22', 'Share this', '(', ')', 'Türkiye', '😀', '\t', '!', '?'],
  );
  const assembled = fc.array(words, { maxLength: 40 }).map(parts => parts.join(' '));

  test.for([
    ['assembled text', assembled],
    ['any text', fc.string({ unit: 'binary', maxLength: 200 })],
    ['long text', fc.array(words, { minLength: 300, maxLength: 600 }).map(parts => parts.join(''))],
  ] as const)('sentences of %s cover everything but blanks, once and in order', ([, strings]) => {
    fc.assert(
      fc.property(strings, text => {
        const sentences = readSentences(text);
        let at = 0;
        for (const [i, { index, span }] of sentences.entries()) {
          expect(index).toBe(i);
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(at, span.start).trim()).toBe('');
          at = span.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  test('paragraphs only grow', () => {
    fc.assert(
      fc.property(assembled, text => {
        const paragraphs = readSentences(text).map(({ paragraph }) => paragraph);
        expect(paragraphs).toEqual([...paragraphs].sort((a, b) => a - b));
      }),
    );
  });
});
