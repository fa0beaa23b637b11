import { extractionJson } from '../extract/json.ts';
import type { Knowledge } from '../extract/vocabulary.ts';
import { unlistedPlace } from '../knowledge/unlisted-place.ts';
import type { Reading } from '../store/ports.ts';
import type { ExportFormat } from './cli.ts';
import { CSV_HEADER, factsCsv } from './facts-csv.ts';
import { write } from './write.ts';

/** The facts of an article in their public form, the same that extract writes. */
const factsOf = ({ article, sentences, figures, reports, trends = [] }: Reading, knowledge: Knowledge) => {
  const ids = [...figures, ...reports].flatMap(({ place }) => place?.value ?? []);
  const places = new Map(
    ids
      .filter(id => knowledge.gazetteer.byId(id) === null)
      .map(id => [id, unlistedPlace(id, knowledge.gazetteer)]),
  );
  return extractionJson(article, { sentences, figures, reports, trends, places }, knowledge);
};

/** One object a reading: the article without its text, which the quotes count in, and what it reports. */
const readingJson = (reading: Reading, knowledge: Knowledge): string => {
  const { text: _, ...article } = reading.article;
  const { figures, incidents, trends } = factsOf(reading, knowledge);
  return JSON.stringify({ article, figures, incidents, trends });
};

/** Writes the facts of all articles, one article after the other and no faster than they are taken. */
export const exportAll = async (
  format: Exclude<ExportFormat, 'opml'>,
  readings: Iterable<Reading>,
  knowledge: Knowledge,
  out: NodeJS.WritableStream,
): Promise<void> => {
  if (format === 'csv') {
    await write(out, CSV_HEADER);
    for (const reading of readings) await write(out, factsCsv(reading.article, factsOf(reading, knowledge)));
    return;
  }
  let before = '[\n';
  for (const reading of readings) {
    await write(out, before + readingJson(reading, knowledge));
    before = ',\n';
  }
  await write(out, before === '[\n' ? '[]\n' : '\n]\n');
};
