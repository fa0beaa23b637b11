import { expect, test } from 'vitest';
import { foldWords } from '../src/core/fold.ts';
import { phraseTable } from '../src/core/phrases.ts';
import { createSynonyms } from '../src/synonyms.ts';

const place = (id: string) => ({
  id,
  name: id,
  kind: 'city' as const,
  admin2: null,
  admin1: null,
  country: null,
  aliases: [],
  latitude: null,
  longitude: null,
  population: 0,
  listed: true,
});

const actor = (id: string) => ({ id, name: id, kind: 'armed-group' as const, aliases: [], parent: null });

const body = (id: string) => ({
  id,
  name: id,
  kind: 'monitor' as const,
  aliases: [],
  counts: null,
  listed: true,
});

const { longestAt } = createSynonyms({
  gazetteer: {
    names: phraseTable([
      ['Quetta', { place: place('pk/quetta'), caseSensitive: null, needsContext: false }],
      ['Tank', { place: place('pk/tank'), caseSensitive: null, needsContext: true }],
      ['Islamabad', { place: place('pk/islamabad'), caseSensitive: null, needsContext: false }],
    ]),
  },
  actors: {
    names: phraseTable([
      ['TTP', { actor: actor('ttp'), label: false, caseSensitive: 'TTP' }],
      ['IS', { actor: actor('is'), label: false, caseSensitive: 'IS' }],
      ['Quetta', { actor: actor('quetta-shura'), label: false, caseSensitive: null }],
    ]),
  },
  bodies: {
    names: phraseTable([['Islamabad Center for Research', { body: body('crss'), caseSensitive: null }]]),
  },
});

test.for<[text: string, found: { length: number; values: string[] } | null]>([
  ['quetta station', { length: 1, values: ['pk/quetta', 'quetta-shura'] }],
  ['islamabad', { length: 1, values: ['pk/islamabad'] }],
  ['Islamabad Center for Research said', { length: 4, values: ['crss'] }],
  ['ttp', { length: 1, values: ['ttp'] }],
  ['is', null],
  ['tank', null],
  ['nothing', null],
])('%j leads to %j', ([text, found]) => {
  expect(longestAt(foldWords(text), 0)).toEqual(found);
});
