import { z } from 'zod';
import type { Article } from '../core/article.ts';
import { fail, ok, type Result } from '../core/result.ts';

/** Longer lines are no articles: as with files, the longest reports in print are a tenth of it. In UTF-16 units. */
export const LONGEST_LINE = 5_000_000;

const EXPECTED = 'expected {"id": "<name>", "text": "<the article>"}, one article a line.';

const WRONG = {
  tooLong: `Longer than ${LONGEST_LINE.toLocaleString('en')} characters; split the article or leave it out.`,
  noJson: `Not JSON; ${EXPECTED}`,
  noObject: `Not an object; ${EXPECTED}`,
  id: `No id; ${EXPECTED}`,
  idShape: 'The id must be a text that is not empty, or a number.',
  idRounded: 'The id is a number too large to be kept exactly; put it in quotes.',
  text: `No text; ${EXPECTED}`,
  textShape: 'The text is empty; leave the line out or give the article as it was printed.',
  published:
    'published must be a day or an ISO 8601 instant, such as 2025-03-01 or 2025-03-01T09:00:00Z; leave it out where it is not known.',
  optional: (field: string): string => `${field} must be a text; leave it out where it is not known.`,
} as const;

/** What is no text, and what is not there, are two mistakes. */
const orMissing =
  (missing: string, other: string) =>
  ({ input }: { readonly input?: unknown }): string =>
    input === undefined || input === null ? missing : other;

const optional = (field: string) => z.string(WRONG.optional(field)).nullish();

/** JSON.parse rounds large numbers: two articles would share an id. */
const isExact = (id: number): boolean => !Number.isInteger(id) || Number.isSafeInteger(id);

const lineSchema = z.object(
  {
    id: z.union([z.string().regex(/\S/, WRONG.idShape), z.number().refine(isExact, WRONG.idRounded)], {
      error: orMissing(WRONG.id, WRONG.idShape),
    }),
    text: z
      .string({ error: orMissing(WRONG.text, `The text must be in quotes; ${EXPECTED}`) })
      .regex(/\S/, WRONG.textShape),
    title: optional('title'),
    published: z
      .union([z.iso.date(), z.iso.datetime({ offset: true, local: true })], WRONG.published)
      .nullish(),
    publisher: optional('publisher'),
    url: optional('url'),
  },
  WRONG.noObject,
);

export interface ArticleLine {
  /** As it was given. */
  readonly id: string | number;
  readonly article: Article;
}

/**
 * An article out of one line of JSON: `{id, text, title?, published?, publisher?, url?}`; null is not known, and other
 * fields are not looked at.
 * @returns a failure that says in one line what is wrong and what to write instead
 */
export const readArticleLine = (line: string): Result<ArticleLine> => {
  if (line.length > LONGEST_LINE) return fail('input', WRONG.tooLong);
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return fail('input', WRONG.noJson);
  }
  const parsed = lineSchema.safeParse(json);
  if (!parsed.success) return fail('input', parsed.error.issues[0]?.message ?? WRONG.noObject);
  const { id, text, title, published, publisher, url } = parsed.data;
  return ok({
    id,
    article: {
      id: String(id),
      title: title || null,
      published: published ?? null,
      publisher: publisher || null,
      url: url || null,
      text,
    },
  });
};
