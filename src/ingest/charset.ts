/** How far into a page or feed its own word about its charset is looked for, as browsers do; in bytes. */
const LOOKED_AT = 4_096;

/** What nearly all pages are that say nothing and are not UTF-8: every byte means something in it. */
const LAST_RESORT = 'windows-1252';

/** Share of damaged letters beyond ASCII up to which a text is still UTF-8. */
const DAMAGED_SHARE = 0.2;

/** The byte with which ISO-2022 changes over to other letters. */
const ESCAPE = 0x1b;

const BOMS: readonly (readonly [bytes: readonly number[], charset: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
];

/** "<" or "<?" in UTF-16 without a byte order mark: the way an XML declaration gives itself away. */
const WIDE_BEGINNINGS: readonly (readonly [bytes: readonly number[], charset: string])[] = [
  [[0x00, 0x3c, 0x00], 'utf-16be'],
  [[0x3c, 0x00, 0x3f, 0x00], 'utf-16le'],
  [[0x3c, 0x00, 0x21, 0x00], 'utf-16le'],
  [[0x3c, 0x00, 0x68, 0x00], 'utf-16le'],
];

const begins = (bytes: Uint8Array, beginning: readonly number[]): boolean =>
  beginning.every((byte, index) => bytes[index] === byte);

/** The charset a label means, under the names of the WHATWG; null when there is none such. */
const known = (label: string | undefined): string | null => {
  try {
    return label === undefined ? null : new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
};

const inHeader = (contentType: string | null): string | null =>
  known(/;\s*charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? '')?.[1]);

/**
 * What a text says of its own charset: in its XML declaration, or in a meta tag. A text that can be read byte by byte is
 * not UTF-16, whatever it says.
 */
const inText = (bytes: Uint8Array): string | null => {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT));
  const label =
    /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([^"']{1,40})["']/i.exec(beginning)?.[1] ??
    /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([^\s"'/>;]{1,40})/i.exec(beginning)?.[1];
  const charset = known(label);
  return charset?.startsWith('utf-16') === true ? 'utf-8' : charset;
};

const decodeExactly = (bytes: Uint8Array, charset: string): string | null => {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * UTF-8 in which a few letters are damaged or cut off, as happens where a text was cut at a number of bytes. Other
 * charsets read as UTF-8 come out as hardly anything but U+FFFD beyond ASCII.
 */
const damagedUtf8 = (bytes: Uint8Array): string | null => {
  const text = new TextDecoder().decode(bytes);
  const beyondAscii = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  return damaged <= beyondAscii * DAMAGED_SHARE ? text : null;
};

/**
 * Text out of the bytes of a page, a feed or a robots.txt, without a byte order mark. A mark decides; then UTF-8 where the
 * bytes are UTF-8, for no other text looks like it by chance and labels are often wrong; then the header, what the text
 * says of itself, and windows-1252. Bytes that are wrong even then become U+FFFD; nothing throws.
 * @param contentType the Content-Type header
 */
export const decodeBody = (bytes: Uint8Array, contentType: string | null): string => {
  const marked = [...BOMS, ...WIDE_BEGINNINGS].find(([beginning]) => begins(bytes, beginning));
  if (marked !== undefined) return new TextDecoder(marked[1]).decode(bytes);
  const labels = [inHeader(contentType), inText(bytes)].filter(label => label !== null);
  const wide = labels.find(label => label.startsWith('utf-16'));
  if (wide !== undefined && bytes.includes(0)) return new TextDecoder(wide).decode(bytes);
  // Escapes of ISO-2022 are plain ASCII, and so would pass for UTF-8.
  const escaped = labels.find(label => label.startsWith('iso-2022'));
  if (escaped !== undefined && bytes.includes(ESCAPE)) return new TextDecoder(escaped).decode(bytes);
  const utf8 = decodeExactly(bytes, 'utf-8') ?? damagedUtf8(bytes);
  if (utf8 !== null) return utf8;
  // A label that says UTF-8, or UTF-16 without a single null, has been proven wrong by now.
  const others = labels.filter(label => !label.startsWith('utf-'));
  for (const charset of others) {
    const text = decodeExactly(bytes, charset);
    if (text !== null) return text;
  }
  return new TextDecoder(others[0] ?? LAST_RESORT).decode(bytes);
};
