import { isElement, isText, type PageElement, type PageNode, tagOf } from './dom.ts';

/** One line of a page's text. */
export interface Block {
  readonly text: string;
  /** Share of its characters that stand in links, 0 to 1. */
  readonly linked: number;
}

/** Elements that hold no words of the article. A caption speaks of a picture, which often shows another day. */
const SILENT = new Set(
  'script style noscript template svg math canvas iframe object embed video audio picture button input select textarea form nav aside footer figcaption dialog menu head title meta link'.split(
    ' ',
  ),
);

/** Elements that begin and end a line. */
const LINES = new Set(
  'address article blockquote body center dd details div dl dt fieldset figure h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul amp-body'.split(
    ' ',
  ),
);

const isHidden = (element: PageElement): boolean =>
  element.getAttribute('hidden') !== null ||
  element.getAttribute('aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');

/** "[3]" behind a sentence is a footnote, and "12" with a small "3" is not 123. */
const isFootnote = (element: PageElement): boolean =>
  tagOf(element) === 'sup' && /^\s*\[?\s*\d{1,3}\s*\]?\s*$/.test(element.textContent ?? '');

const isSilent = (element: PageElement): boolean =>
  SILENT.has(tagOf(element)) || isHidden(element) || isFootnote(element);

/** A row of a table of figures is one line; a row that holds paragraphs is how old pages are laid out. */
const isDataRow = (element: PageElement): boolean =>
  tagOf(element) === 'tr' && element.querySelector('p, div, table, ul, ol, br, h1, h2, h3, article') === null;

class Lines {
  readonly blocks: Block[] = [];
  #text = '';
  #linked = 0;

  add(text: string, inLink: boolean): void {
    this.#text += text;
    if (inLink) this.#linked += text.replace(/\s+/g, '').length;
  }

  end(): void {
    const text = this.#text.replace(/\s+/g, ' ').trim();
    const letters = text.replace(/\s+/g, '').length;
    if (letters > 0) this.blocks.push({ text, linked: this.#linked / letters });
    this.#text = '';
    this.#linked = 0;
  }
}

const CELL_BORDER = ' | ';

const walkRow = (row: PageElement, lines: Lines, inLink: boolean): void => {
  const cells = [...row.children].filter(cell => (cell.textContent ?? '').trim() !== '');
  for (const [i, cell] of cells.entries()) {
    if (i > 0) lines.add(CELL_BORDER, inLink);
    for (const child of cell.childNodes) walk(child, lines, inLink);
  }
};

const walk = (node: PageNode, lines: Lines, inLink: boolean): void => {
  if (isText(node)) lines.add(node.textContent ?? '', inLink);
  else if (isElement(node) && !isSilent(node)) walkElement(node, lines, inLink);
};

const walkElement = (element: PageElement, lines: Lines, inLink: boolean): void => {
  const tag = tagOf(element);
  const isLine = tag === 'br' || LINES.has(tag);
  if (isLine) lines.end();
  if (tag === 'pre') walkPrinted(element, lines);
  else if (isDataRow(element)) walkRow(element, lines, inLink);
  else for (const child of element.childNodes) walk(child, lines, inLink || tag === 'a');
  if (isLine) lines.end();
};

/** In `pre` the line ends of the source are those of the text. */
const walkPrinted = (node: PageElement, lines: Lines): void => {
  for (const line of (node.textContent ?? '').split('\n')) {
    lines.add(line, false);
    lines.end();
  }
};

/** The text of an element line by line, as a reader sees it: paragraphs, headings, list items and rows are a line each. */
export const blocksOf = (root: PageElement): readonly Block[] => {
  const lines = new Lines();
  walk(root, lines, false);
  lines.end();
  return lines.blocks;
};
