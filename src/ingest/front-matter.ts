import type { Article } from '../core/article.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { readDate } from './read-date.ts';

type Known = Pick<Article, 'title' | 'published' | 'publisher' | 'url'>;

export interface FrontMatter {
  /** Null where it does not say. */
  readonly known: Known;
  /** What follows it. */
  readonly body: string;
}

const OPENING = /^---[ \t]*\n/;
const MOST_LINES = 100;

const WRONG = {
  published: (value: string): string =>
    `published is "${value.slice(0, 40)}"; write a day or an ISO 8601 time, such as 2025-03-01, or leave it out.`,
  url: (value: string): string =>
    `url is "${value.slice(0, 80)}"; write an address that begins with https://, or leave it out.`,
} as const;

/** Other names for a field, as programs that write Markdown have them. */
const FIELDS: Readonly<Record<string, keyof Known>> = {
  title: 'title',
  published: 'published',
  date: 'published',
  publisher: 'publisher',
  source: 'publisher',
  url: 'url',
  link: 'url',
};

const unquoted = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;

/**
 * What stands between two lines of `---` at the head of a text: `title`, `published`, `publisher`, `url`, one a line. Other
 * fields are not looked at. A text without it is all body.
 */
export const readFrontMatter = (text: string): Result<FrontMatter> => {
  const known: { -readonly [field in keyof Known]: Known[field] } = {
    title: null,
    published: null,
    publisher: null,
    url: null,
  };
  const lines = OPENING.test(text) ? text.split('\n', MOST_LINES) : [];
  const end = lines.findIndex((line, i) => i > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end < 0) return ok({ known, body: text });
  for (const line of lines.slice(1, end)) {
    const [, name = '', value = ''] = /^([A-Za-z_]{1,20}):[ \t]*(.*)$/.exec(line) ?? [];
    const field = FIELDS[name.toLowerCase()];
    if (field !== undefined) known[field] = unquoted(value.trim()) || null;
  }
  const published = known.published === null ? null : readDate(known.published);
  if (known.published !== null && published === null) return fail('input', WRONG.published(known.published));
  if (known.url !== null && !/^https?:\/\/[^\s/]/i.test(known.url))
    return fail('input', WRONG.url(known.url));
  const skipped = lines.slice(0, end + 1).reduce((sum, line) => sum + line.length + 1, 0);
  return ok({ known: { ...known, published }, body: text.slice(skipped) });
};
