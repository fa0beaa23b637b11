import type { Article } from '../core/article.ts';
import type { Facts, ReadFacts } from '../extract/json.ts';
import { readArticleLine } from '../ingest/article-line.ts';
import { WORDS } from './words.ts';

/** What became of one line. */
export type Extracted =
  | {
      readonly kind: 'facts';
      /** As it was given. */
      readonly id: string | number;
      readonly article: Article;
      readonly facts: Facts;
    }
  /** `line` counts from 1, blank lines included. */
  | { readonly kind: 'error'; readonly line: number; readonly error: string };

/**
 * The facts of each line's article, in order and one at a time; a line that cannot be read gives its error, and the
 * rest goes on. Blank lines are passed over.
 * @param onBug gets what the reader throws, and the article it threw at
 */
export async function* extractLines(
  lines: AsyncIterable<string>,
  readFacts: ReadFacts,
  onBug: (error: unknown, where: string) => void,
): AsyncGenerator<Extracted> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const parsed = readArticleLine(line);
    if (!parsed.ok) {
      yield { kind: 'error', line: number, error: parsed.error.message };
      continue;
    }
    const { id, article } = parsed.value;
    let facts: Facts;
    try {
      facts = readFacts(article);
    } catch (error) {
      onBug(error, article.id);
      yield { kind: 'error', line: number, error: WORDS.extractBug };
      continue;
    }
    yield { kind: 'facts', id, article, facts };
  }
}

/** Its line of JSON. */
export const extractedJson = (extracted: Extracted): string =>
  JSON.stringify(
    extracted.kind === 'error'
      ? { line: extracted.line, error: extracted.error }
      : { ...extracted.facts, id: extracted.id },
  );
