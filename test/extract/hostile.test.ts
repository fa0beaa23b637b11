import { describe, expect, test } from 'vitest';
import type { PhraseTable } from '../../src/core/phrases.ts';
import { createExtractor } from '../../src/extract/extract.ts';
import type { Knowledge } from '../../src/extract/vocabulary.ts';
import { articleOf, extracted } from './facts.ts';
import { knowledge } from './knowledge.ts';
import { workOf } from './work.ts';

/** Texts that nobody prints, made up to be slow to read; each is one line unless it says otherwise. */
const SHAPES = {
  digits: '7',
  'numbers and blanks': '12 ',
  'killed killed': 'killed ',
  'two soldiers were killed': 'two soldiers were killed ',
  'unclosed quotes': '“killed ',
  quotes: '“',
  'open brackets': '(two ',
  commas: ',',
  'commas between letters': 'a,',
  'and and': 'and ',
  'a man and a man': 'a man and ',
  'parts of parts': 'five people, including two soldiers, were killed, ',
  'dates and dates': 'on Thursday in October 2024 ',
  'since since': 'since ',
  'places and places': 'in Quetta, ',
  'villages nobody knows': 'Made Upgarhi area, ',
  'police said': 'police said ',
  'claims and claims': 'the TTP claimed ',
  'attacks and attacks': '785 attacks ',
  'tolls and tolls': 'the death toll rose to 26 from 14 ',
  'capital letters': 'Aaa ',
  'one long word': 'a',
  hyphens: 'a-',
  initials: 'A. ',
  'a line without a full stop': 'a made-up line that goes on about nothing much and never ends ',
} as const;

const text = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length));

/** The same knowledge, with every look into a table counted. */
const metered = (count: () => void): Knowledge => {
  const table = <T>(names: PhraseTable<T>): PhraseTable<T> => ({
    named: names.named,
    opens: names.opens,
    opensIn: names.opensIn,
    longestAt: (words, from) => {
      count();
      return names.longestAt(words, from);
    },
  });
  const { lexicon, gazetteer, actors, bodies } = knowledge;
  return {
    lexicon: {
      ...lexicon,
      people: table(lexicon.people),
      qualifiers: table(lexicon.qualifiers),
      harm: table(lexicon.harm),
      bounds: table(lexicon.bounds),
      grammar: table(lexicon.grammar),
      kinds: table(lexicon.kinds),
      sites: table(lexicon.sites),
      notSecurity: table(lexicon.notSecurity),
      recalled: table(lexicon.recalled),
    },
    gazetteer: { ...gazetteer, names: table(gazetteer.names) },
    actors: { ...actors, names: table(actors.names) },
    bodies: { ...bodies, names: table(bodies.names) },
  };
};

const steps = (printed: string): Record<string, number> => {
  let lookups = 0;
  const extract = createExtractor(
    metered(() => {
      lookups += 1;
    }),
  );
  const work = workOf(() => extract(articleOf(printed)));
  return { lookups, ...work };
};

/** What every text costs, however short. */
const ALWAYS = 2000;

describe('twice the text is at most two and a half times the work', () => {
  test.for(Object.entries(SHAPES))('%s', ([, piece]) => {
    const [once, twice] = [steps(text(piece, 12_000)), steps(text(piece, 24_000))];
    for (const [kind, count] of Object.entries(once))
      expect(twice[kind], kind).toBeLessThanOrEqual(2.5 * count + ALWAYS);
  });

  test.for<readonly [string, (i: number) => string]>([
    ['many sentences', i => `${i + 2} soldiers were killed in a blast in Quetta on Thursday, police said. `],
    ['many lines', i => `${i + 2} soldiers were killed in a blast in Quetta on Thursday, police said.\n`],
    [
      'many incidents',
      i => `Two soldiers were killed in the Upgarhi${'abcdefghij'[i % 10]}${i} area of Kurram.\n`,
    ],
    ['many totals that shrink', i => `At least ${90_000 - i} people were killed, police said.\n`],
    ['many totals that grow', i => `The death toll rose to ${90 + i}, police said.\n`],
    ['many parts', i => `There were ${i + 3} people killed, including two soldiers and a child.\n`],
    ['many more', i => `${i + 2} more soldiers were killed in Quetta on Thursday.\n`],
    [
      'many that died',
      i => `The bodies of ${i + 2} men were found in Quetta, and six of them were soldiers.\n`,
    ],
    [
      'many days',
      i =>
        `On ${(i % 27) + 1} March ${1920 + (i % 90)} two guards were killed in Quetta, and nine were hurt.\n`,
    ],
    [
      'many attacks',
      i => `There were ${i + 9} militant attacks in 2023. Those attacks left 31 people dead.\n`,
    ],
    [
      'many recalled',
      i => `In March ${1920 + (i % 90)} two guards were killed in Upgarhi${i}, Kurram, years earlier.\n`,
    ],
  ])('%s', ([, line]) => {
    const lines = (n: number) => Array.from({ length: n }, (_, i) => line(i)).join('');
    const [once, twice] = [steps(lines(300)), steps(lines(600))];
    // A sentence costs much more than a look back at another one: what looks back at all of them shows only here.
    for (const [kind, count] of Object.entries(once))
      expect(twice[kind], kind).toBeLessThanOrEqual(2.1 * count + ALWAYS);
  });
});

describe('a megabyte ends', () => {
  test.for([
    'digits',
    'killed killed',
    'quotes',
    'commas',
    'and and',
    'one long word',
  ] as const)('%s', name => {
    const printed = text(SHAPES[name], 1_000_000);
    for (const { span } of extracted(printed).figures) {
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(printed.length);
    }
  });
});
