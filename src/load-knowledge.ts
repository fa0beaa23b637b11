import type { Knowledge } from './extract/vocabulary.ts';
import { loadActors } from './knowledge/actors.ts';
import { loadBodies } from './knowledge/bodies.ts';
import { loadGazetteer } from './knowledge/gazetteer.ts';
import { loadLexicon } from './knowledge/lexicon.ts';

/** Everything the bundled data knows of words, places, actors and bodies. */
export const loadKnowledge = (): Knowledge => {
  const actors = loadActors();
  return { lexicon: loadLexicon(), gazetteer: loadGazetteer(), actors, bodies: loadBodies(actors) };
};
