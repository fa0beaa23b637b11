import type { OpenEngine } from './engine.ts';

export const OURS = 'Sitrep';

/** Each is loaded when it is measured, so that its memory is its own. */
export const ENGINES: Readonly<Record<string, () => Promise<OpenEngine>>> = {
  [OURS]: async () => (await import('./ours.ts')).openOurs,
  'SQLite FTS5, porter': async () => (await import('./others.ts')).openFts5,
  MiniSearch: async () => (await import('./others.ts')).openMiniSearch,
  FlexSearch: async () => (await import('./others.ts')).openFlexSearch,
  lunr: async () => (await import('./others.ts')).openLunr,
};

export const engineNamed = async (name: string): Promise<OpenEngine> => {
  const load = ENGINES[name];
  if (load === undefined) throw new Error(`No engine ${name}; there are ${Object.keys(ENGINES).join(', ')}.`);
  return load();
};
