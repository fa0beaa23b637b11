/** Every way to end a line; a form feed and a vertical tab end one too. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Blanks that are not the plain one; the tab stays. */
const BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** Control characters, marks that turn the direction of text, soft hyphens, blanks and signs of no width. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the point
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** Joiners where they join nothing. In Urdu, Persian, the scripts of India and emoji they change what is read. */
const IDLE_JOINERS =
  /(?<![\p{scx=Arab}\p{scx=Deva}\p{scx=Beng}\p{scx=Gujr}\p{scx=Guru}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Taml}\p{scx=Telu}\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)[\u200c\u200d]+/gu;

/** A second joiner joins no more than the first. */
const REPEATED_JOINERS = /([\u200c\u200d])[\u200c\u200d]+/g;

/**
 * Text of others as every door takes it in: well-formed and composed (NFC), lines that end in `\n`, plain blanks, and
 * nothing that is not seen but changes what is compared or shown. Cleaning twice is cleaning once. Lengths change, so it
 * comes before anything is counted in the text.
 */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(LINE_ENDS, '\n')
    .replace(BLANKS, ' ')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(IDLE_JOINERS, '')
    .replace(REPEATED_JOINERS, '$1')
    .normalize('NFC');
