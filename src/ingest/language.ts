import { franc } from 'franc-min';

/** Shorter texts are told wrongly. In UTF-16 units, headline left out by the caller. */
const SHORTEST = 200;
/** More says no more. */
const LOOKED_AT = 4_000;

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
const ENGLISH: ReadonlySet<string> = new Set(
  'the of and in to was were said by on at that for with had from'.split(' '),
);

/** Those of them that no other language prints, Scots and pidgins apart. */
const ENGLISH_ALONE: ReadonlySet<string> = new Set('the of and were said that with from'.split(' '));

/** From these shares of such words on, a text is English, however many foreign names it holds: half of what English has. */
const ENGLISH_SHARE = 0.2;
const ENGLISH_ALONE_SHARE = 0.07;

const isEnglish = (text: string): boolean => {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  let [english, alone] = [0, 0];
  for (const word of words) {
    const lower = word.toLowerCase();
    if (!ENGLISH.has(lower)) continue;
    english += 1;
    if (ENGLISH_ALONE.has(lower)) alone += 1;
  }
  return (
    english > 0 && (english >= words.length * ENGLISH_SHARE || alone >= words.length * ENGLISH_ALONE_SHARE)
  );
};

/**
 * Language of a text.
 * @returns its ISO 639-1 code; null where the text is shorter than 200 characters or nothing can be told
 */
export const languageOf = (text: string): string | null => {
  const body = text.trim().slice(0, LOOKED_AT);
  if (body.length < SHORTEST) return null;
  // The words first: to compare a text with all languages takes ten times as long.
  return isEnglish(body) ? 'en' : (CODES.get(franc(body)) ?? null);
};
