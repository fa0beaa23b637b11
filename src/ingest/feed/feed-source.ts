/** Longer feeds are not read: 500 whole articles are a third of it. In UTF-16 units. */
export const LONGEST_FEED = 10_000_000;

const ROOT = /<(?:\w+:)?(rss|feed|rdf|html|opml|channel|urlset|sitemapindex)[\s>]/i;
const HEAD = 20_000;
const ITEM = /<(?:\w+:)?(?:item|entry)[\s/>]/gi;
/** No feed nests deeper; the parsers take time by the square of it. */
const DEEPEST = 500;
const MOST_TAGS = 200_000;
const LONGEST_TAG = 50_000;

/** Name of the outermost element, in lower case, if it is one that is known; of a page and a feed the first one counts. */
export const rootOf = (xml: string): string | null =>
  ROOT.exec(xml.slice(0, HEAD))?.[1]?.toLowerCase() ?? null;

/** Own entities may each be a thousand others: what declares one is not parsed. */
export const FEED_ROOTS: readonly string[] = ['rss', 'feed', 'rdf'];

/** Whether a text is meant as a feed, well-formed or not. */
export const isFeedSource = (text: string): boolean => {
  const source = text.replace(/^\ufeff/, '').trimStart();
  return FEED_ROOTS.includes(rootOf(source) ?? '') || /^\{[^{}[\]]{0,200}jsonfeed\.org\/version/.test(source);
};

export const declaresEntities = (xml: string): boolean => /<!ENTITY/i.test(xml);

/** XML without what stands in CDATA, where tags are none. */
const withoutCdata = (xml: string): string =>
  xml
    .split('<![CDATA[')
    .map((part, i) => (i === 0 ? part : part.slice(Math.max(0, part.indexOf(']]>')))))
    .join('');

/** Tags in tags, or more tags than any feed has. */
export const isHostile = (xml: string): boolean => {
  const tags = withoutCdata(xml);
  if (tags.split('<', MOST_TAGS + 1).length > MOST_TAGS) return true;
  let depth = 0;
  for (const [, close, rest = ''] of tags.matchAll(/<(\/?)[a-z]([^<>]*)/gi)) {
    if (rest.length > LONGEST_TAG) return true;
    if (rest.endsWith('/')) continue;
    depth = close === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return false;
};

/** Number of items it begins, read or not. */
export const countItems = (xml: string): number => xml.match(ITEM)?.length ?? 0;

const ENDS: Readonly<Record<string, string>> = {
  rss: '</channel></rss>',
  feed: '</feed>',
  rdf: '</rdf:RDF>',
};

/** The feed as if it ended after so many items. */
export const firstItems = (xml: string, most: number): string => {
  let seen = 0;
  for (const { index } of xml.matchAll(ITEM)) {
    seen += 1;
    if (seen > most) return xml.slice(0, index) + (ENDS[rootOf(xml) ?? ''] ?? '');
  }
  return xml;
};

export const isCutOff = (xml: string): boolean =>
  !/<\/(?:\w+:)?(?:rss|feed|rdf)\s*>/i.test(xml.slice(-2_000));

const UNITS: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

const MOST_MINUTES = 7 * 1_440;

/** Minutes between fetches as the head of a feed asks for them: `ttl`, or the period of the syndication module. */
export const ttlOf = (xml: string): number | null => {
  const head = xml.slice(0, HEAD);
  const ttl = /<ttl>\s*(\d{1,6})\s*<\/ttl>/i.exec(head)?.[1];
  const period = /<sy:updatePeriod>\s*(\w{1,10})\s*</i.exec(head)?.[1]?.toLowerCase() ?? '';
  const frequency = Number(/<sy:updateFrequency>\s*(\d{1,4})\s*</i.exec(head)?.[1] ?? 1);
  const unit = UNITS[period];
  const minutes = ttl !== undefined ? Number(ttl) : unit === undefined ? 0 : unit / Math.max(1, frequency);
  return minutes <= 0 ? null : Math.min(Math.ceil(minutes), MOST_MINUTES);
};

export const skipHoursOf = (xml: string): readonly number[] => {
  const list = /<skipHours>([\s\S]{0,2000}?)<\/skipHours>/i.exec(xml.slice(0, HEAD))?.[1] ?? '';
  const hours = [...list.matchAll(/<hour>\s*(\d{1,2})\s*</gi)].map(([, hour]) => Number(hour) % 24);
  return [...new Set(hours)].toSorted((a, b) => a - b);
};

const FEED_TYPE = /\btype\s*=\s*["']?application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)/i;

/** Feeds that a page links to, absolute, in the order of the page. */
export const feedsLinkedFrom = (html: string, url: string): readonly string[] =>
  [...html.slice(0, 500_000).matchAll(/<link\s([^<>]{0,2000})>/gi)]
    .map(([, attributes = '']) => attributes)
    .filter(attributes => /\brel\s*=\s*["']?[^"'>]*alternate/i.test(attributes) && FEED_TYPE.test(attributes))
    .map(attributes => /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(attributes))
    .map(
      href =>
        URL.parse((href?.[1] ?? href?.[2] ?? href?.[3] ?? '').replaceAll('&amp;', '&'), url)?.href ?? null,
    )
    .filter(href => href !== null && /^https?:/.test(href))
    .filter(href => href !== null);
