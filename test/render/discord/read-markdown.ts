/** A stretch of a message as a person sees it. `text` is plain; all others are something that Discord made of signs. */
export interface Seen {
  readonly kind: string;
  readonly text: string;
}

/** What begins a line, and is taken away. */
const LINE: readonly [kind: string, pattern: RegExp][] = [
  ['subtext', /^-# +(?=\S)/],
  ['heading', /^#{1,3} +(?=\S)/],
  ['quote', /^>(?:>>)? /],
  ['list', /^\s*(?:[-*+]|\d+\.) +(?=\S)/],
];

/** What Discord reads inside a line, the first that fits where it stands. The first group is what is shown. */
const INLINE: readonly [kind: string, pattern: RegExp][] = [
  ['text', /^\\([^0-9A-Za-z\s])/],
  ['link', /^\[((?:\\.|[^\\\]])+)\]\(<(https?:[^<>\s]+)>\)/],
  ['link', /^\[((?:\\.|[^\\\]])+)\]\((https?:[^()\s]+)\)/],
  ['address', /^<(https?:[^<>\s]+)>/],
  ['time', /^<t:(-?\d+)(?::[tTdDfFR])?>/],
  ['mention', /^<(@[!&]?\d+|#\d+|a?:\w+:\d+|id:\w+|\/[\w -]+:\d+)>/],
  ['mention', /^(@everyone|@here)/],
  ['address', /^(https?:\/\/[^\s<]+)/],
  ['code', /^(`+)[\s\S]*?[^`]\1(?!`)/],
  ['strong', /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/],
  ['underline', /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/],
  ['strike', /^~~((?:\\[\s\S]|[^\\])+?)~~/],
  ['spoiler', /^\|\|((?:\\[\s\S]|[^\\])+?)\|\|/],
  ['emphasis', /^\*(?=\S)((?:\\[\s\S]|[^\\*])+?)\*(?!\*)/],
  ['emphasis', /^_((?:\\[\s\S]|[^\\_])+?)_(?!\w)/],
  ['emoji', /^(:[^\s:]+:)/],
];

/** Inside these, signs mean what they mean outside. */
const NESTED = ['link', 'strong', 'underline', 'strike', 'spoiler', 'emphasis'];

const inline = (line: string): readonly Seen[] => {
  const seen: Seen[] = [];
  let rest = line;
  while (rest !== '') {
    const found = INLINE.map(([kind, pattern]) => ({ kind, match: pattern.exec(rest) })).find(
      ({ match }) => match !== null,
    );
    const inner = found?.match?.[1] ?? rest.slice(0, 1);
    const kind = found?.kind ?? 'text';
    const text = NESTED.includes(kind)
      ? inline(inner)
          .map(part => part.text)
          .join('')
      : inner;
    const last = seen.at(-1);
    if (last !== undefined && last.kind === 'text' && kind === 'text')
      seen[seen.length - 1] = { kind, text: last.text + text };
    else seen.push({ kind, text });
    rest = rest.slice(found?.match?.[0].length ?? 1);
  }
  return seen;
};

/** A line of a message as Discord shows it: what it is, then what stands in it. */
export const readLine = (line: string): readonly Seen[] => {
  for (const [kind, pattern] of LINE) {
    const match = pattern.exec(line);
    if (match !== null) return [{ kind, text: '' }, ...inline(line.slice(match[0].length))];
  }
  return inline(line);
};

/** All that can be read in a line. */
export const shownText = (line: string): string =>
  readLine(line)
    .map(({ text }) => text)
    .join('');
