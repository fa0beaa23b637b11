import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../src/extract/words.ts';
import { loadBodies } from '../../src/knowledge/bodies.ts';

const bodies = loadBodies();

/** The body whose name starts at the first word of a text, and the words it takes. */
const read = (text: string): string | null => {
  const words = wordsOf(text, 0, text.length);
  const found = bodies.names.longestAt(
    words.map(word => word.folded),
    0,
  );
  if (found === null) return null;
  const taken = words.slice(0, found.length);
  const printed = taken.map(word => word.text).join(' ');
  const name = found.values.find(one => one.caseSensitive === null || one.caseSensitive === printed);
  return name === undefined ? null : `${name.body.id}: ${text.slice(0, taken.at(-1)?.span.end)}`;
};

describe('a name in print', () => {
  test.for<[text: string, found: string]>([
    ["military's media wing said", "ispr: military's media wing"],
    ['army’s media wing said', 'ispr: army’s media wing'],
    ["military's losses", 'military: military'],
    ['Dawn reported', 'dawn: Dawn'],
    ['Armed Conflict Location & Event Data Project', 'acled: Armed Conflict Location & Event Data Project'],
    ['U.N. figures', 'un: U.N'],
    ['Rescue-1122 said', 'hospital: Rescue-1122'],
    ["militants' spokesman said", "armed-group: militants' spokesman"],
  ])('%s is %s', ([text, found]) => {
    expect(read(text)).toBe(found);
  });

  test.for(['dawn broke', 'un', "'s media wing"])('%s is no body', text => {
    expect(read(text)).toBeNull();
  });
});
