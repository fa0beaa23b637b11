/** Longer addresses are no articles'. In UTF-16 units. */
const LONGEST_URL = 4_000;

/** Parameters that say where a reader came from, never what is read. Names in lower case. */
const TRACKING = new Set(
  [
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh mc_cid mc_eid mkt_tok',
    '_ga _gl _hsenc _hsmi ocid cmpid cmp ncid sr_share s_cid icid smid smtyp sfnsn ito xtor at_medium',
    'at_campaign at_custom1 at_custom2 ref ref_src ref_url referrer source src share shared feature',
    'traffic_source outputtype amp m usqp amp_js_v amp_gsa',
  ].flatMap(row => row.split(' ')),
);
const TRACKING_FAMILY = /^(?:utm|pk|mtm|hsa|vero|oly|wt|ns|at|stm)_/;

/** Hosts that serve the same pages to other devices, before a name that is still a name without them. */
const DEVICE_HOST = /^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.[^.])/;

const INDEX_FILE = /\/(?:index|default)\.(?:html?|php\d?|aspx?|jsp)$/i;
const AMP_ENDING = /(?:\/amp)+$|\.amp(?=\.html?$)|\.amp$/i;

/** A page as Google's and the AMP project's caches print its address: the site's own address stands in the path. */
const cachedAddress = (url: URL): string | null => {
  const { hostname, pathname } = url;
  const path =
    /^(?:www\.)?google\.[a-z.]{2,6}$/.test(hostname) && pathname.startsWith('/amp/')
      ? pathname.slice('/amp/'.length)
      : hostname.endsWith('.cdn.ampproject.org')
        ? pathname.replace(/^\/[a-z]\//, '')
        : null;
  const address = path?.replace(/^s\//, '') ?? '';
  return /^[^/]+\.[^/]+\//.test(address) ? `https://${address}` : null;
};

const isTracking = (name: string): boolean => {
  const lower = name.toLowerCase();
  return TRACKING.has(lower) || TRACKING_FAMILY.test(lower);
};

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The query without tracking, sorted; parameters that are there twice stay twice. */
const queryOf = (url: URL): string => {
  const kept = [...url.searchParams].filter(([name]) => name !== '' && !isTracking(name));
  const sorted = kept.toSorted(([a, x], [b, y]) => byCodeUnits(a, b) || byCodeUnits(x, y));
  return new URLSearchParams(sorted).toString();
};

/** Percent signs spelled one way: what needs none has none, the rest is in capitals. */
const plainPath = (path: string): string =>
  path.replace(/%[0-9a-f]{2}/gi, code => {
    const sign = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[A-Za-z0-9_.~-]/.test(sign) ? sign : code.toUpperCase();
  });

const pathOf = (pathname: string): string =>
  plainPath(pathname)
    .replace(/\/{2,}/g, '/')
    .replace(INDEX_FILE, '/')
    .replace(/(?<!\/)\/$/, '')
    .replace(AMP_ENDING, '');

const parse = (url: string): URL | null => {
  const parsed = url.length <= LONGEST_URL ? URL.parse(url.trim()) : null;
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.hostname !== '' ? parsed : null;
};

const simplify = (url: URL): string => {
  const cached = cachedAddress(url);
  if (cached !== null) return cached;
  const host = url.hostname.replace(/\.+$/, '').replace(DEVICE_HOST, '');
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  const query = queryOf(url);
  return `https://${host}${port}${pathOf(url.pathname) || '/'}${query === '' ? '' : `?${query}`}`;
};

/**
 * One spelling for all addresses of one page, to tell articles by; not to fetch from. Scheme, port, capitals and order
 * do not tell pages apart, nor do fragments, tracking, index files, closing slashes, and AMP and mobile variants. Names in
 * other scripts are punycode. Normalising twice is normalising once.
 * @returns null for what is no http or https address
 */
export const normaliseUrl = (url: string): string | null => {
  let parsed = parse(url);
  if (parsed === null) return null;
  let simple = simplify(parsed);
  // One step may uncover the next: an index file below /amp, a cached address of an AMP page. Each step shortens it.
  for (let last = url; simple !== last; ) {
    parsed = parse(simple);
    if (parsed === null) return null;
    last = simple;
    simple = simplify(parsed);
  }
  return simple;
};
