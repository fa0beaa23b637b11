/** A message entity; offset and length in UTF-16 units. */
export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly language?: string;
}

export interface Formatted {
  readonly text: string;
  readonly entities: readonly Entity[];
}

export type Parsed = Formatted | { readonly error: string };

const TYPES: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
  'tg-emoji': 'custom_emoji',
  a: 'text_link',
  pre: 'pre',
  code: 'code',
  blockquote: 'blockquote',
};

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** The character that `&…;` at this place stands for; null where Telegram leaves it as it is. */
const decoded = (html: string, at: number): { readonly text: string; readonly end: number } | null => {
  const found = /^&(?:#x([0-9a-f]{1,8})|#([0-9]{1,8})|([a-z]{1,10}));?/i.exec(html.slice(at, at + 14));
  if (found === null) return null;
  const [whole, hex, decimal, name] = found;
  const end = at + whole.length;
  if (name !== undefined) {
    const text = NAMED[name];
    return text === undefined ? null : { text, end };
  }
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? { text: String.fromCodePoint(code), end } : null;
};

interface Open {
  readonly tag: string;
  readonly argument: string;
  readonly offset: number;
}

class ParseError extends Error {}

const isSpace = (char: string | undefined): boolean => char !== undefined && /\s/.test(char);

/** Telegram's own reading of HTML, with its own words for what is wrong; byte offsets are those of UTF-8. */
export const parseHtml = (html: string): Parsed => {
  try {
    return read(html);
  } catch (error) {
    if (error instanceof ParseError) return { error: error.message };
    throw error;
  }
};

const read = (html: string): Formatted => {
  const bytes = (at: number): number => Buffer.byteLength(html.slice(0, at));
  const fail = (what: string): void => {
    throw new ParseError(what);
  };
  let text = '';
  const open: Open[] = [];
  const entities: Entity[] = [];
  let i = 0;
  const spaces = (): void => {
    while (isSpace(html[i])) i++;
  };
  const word = (stop: string): string => {
    const start = i;
    while (i < html.length && !isSpace(html[i]) && !stop.includes(html.charAt(i))) i++;
    return html.slice(start, i);
  };
  const value = (begin: number): string => {
    const quote = html.charAt(i);
    if (quote !== '"' && quote !== "'") {
      const start = i;
      while (/[a-z0-9.-]/i.test(html.charAt(i))) i++;
      if (!isSpace(html[i]) && html[i] !== '>')
        fail(`Unexpected end of name token at byte offset ${bytes(start)}`);
      return html.slice(start, i).toLowerCase();
    }
    let found = '';
    i++;
    while (i < html.length && html[i] !== quote) {
      const char = html[i] === '&' ? decoded(html, i) : null;
      found += char?.text ?? html.charAt(i);
      i = char?.end ?? i + 1;
    }
    i++;
    if (i >= html.length) fail(`Unclosed start tag at byte offset ${bytes(begin)}`);
    return found;
  };
  const startTag = (begin: number): void => {
    const tag = word('>').toLowerCase();
    if (i >= html.length) fail(`Unclosed start tag at byte offset ${bytes(begin)}`);
    if (TYPES[tag] === undefined) fail(`Unsupported start tag "${tag}" at byte offset ${bytes(begin)}`);
    let argument = '';
    for (;;) {
      spaces();
      if (html[i] === '>') break;
      const name = word('=>').toLowerCase();
      if (i >= html.length) fail(`Unclosed start tag "${tag}" at byte offset ${bytes(begin)}`);
      if (name === '') fail(`Empty attribute name in the tag "${tag}" at byte offset ${bytes(begin)}`);
      spaces();
      const bare = html[i] !== '=';
      if (!bare) {
        i++;
        spaces();
        if (i >= html.length) fail(`Unclosed start tag "${tag}" at byte offset ${bytes(begin)}`);
      }
      const given = bare ? '' : value(begin);
      if (tag === 'a' && name === 'href') argument = given;
      if (tag === 'code' && name === 'class' && given.startsWith('language-')) argument = given.slice(9);
      if (tag === 'span' && name === 'class' && given.startsWith('tg-')) argument = given.slice(3);
      if (tag === 'tg-emoji' && name === 'emoji-id') argument = given;
      if (tag === 'blockquote' && name === 'expandable') argument = 'expandable';
    }
    if (tag === 'span' && argument !== 'spoiler')
      fail(`Tag "span" must have class "tg-spoiler" at byte offset ${bytes(begin)}`);
    open.push({ tag, argument, offset: text.length });
  };
  const endTag = (begin: number): void => {
    const last = open.at(-1);
    if (last === undefined) throw new ParseError(`Unexpected end tag at byte offset ${bytes(begin)}`);
    i++;
    const tag = word('>').toLowerCase();
    spaces();
    if (html[i] !== '>') fail(`Unclosed end tag at byte offset ${bytes(begin)}`);
    if (tag !== '' && tag !== last.tag)
      fail(`Unmatched end tag at byte offset ${bytes(begin)}, expected "</${last.tag}>", found "</${tag}>"`);
    open.pop();
    const entity = entityOf(last, text);
    if (entity === null) return;
    const inner = entities.at(-1);
    // A code block with a language is written as code within pre and is one entity.
    const isBlock = entity.type === 'pre' && inner?.type === 'code' && inner.offset === entity.offset;
    if (isBlock && inner.length === entity.length && inner.language !== undefined)
      entities[entities.length - 1] = { ...inner, type: 'pre' };
    else entities.push(entity);
  };
  while (i < html.length) {
    const char = html[i] === '&' ? decoded(html, i) : null;
    if (char !== null) {
      text += char.text;
      i = char.end;
    } else if (html[i] !== '<') {
      text += html.charAt(i++);
    } else {
      const begin = i++;
      if (html[i] === '/') endTag(begin);
      else startTag(begin);
      i++;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) fail(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return { text, entities };
};

const entityOf = ({ tag, argument, offset }: Open, text: string): Entity | null => {
  const length = text.length - offset;
  const type = TYPES[tag];
  if (length === 0 || type === undefined) return null;
  if (tag === 'a') {
    const url = linkOf(argument === '' ? text.slice(offset) : argument);
    return url === null ? null : { type, offset, length, url };
  }
  if (tag === 'blockquote')
    return { type: argument === '' ? 'blockquote' : 'expandable_blockquote', offset, length };
  if (tag === 'code' && argument !== '') return { type: 'code', offset, length, language: argument };
  return { type, offset, length };
};

/** An address that Telegram makes a link of; others stay text without one. */
export const linkOf = (address: string): string | null => {
  const url = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `http://${address}`;
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, href } = new URL(url);
  if (protocol === 'tg:' || protocol === 'ton:') return href;
  return /^(?:https?|ftp):$/.test(protocol) && hostname.includes('.') ? href : null;
};
