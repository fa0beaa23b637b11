import { type Fields, fieldsOf, type Json, textOf } from '../json.ts';
import { bad } from './problem.ts';

/** Most characters of a rich message. */
const MOST = 32_768;

const VOID = ['br', 'hr', 'img'];

const TAG = /<(\/?)([a-z][a-z0-9-]*)\b[^<>]*>/gi;

/** Every tag is closed, the last first. */
const checkTags = (html: string): void => {
  const open: string[] = [];
  for (const [, end, given = ''] of html.matchAll(TAG)) {
    const tag = given.toLowerCase();
    if (VOID.includes(tag)) continue;
    if (end === '') open.push(tag);
    else if (open.pop() !== tag) throw bad(`can't parse rich message: unexpected end tag "${tag}"`);
  }
  if (open.length > 0) throw bad(`can't parse rich message: unclosed tag "${open.at(-1)}"`);
};

const CELLS = /<\/(?:td|th)>/gi;
const BLOCKS =
  /<\/(?:p|h[1-6]|li|tr|table|blockquote|pre|details|summary|ul|ol|footer|caption)>|<(?:br|hr)\s*\/?>/gi;

const plain = (html: string): string =>
  html
    .replace(CELLS, '\t')
    .replace(BLOCKS, '\n')
    .replace(TAG, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();

/** A rich message as it comes back: its paragraphs as text. Blocks are not told apart, the tags are checked. */
export const richOf = (value: Json | undefined): Fields => {
  const { html, markdown, is_rtl: rtl } = fieldsOf(value);
  if ((html === undefined) === (markdown === undefined))
    throw bad('rich message must have exactly one of html and markdown');
  if (html !== undefined) checkTags(textOf(html));
  const text = html === undefined ? textOf(markdown) : plain(textOf(html));
  if (text === '') throw bad('message text is empty');
  if (text.length > MOST) throw bad('message is too long');
  const blocks = text
    .split(/\n+/)
    .map((line): Fields => ({ type: 'paragraph', text: line.replace(/\t$/, '') }));
  return { blocks, ...(rtl === true ? { is_rtl: true } : {}) };
};
