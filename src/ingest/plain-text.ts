import { cleanText } from '../text/clean.ts';
import { blocksOf } from './page/blocks.ts';
import { parseHtml } from './page/parse-html.ts';

const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();

/** A piece of HTML as lines of plain text, nothing judged; empty for what cannot be read. */
export const plainLines = (html: string): readonly string[] => {
  if (!/[<&]/.test(html)) return [oneLine(html)].filter(line => line !== '');
  const page = parseHtml(html);
  return page.ok
    ? blocksOf(page.value.root)
        .map(({ text }) => oneLine(text))
        .filter(line => line !== '')
    : [];
};
