import { franc } from 'franc-min';

/** Shorter texts are told wrongly. In UTF-16 units, headline left out by the caller. */
const SHORTEST = 200;
/** More says no more. */
const LOOKED_AT = 4_000;

/** A sample is so many stretches of so many characters, from all over a text: pages begin with what is no part of it. */
const STRETCHES = 5;
const STRETCH = 80;

/** ISO 639-3, as the detector has it, to ISO 639-1. Languages that it knows and that are not here are unknown. */
const CODES: ReadonlyMap<string, string> = new Map([
  ['eng', 'en'],
  ['sco', 'en'],
  ['urd', 'ur'],
  ['pbu', 'ps'],
  ['pes', 'fa'],
  ['prs', 'fa'],
  ['hin', 'hi'],
  ['arb', 'ar'],
  ['fra', 'fr'],
  ['spa', 'es'],
  ['por', 'pt'],
  ['deu', 'de'],
  ['ita', 'it'],
  ['nld', 'nl'],
  ['rus', 'ru'],
  ['ukr', 'uk'],
  ['tur', 'tr'],
  ['uzn', 'uz'],
  ['ben', 'bn'],
  ['pan', 'pa'],
  ['tam', 'ta'],
  ['tel', 'te'],
  ['mar', 'mr'],
  ['guj', 'gu'],
  ['npi', 'ne'],
  ['ind', 'id'],
  ['cmn', 'zh'],
  ['jpn', 'ja'],
  ['kor', 'ko'],
  ['som', 'so'],
  ['hau', 'ha'],
  ['swh', 'sw'],
]);

/** Words that English cannot do without; names of any language between them change nothing. */
const ENGLISH = /\b(?:the|of|and|in|to|was|were|said|by|on|at|that|for|with|had|from)\b/gi;

/** From this share of such words on, a text is English, however many foreign names it holds. */
const ENGLISH_SHARE = 0.2;

const isEnglish = (text: string): boolean => {
  const words = text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  return words > 0 && (text.match(ENGLISH)?.length ?? 0) / words >= ENGLISH_SHARE;
};

const sampleOf = (text: string): string => {
  const step = (text.length - STRETCH) / (STRETCHES - 1);
  return Array.from({ length: STRETCHES }, (_, i) =>
    text.slice(Math.floor(i * step), Math.floor(i * step) + STRETCH),
  ).join(' ');
};

const detected = (text: string): string | null => CODES.get(franc(text)) ?? null;

/**
 * Language of a text.
 * @returns its ISO 639-1 code; null where the text is shorter than 200 characters or nothing can be told
 */
export const languageOf = (text: string): string | null => {
  const body = text.trim().slice(0, LOOKED_AT);
  if (body.length < SHORTEST) return null;
  if (isEnglish(body)) return 'en';
  // A sample is told in a third of the time. It may let a text in as English; only the whole may keep one out.
  if (body.length > STRETCHES * STRETCH && detected(sampleOf(body)) === 'en') return 'en';
  return detected(body);
};
