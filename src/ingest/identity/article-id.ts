import { createHash } from 'node:crypto';
import type { ArticleId } from '../../core/article.ts';
import { foldWords, slug } from '../../core/fold.ts';
import { normaliseUrl } from './normalise-url.ts';

/** 14 hexadecimal digits: among a million articles, two share an id with a chance of one in 140,000. */
const DIGITS = 14;
const LONGEST_HOST = 24;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Id of the article at an address: the site, so that people know it again, and a digest. All spellings of one address
 * have one id, on every machine: "example-org-0f115db062b7c0".
 */
export const articleId = (url: string): ArticleId => {
  const normal = normaliseUrl(url);
  const host = normal === null ? '' : slug(new URL(normal).hostname).slice(0, LONGEST_HOST);
  return `${host || 'page'}-${digest(normal ?? url.trim()).slice(0, DIGITS)}`;
};

/** Same words, same hash: capitals, accents, punctuation and line breaks do not count. 32 hexadecimal digits. */
export const contentHash = (text: string): string => digest(foldWords(text).join(' ')).slice(0, 32);
