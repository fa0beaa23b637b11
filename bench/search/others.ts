import { DatabaseSync } from 'node:sqlite';
import { Index } from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { STOP_WORDS } from '../../src/search/stop-words.ts';
import type { Doc, OpenEngine } from './engine.ts';

export const openMiniSearch: OpenEngine = () => {
  const index = new MiniSearch<Doc>({ fields: ['title', 'text'] });
  return {
    add: docs => index.addAll(docs),
    ready: () => {},
    search: (words, limit) =>
      index
        .search(words)
        .slice(0, limit)
        .map(({ id }) => String(id)),
  };
};

/** Signs that lunr reads as its own language. */
const SIGNS = /[:~^*+\-\\]/g;

export const openLunr: OpenEngine = () => {
  const builder = new lunr.Builder();
  builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
  builder.searchPipeline.add(lunr.stemmer);
  builder.ref('id');
  builder.field('title');
  builder.field('text');
  let index: lunr.Index | null = null;
  return {
    add: docs => {
      for (const doc of docs) builder.add(doc);
    },
    ready: () => {
      index = builder.build();
    },
    search: (words, limit) =>
      (index?.search(words.replaceAll(SIGNS, ' ')) ?? []).slice(0, limit).map(({ ref }) => ref),
  };
};

export const openFlexSearch: OpenEngine = () => {
  const index = new Index({ tokenize: 'strict' });
  const ids: string[] = [];
  return {
    add: docs => {
      for (const { id, title, text } of docs) index.add(ids.push(id) - 1, `${title} ${text}`);
    },
    ready: () => {},
    search: (words, limit) => index.search(words, { limit, suggest: true }).map(at => ids[Number(at)] ?? ''),
  };
};

/** A query of FTS5: any of its words, those that say nothing left out. */
const anyWord = (words: string): string => {
  const all = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = all.filter(word => !STOP_WORDS.has(word));
  return (telling.length > 0 ? telling : all).map(word => `"${word}"`).join(' OR ');
};

export const openFts5: OpenEngine = file => {
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA journal_mode = WAL;
    CREATE VIRTUAL TABLE IF NOT EXISTS docs USING fts5 (id UNINDEXED, title, text, tokenize = 'porter unicode61')`);
  const insert = db.prepare('INSERT INTO docs (id, title, text) VALUES (?, ?, ?)');
  const search = db.prepare('SELECT id FROM docs WHERE docs MATCH ? ORDER BY rank LIMIT ?');
  return {
    add: docs => {
      db.exec('BEGIN');
      for (const { id, title, text } of docs) insert.run(id, title, text);
      db.exec('COMMIT');
    },
    ready: () => {},
    search: (words, limit) => {
      const query = anyWord(words);
      return query === '' ? [] : search.all(query, limit).map(({ id }) => String(id));
    },
  };
};
