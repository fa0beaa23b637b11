/** Ends of lines and tabs, which a quoted sentence may hold; they show as blanks. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]/g;

/**
 * What a reader cannot see but a terminal or a chat acts on: control characters (so no escape sequence survives), marks
 * that turn the direction of text, soft hyphens and blanks of no width. The joiners of Urdu and of emoji stay.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the point
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** Text of others made safe to show, on every platform. Length may change; never use it where spans count. */
export const printable = (text: string): string =>
  text.replace(BREAKS, ' ').replace(UNSEEN, '').toWellFormed();
