import { addressRefusal, type Guard, isAddress } from './addresses.ts';
import type { Refusal, Refused } from './fetched.ts';
import { WORDS } from './words.ts';

/** Names that mean a machine nearby on every network, and those under which clouds keep their metadata. */
const LOCAL_NAMES: readonly string[] = [
  'localhost',
  'localdomain',
  'local',
  'internal',
  'intranet',
  'lan',
  'home.arpa',
  'metadata.goog',
];

/** In characters; what is longer comes from a loop that adds to it, and most servers refuse it. */
const LONGEST_URL = 2_000;

/** A name without a dot is one of the local network too: `redis`, `router`. */
const isLocalName = (host: string): boolean =>
  !host.includes('.') || LOCAL_NAMES.some(name => host === name || host.endsWith(`.${name}`));

const isLoopbackName = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost');

/** Host of a URL as it is looked up: without the brackets of IPv6. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

const refused = (url: string, code: Refusal, reason: string): Refused => ({
  kind: 'refused',
  code,
  reason,
  url,
});

const hostRefusal = (url: URL, guard: Guard): Refused | null => {
  const host = hostOf(url);
  if (isAddress(host)) {
    const kind = addressRefusal(host, guard);
    return kind === null ? null : refused(url.href, 'address', WORDS.address(url.hostname, kind));
  }
  if (guard === 'open-loopback' && isLoopbackName(host)) return null;
  return isLocalName(host) ? refused(url.href, 'address', WORDS.localName(url.hostname)) : null;
};

/**
 * Whether the fetcher may ask for a URL, as far as the URL itself tells. What its name resolves to is checked when it is
 * looked up, and again when the connection stands (`connect.ts`).
 * @returns null when it may
 */
const urlRefusal = (url: URL, guard: Guard): Refused | null => {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refused(url.href, 'scheme', WORDS.scheme(url.protocol.slice(0, -1)));
  if (url.username !== '' || url.password !== '')
    return refused(`${url.origin}${url.pathname}`, 'credentials', WORDS.credentials);
  if (guard === 'public' && !['', '80', '443'].includes(url.port))
    return refused(url.href, 'port', WORDS.port(url.port));
  return hostRefusal(url, guard);
};

/** A URL that may be asked for, without its fragment, or why it may not. */
export const admit = (text: string, base: URL | undefined, guard: Guard): URL | Refused => {
  if (text.length > LONGEST_URL)
    return refused(text.slice(0, LONGEST_URL), 'url', WORDS.longUrl(LONGEST_URL));
  if (!URL.canParse(text, base?.href)) return refused(text, 'url', WORDS.noUrl);
  const url = new URL(text, base?.href);
  url.hash = '';
  // "example.org." is example.org to DNS; certificates, and turns by host, know it without the dot alone.
  url.hostname = url.hostname.replace(/(?<!\.)\.+$/, '');
  const refusal = urlRefusal(url, guard);
  if (refusal !== null) return refusal;
  return base?.protocol === 'https:' && url.protocol === 'http:'
    ? refused(url.href, 'downgrade', WORDS.downgrade)
    : url;
};
