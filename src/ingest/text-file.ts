import { readFile, stat } from 'node:fs/promises';
import { fail, ok, type Result } from '../core/result.ts';

/** Larger files are no articles: the longest reports in print are a tenth of it. */
export const MAX_BYTES = 5_000_000;

/** Control characters that text has no use for; tab, line feed, form feed and carriage return are left out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;

/** Above this share of control characters a file is binary, whatever its ending says. */
const MAX_CONTROL_SHARE = 0.01;

const NOT_TEXT = 'not text (UTF-8 expected)';

/** Whether bytes that were decoded to this were no text at all: a picture, an archive, a program. */
export const isBinary = (text: string): boolean => {
  const controls = text.match(CONTROL)?.length ?? 0;
  return text.includes('\u0000') || controls > text.length * MAX_CONTROL_SHARE;
};

/**
 * Text out of the bytes of a file, as received except for a byte order mark.
 * @returns a failure that says in a few words why it is no readable text; the caller names the file
 */
export const decodeText = (bytes: Uint8Array): Result<string> => {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('input', NOT_TEXT);
  }
  if (text.trim() === '') return fail('input', 'empty');
  return isBinary(text) ? fail('input', NOT_TEXT) : ok(text);
};

const systemReason = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);

/** Reads one file whole. Expected troubles (gone, no permission, too large, not text) are failures, never thrown. */
export const readTextFile = async (path: string): Promise<Result<string>> => {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) return fail('input', 'not a file');
    if (facts.size > MAX_BYTES) return fail('input', `larger than ${MAX_BYTES / 1_000_000} MB`);
    return decodeText(await readFile(path));
  } catch (error) {
    return fail('input', `cannot be read (${systemReason(error)})`);
  }
};
