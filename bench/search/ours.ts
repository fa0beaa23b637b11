import { shelfOf } from '../../src/corpus.ts';
import { loadKnowledge } from '../../src/load-knowledge.ts';
import { END_OF_TIME } from '../../src/names.ts';
import { visibleAt } from '../../src/query/visible.ts';
import { createSearch } from '../../src/search/search.ts';
import { termsToIndex } from '../../src/search/shelf.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { createSynonyms } from '../../src/synonyms.ts';
import { readSentences } from '../../src/text/sentences.ts';
import type { OpenEngine } from './engine.ts';

const AT = '2026-01-01T00:00:00.000Z';

/** Search as it is shipped: kept in the archive's file, over articles that land there without their figures. */
export const openOurs: OpenEngine = file => {
  const opened = openStore(file);
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  // The file is ours alone: whoever wrote to the archive it is a copy of is not writing to it.
  const lease = store.lease.take({ name: 'bench', pid: process.pid, host: 'here' }, AT, 86_400, () => true);
  if (!lease.ok) throw new Error(lease.error.message);
  const synonyms = createSynonyms(loadKnowledge());
  const search = createSearch({ index: store, shelf: shelfOf(store), synonyms });
  const visible = visibleAt(store, END_OF_TIME);
  return {
    add: docs => {
      const readings = docs.map(({ id, title, text }) => {
        const article = { id, title, text, published: null, publisher: null, url: null };
        const sentences = readSentences(text);
        const terms = termsToIndex(article, sentences, synonyms);
        return { article, sentences, figures: [], reports: [], terms };
      });
      const landed = store.land({ at: AT, rules: 'bench', readings });
      if (!landed.ok) throw new Error(landed.error.message);
    },
    ready: () => {},
    search: (words, limit) => search.find(words, limit, visible).map(({ article }) => article),
  };
};
