// Most names are plain ASCII, and half are one word; to see that first makes a gazetteer load twice as fast.
const PLAIN = /^[A-Za-z0-9 .,&()/-]*$/;
const ONE_WORD = /^[a-z0-9]+$/;

/**
 * The form in which names are compared: no accents, no apostrophes, lower case, so that "Jama’at" is "jamaat"
 * and "Türkiye" is "turkiye". Length may change; never use it where spans count.
 */
export const fold = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFD')
        .replace(/[\p{M}'’‘ʼʻʿʾ`´]/gu, '')
        .toLowerCase();

/** Folded words of a name; hyphens, dots and blanks part them: "Tehrik-i-Taliban" is three words. */
export const foldWords = (text: string): string[] => {
  const folded = fold(text);
  return ONE_WORD.test(folded) ? [folded] : (folded.match(/[\p{L}\p{N}]+/gu) ?? []);
};

/** A name as a path segment: "Dera Ismail Khan" → "dera-ismail-khan". */
export const slug = (text: string): string => foldWords(text).join('-');
