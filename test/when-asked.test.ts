import { expect, test } from 'vitest';
import type { Search } from '../src/search/ports.ts';
import { createSearch } from '../src/search/search.ts';
import { createSynonyms } from '../src/synonyms.ts';
import { readSentences } from '../src/text/sentences.ts';
import { namesWhenAsked, searchWhenAsked } from '../src/when-asked.ts';
import { knowledge } from './extract/knowledge.ts';
import { article } from './store/made-up.ts';

const made = (id: string, text: string) => article(id, null, { title: null, text });

test('a search is filled once, when words are looked for, and learns what comes after', () => {
  const archive = [made('a', 'A made-up convoy passed.')];
  let fills = 0;
  const fill = (search: Search): void => {
    fills += 1;
    for (const one of archive) search.add(one, readSentences(one.text));
  };
  const search = searchWhenAsked(createSearch({ synonyms: createSynonyms(knowledge) }), fill);
  const found = () => search.find('convoy', 9, () => true).map(hit => hit.article);
  const early = made('b', 'Another made-up convoy passed.');
  archive.push(early);
  search.add(early, readSentences(early.text));
  expect(fills).toBe(0);
  expect(found().sort()).toEqual(['a', 'b']);
  const late = made('c', 'A third made-up convoy passed.');
  search.add(late, readSentences(late.text));
  expect(found().sort()).toEqual(['a', 'b', 'c']);
  search.remove('a');
  expect(found().sort()).toEqual(['b', 'c']);
  expect(fills).toBe(1);
});

test('names are gathered when the first is asked for, and again when articles came in', () => {
  let [made, landed] = [0, 7];
  const names = namesWhenAsked(
    () => {
      made += 1;
      return { complete: () => [], nearest: () => [], named: () => [] };
    },
    () => landed,
  );
  expect(made).toBe(0);
  expect(names.complete('q', ['place'], 3)).toEqual([]);
  expect(names.nearest('q', ['place'], 3)).toEqual([]);
  expect(made).toBe(1);
  landed += 1;
  expect(made).toBe(1);
  expect(names.named('q', ['place'])).toEqual([]);
  expect(names.nearest('q', ['place'], 3)).toEqual([]);
  expect(made).toBe(2);
});
