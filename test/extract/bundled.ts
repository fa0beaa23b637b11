import { fileURLToPath } from 'node:url';
import type { Article } from '../../src/core/article.ts';
import { readFolder } from '../../src/ingest/folder.ts';
import { readMasthead } from '../../src/text/masthead.ts';

/** The bundled articles with what is known of each, as the bot takes them in. */
export const bundledArticles = async (): Promise<readonly Article[]> => {
  const folder = await readFolder(
    fileURLToPath(new URL('../../data/articles', import.meta.url)),
    readMasthead,
  );
  if (!folder.ok) throw new Error(folder.error.message);
  return folder.value.texts.map(({ article }) => article);
};
