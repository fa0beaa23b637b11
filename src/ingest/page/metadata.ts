import { cleanText } from '../../text/clean.ts';
import { normaliseUrl } from '../identity/normalise-url.ts';
import { readDate } from '../read-date.ts';
import type { PageElement } from './dom.ts';
import type { DescribedArticle } from './json-ld.ts';

/** What a page says of its article outside the text; null where it does not. */
export interface Metadata {
  readonly title: string | null;
  /** As `readDate` gives it. */
  readonly published: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  /** Absolute. The address that the page says is its own, or the one it was found at. */
  readonly url: string;
}

const LONGEST_FIELD = 400;

const PUBLISHED = [
  ...['article:published_time', 'og:article:published_time', 'og:published_time', 'datePublished', 'pubdate'],
  ...[
    'publishdate',
    'publish-date',
    'publish_date',
    'published_time',
    'date',
    'DC.date.issued',
    'DC.date',
    'dc.date',
  ],
  ...[
    'dcterms.created',
    'dcterms.issued',
    'dcterms.date',
    'DC.date.created',
    'sailthru.date',
    'parsely-pub-date',
  ],
  ...['cXenseParse:recs:publishtime', 'article.published', 'originalPublicationDate', 'release_date'],
];

const tidy = (text: string | null | undefined): string | null => {
  const clean = cleanText(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return clean === '' || clean.length > LONGEST_FIELD ? null : clean;
};

/** Contents of `meta` elements by their name, property or itemprop, in lower case; the first of a name counts. */
const metaOf = (root: PageElement): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const meta of root.querySelectorAll('meta')) {
    const content = meta.getAttribute('content')?.trim() ?? '';
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase() ?? '';
      if (name !== '' && content !== '' && !found.has(name)) found.set(name, content);
    }
  }
  return found;
};

const first = <T>(candidates: Iterable<T | null | undefined>): T | null => {
  for (const each of candidates) if (each !== null && each !== undefined) return each;
  return null;
};

/** "/2024/11/09/", "/2024-11-09-", "/20241109/" */
const dayInUrl = (url: string): string | null => {
  const found = /[/_-](20\d{2})([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(
    URL.parse(url)?.pathname ?? '',
  );
  return found === null ? null : readDate(`${found[1]}-${found[3]}-${found[4]}`);
};

function* publishedCandidates(
  root: PageElement,
  meta: ReadonlyMap<string, string>,
  described: DescribedArticle | null,
): Generator<string | null | undefined> {
  yield described?.datePublished;
  for (const name of PUBLISHED) yield meta.get(name.toLowerCase());
  for (const element of root.querySelectorAll(
    '[itemprop="datePublished"], time[pubdate], time.published, article time, time',
  ))
    yield element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent;
}

const publishedOf = (
  root: PageElement,
  meta: ReadonlyMap<string, string>,
  described: DescribedArticle | null,
  url: string,
): string | null => {
  for (const candidate of publishedCandidates(root, meta, described)) {
    const read = readDate(candidate ?? '');
    if (read !== null) return read;
  }
  return dayInUrl(url);
};

const withoutSite = (title: string | null, site: string | null): string | null => {
  if (title === null) return null;
  const cut = /^(.{10,}?)\s+[|–—»·-]\s+([^|–—»·]{2,60})$/.exec(title);
  const [, head, tail] = cut ?? [];
  if (head === undefined || tail === undefined) return title;
  // "Blast in Quetta - five killed" has a tail too: only the site's own name and a bar are cut.
  const isSite = site !== null && tail.toLowerCase().includes(site.toLowerCase());
  return isSite || / \| [^|]*$/.test(title) ? head : title;
};

const headingOf = (root: PageElement): string | null => {
  const headings = [...root.querySelectorAll('h1')]
    .map(each => tidy(each.textContent))
    .filter(each => each !== null);
  return headings.length === 1 ? (headings[0] ?? null) : null;
};

const siteOf = (url: string): string | null => URL.parse(normaliseUrl(url) ?? '')?.hostname ?? null;

/** Where the page says that it lives, on its own site: a page must not take the place of another site's. */
const canonicalOf = (root: PageElement, meta: ReadonlyMap<string, string>, url: string): string => {
  const claimed = first([
    root.querySelector('link[rel~="canonical"]')?.getAttribute('href'),
    meta.get('og:url'),
  ]);
  const canonical = claimed === null ? null : URL.parse(claimed, url);
  if (canonical === null || siteOf(canonical.href) === null || siteOf(canonical.href) !== siteOf(url))
    return url;
  // Front pages as canonical addresses are a common slip: all articles of a site would be one.
  const isFront = canonical.pathname === '/' && canonical.search === '';
  return isFront && URL.parse(url)?.pathname !== '/' ? url : canonical.href;
};

const publisherOf = (meta: ReadonlyMap<string, string>, described: DescribedArticle | null): string | null =>
  tidy(
    first([
      meta.get('og:site_name'),
      described?.publisher,
      meta.get('application-name'),
      meta.get('dc.publisher'),
      meta.get('publisher'),
      meta.get('twitter:app:name:iphone'),
    ]),
  );

const authorOf = (
  root: PageElement,
  meta: ReadonlyMap<string, string>,
  described: DescribedArticle | null,
): string | null => {
  const isName = (text: string | null | undefined): boolean =>
    text !== null && text !== undefined && !/^https?:|^@/.test(text);
  return tidy(
    [
      described?.author,
      meta.get('author'),
      meta.get('article:author'),
      meta.get('dc.creator'),
      root.querySelector('[rel="author"], [itemprop="author"]')?.textContent,
    ].find(isName),
  );
};

/** Title, day, publisher, author and address of a page. To be read before anything is taken out of it. */
export const readMetadata = (
  root: PageElement,
  described: DescribedArticle | null,
  url: string,
): Metadata => {
  const meta = metaOf(root);
  const publisher = publisherOf(meta, described);
  const title = first(
    [
      described?.headline,
      meta.get('og:title'),
      headingOf(root),
      meta.get('twitter:title'),
      root.querySelector('title')?.textContent,
    ].map(tidy),
  );
  return {
    title: withoutSite(title, publisher),
    published: publishedOf(root, meta, described, url),
    publisher,
    author: authorOf(root, meta, described),
    url: canonicalOf(root, meta, url),
  };
};
