import type { Article } from '../core/article.ts';
import { signature } from '../ingest/identity/signature.ts';
import { languageOf } from '../ingest/language.ts';
import type { Traits } from '../store/ports/archive.ts';
import type { PageKind } from '../store/ports/pages.ts';
import type { Reading } from '../store/ports.ts';
import { readSentences } from '../text/sentences.ts';
import type { Intake } from './intake.ts';
import type { Near } from './near.ts';
import { WORDS } from './words.ts';

/** An article with what was found out about it. */
export interface Appraised {
  readonly reading: Reading;
  /** Null where nothing speaks against it, and `taken`, `updated` or `unchanged` is left to say. */
  readonly kind: Extract<PageKind, 'other-language' | 'not-relevant' | 'copy-of'> | null;
  readonly reason: string | null;
}

type Found = Omit<Traits, 'relevant'>;

/** What is read for: without one of them an article is kept for search, and makes no briefing. */
const isRelevant = ({ figures, reports }: Reading): boolean =>
  reports.length > 0 || figures.some(({ security }) => security);

/** Reads an article of which language, copies and history are known. Only English is read for facts. */
export const readKnowing = (read: Intake['read'], article: Article, found: Found): Reading => {
  if (found.language !== null && found.language !== 'en') {
    const sentences = readSentences(article.text);
    return { article, sentences, figures: [], reports: [], traits: { ...found, relevant: false } };
  }
  const reading = read(article);
  return { ...reading, traits: { ...found, relevant: isRelevant(reading) } };
};

/** The text without its headline, which languages are told wrongly from. */
const bodyOf = ({ title, text }: Article): string =>
  title !== null && text.startsWith(title) ? text.slice(title.length) : text;

/** Finds out an article's language and whose copy it is, and reads it. */
export const appraise = (
  { read }: Pick<Intake, 'read'>,
  near: Near,
  article: Article,
  history: boolean,
): Appraised => {
  const language = languageOf(bodyOf(article));
  const bands = signature(article.text);
  const copyOf = near.originOf(article, bands);
  const reading = readKnowing(read, article, { language, copyOf, history, signature: bands });
  if (language !== null && language !== 'en')
    return { reading, kind: 'other-language', reason: WORDS.otherLanguage(language) };
  if (reading.traits?.relevant !== true) return { reading, kind: 'not-relevant', reason: WORDS.noFacts };
  if (copyOf !== null) return { reading, kind: 'copy-of', reason: WORDS.copy(copyOf) };
  return { reading, kind: null, reason: null };
};
