/** What Telegram shows of HTML, by its documented rules. */
export interface Shown {
  readonly text: string;
  readonly entities: readonly {
    readonly tag: string;
    readonly start: number;
    readonly end: number;
    readonly href: string | null;
  }[];
}

const NAMED: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const TOKEN = /<(\/?)([a-z-]+)((?:\s+[a-z]+(?:="[^"<>]*")?)*)>|(&(?:amp|lt|gt|quot);)|([^<>&])|([\s\S])/gu;
const TAGS = ['b', 'i', 'u', 's', 'a', 'code', 'pre', 'blockquote'];
/** What may stand in what: nothing in code, no quote in a quote. */
const mayNest = (outer: readonly string[], tag: string): boolean =>
  !outer.includes('pre') && !outer.includes('code') && !outer.includes(tag);

/** @throws on what Telegram refuses: unknown tags, stray signs, tags that are not closed or closed by others */
export const readHtml = (html: string): Shown => {
  const open: { tag: string; start: number; href: string | null }[] = [];
  const entities: Shown['entities'][number][] = [];
  let text = '';
  for (const [whole, slash, tag = '', attributes = '', entity, plain, stray] of html.matchAll(TOKEN)) {
    if (stray !== undefined) throw new Error(`stray ${JSON.stringify(stray)}`);
    if (plain !== undefined) text += plain;
    else if (entity !== undefined) text += NAMED[entity] ?? '';
    else if (slash === '/') {
      const last = open.pop();
      if (last?.tag !== tag) throw new Error(`unmatched end tag ${whole}`);
      if (last.start === text.length) throw new Error(`nothing in ${tag}`);
      entities.push({ ...last, end: text.length });
    } else {
      if (!TAGS.includes(tag)) throw new Error(`unsupported start tag "${tag}"`);
      const outer = open.map(each => each.tag);
      if (!mayNest(outer, tag)) throw new Error(`${tag} in ${outer.join(' ')}`);
      const href = /href="([^"]*)"/.exec(attributes)?.[1] ?? null;
      const address = href?.replace(/&(?:amp|lt|gt|quot);/g, each => NAMED[each] ?? '') ?? null;
      open.push({ tag, start: text.length, href: address });
    }
  }
  if (open.length > 0) throw new Error(`unclosed start tag ${open.at(-1)?.tag}`);
  return { text, entities };
};
