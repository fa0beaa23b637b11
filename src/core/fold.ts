/**
 * The form in which names are compared: no accents, no apostrophes, lower case, so that "Jama’at" is "jamaat"
 * and "Türkiye" is "turkiye". Length may change; never use it where spans count.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}'’‘ʼʻʿʾ`´]/gu, '')
    .toLowerCase();

/** Folded words of a name; hyphens, dots and blanks part them: "Tehrik-i-Taliban" is three words. */
export const foldWords = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A name as a path segment: "Dera Ismail Khan" → "dera-ismail-khan". */
export const slug = (text: string): string => foldWords(text).join('-');
