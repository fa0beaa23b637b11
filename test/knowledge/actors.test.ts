import { describe, expect, test } from 'vitest';
import { lineOf } from '../../src/extract/words.ts';
import { loadActors } from '../../src/knowledge/actors.ts';

const actors = loadActors();

/** Ids of the names that start at the first word of a text. */
const read = (text: string): string[] => {
  const line = lineOf(text, 0, text.length);
  const found = actors.names.longestAt(line.folded, 0);
  const printed = line.words
    .slice(0, found?.length)
    .map(word => word.text)
    .join(' ');
  return (found?.values ?? [])
    .filter(name => name.caseSensitive === null || name.caseSensitive === printed)
    .map(name => name.actor.id);
};

describe('a name in print', () => {
  test.for<[text: string, id: string]>([
    ['TTP militants', 'ttp'],
    ['Taliban fighters', 'aft'],
    ['Pakistani Taliban fighters', 'ttp'],
    ['Lashkar-i-Jhangvi', 'lej'],
    ['Communist Party of India - Maoist (CPI-Maoist)', 'cpi-maoist'],
    ['Khorasan Chapter of the Islamic State', 'iskp'],
    ['IS-K gunmen', 'iskp'],
    ['IS gunmen', 'is'],
    ['Frontier Corps (FC)', 'fc'],
  ])('%s is %s', ([text, id]) => {
    expect(read(text)).toEqual([id]);
  });

  test.for(['is', 'police', 'army', 'rangers', 'Rangers', 'levies', 'tip', 'us'])('%s is no actor', text => {
    expect(read(text)).toEqual([]);
  });
});
