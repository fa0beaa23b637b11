import { createExtractor } from '../../src/extract/extract.ts';
import type { Knowledge } from '../../src/extract/vocabulary.ts';
import { loadActors } from '../../src/knowledge/actors.ts';
import { loadBodies } from '../../src/knowledge/bodies.ts';
import { loadGazetteer } from '../../src/knowledge/gazetteer.ts';
import { loadLexicon } from '../../src/knowledge/lexicon.ts';

const actors = loadActors();

/** What the shipped bot knows: the tables below hold for the real word lists. */
export const knowledge: Knowledge = {
  lexicon: loadLexicon(),
  gazetteer: loadGazetteer(),
  actors,
  bodies: loadBodies(actors),
};

export const extract = createExtractor(knowledge);
