import { describe, expect, test } from 'vitest';
import { MATCHERS, readDrafts } from '../../../src/extract/matchers/list.ts';
import { START } from '../../../src/extract/sentence/facts.ts';
import { absorb } from '../../../src/extract/units/absorb.ts';
import { coordinate } from '../../../src/extract/units/coordinate.ts';
import { shapeOf } from '../../../src/extract/units/units.ts';
import { lineOf } from '../../../src/extract/units/words.ts';
import { tokenize } from '../../../src/text/tokens.ts';
import { size } from '../facts.ts';
import { knowledge } from '../knowledge.ts';

/** What the matchers read of one sentence before it has a place, a time or a body; all sentences are made up. */
const drafts = (text: string): string[] => {
  const shape = coordinate(absorb(shapeOf(lineOf(tokenize(text)), knowledge, [], new Set())));
  return readDrafts(shape, START.running).map(
    ({ rule, measure, quantity, role }) =>
      `${rule}: ${measure} ${size(quantity)}${role === 'total' ? '' : ` ${role}`}`,
  );
};

describe('which matcher reads it', () => {
  test.for<readonly [string, readonly string[]]>([
    ['Gunmen killed two soldiers.', ['active: fatalities 2']],
    ['Two soldiers were killed.', ['passive: fatalities 2']],
    ['Four policemen killed in attack', ['reduced: fatalities 4']],
    ['Six civilians lost their lives.', ['suffered: fatalities 6']],
    ['The blast left 79 dead.', ['left: fatalities 79']],
    ['The blast claimed the lives of 12 soldiers.', ['lives: fatalities 12']],
    ['28 lives were lost.', ['lives-lost: fatalities 28']],
    ['There were 951 deaths.', ['deaths: fatalities 951']],
    ['The killing of nine passengers shook the town.', ['deaths-of: fatalities 9']],
    ['The death toll rose to 26.', ['toll: fatalities 26']],
    ['There were 785 militant attacks.', ['events: incidents 785']],
    ['No casualties were reported.', ['no-casualties: fatalities 0', 'no-casualties: injuries 0']],
    ['Nobody was hurt.', ['nobody: fatalities 0', 'nobody: injuries 0']],
    ['They held the post without loss.', ['without-loss: fatalities 0']],
    ['Nine bodies were brought in.', ['bodies: fatalities 9']],
    [
      'A blast killed nine people, including four soldiers.',
      ['active: fatalities 9', 'including: fatalities 4 part'],
    ],
    ['Two were killed and five injured.', ['passive: fatalities 2', 'reduced: injuries 5']],
  ])('%s', ([text, expected]) => {
    expect(drafts(text)).toEqual(expected);
  });
});

test('a count is read once for each measure', () => {
  for (const text of [
    'At least 12 people were killed in a blast that killed 12 people.',
    'The death toll rose to 26 people killed.',
    'Five people were killed and injured.',
  ]) {
    const read = drafts(text).map(line => line.replace(/^[^:]*: /, ''));
    expect(new Set(read).size, text).toBeGreaterThan(0);
    expect(read.filter((line, i) => read.indexOf(line) !== i).length, text).toBeLessThanOrEqual(1);
  }
});

test('matchers have names of their own', () => {
  const names = MATCHERS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
