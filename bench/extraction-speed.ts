import { fileURLToPath } from 'node:url';
import type { Article } from '../src/core/article.ts';
import { readFolder } from '../src/ingest/folder.ts';
import { openReader } from '../src/open-reader.ts';
import { readMasthead } from '../src/text/masthead.ts';

const BUNDLED = fileURLToPath(new URL('../data/articles', import.meta.url));
const WORDS = 300;
const WARM_UP = 200;
const MEASURED = 400;

/** Articles of 300 words, each from another place of a bundled one, whose beginning follows its end. */
const cutArticles = (texts: readonly string[], count: number): readonly Article[] => {
  const words = texts.map(text => text.match(/\S+\s*/g) ?? []);
  return Array.from({ length: count }, (_, i) => {
    const source = words[i % words.length] ?? [];
    const from = (i * 7) % source.length;
    const cut = Array.from({ length: WORDS }, (__, n) => source[(from + n) % source.length]);
    return {
      id: `cut-${i}`,
      title: null,
      published: '2024-11-25',
      publisher: null,
      url: null,
      text: cut.join(''),
    };
  });
};

/**
 * How many articles of 300 words are read in a second of one core. Processor time of all threads is counted, so that
 * what else the machine does matters little.
 */
export const extractionSpeed = async (): Promise<{
  readonly articles: number;
  readonly perSecond: number;
}> => {
  const folder = await readFolder(BUNDLED, readMasthead);
  if (!folder.ok) throw new Error(folder.error.message);
  const articles = cutArticles(
    folder.value.texts.map(({ article }) => article.text),
    WARM_UP + MEASURED,
  );
  const readFacts = openReader();
  for (const article of articles.slice(0, WARM_UP)) readFacts(article);
  const began = process.cpuUsage();
  for (const article of articles.slice(WARM_UP)) readFacts(article);
  const { user, system } = process.cpuUsage(began);
  return { articles: MEASURED, perSecond: MEASURED / ((user + system) / 1_000_000) };
};
