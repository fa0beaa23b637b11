import ipaddr from 'ipaddr.js';

/**
 * Whom the fetcher may speak to. `public`: public addresses on the ports of the web. `open-loopback` is for tests alone:
 * this machine as well, on any port; everything else stays refused.
 */
export type Guard = 'public' | 'open-loopback';

/** Public by its number, and yet the host's own: Azure hands out credentials of the machine there. */
const METADATA: readonly string[] = ['168.63.129.16'];

/** The part of IPv6 that is handed out for public use; ranges outside it are for routers and machines nearby. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Words for the ranges that ipaddr.js tells apart; what has none is "reserved". */
const RANGES: Readonly<Record<string, string>> = {
  loopback: 'of this machine itself',
  private: 'private',
  uniqueLocal: 'private',
  linkLocal: 'link-local, where clouds keep their metadata',
  carrierGradeNat: 'inside a provider’s network',
  multicast: 'multicast',
  unspecified: 'of this machine itself',
  ipv4Mapped: 'an IPv4 address in another spelling',
  rfc6145: 'an IPv4 address in another spelling',
  rfc6052: 'an IPv4 address in another spelling',
  '6to4': 'an IPv4 address in another spelling',
  teredo: 'an IPv4 address in another spelling',
};

const isPublic = (address: ipaddr.IPv4 | ipaddr.IPv6, range: string): boolean =>
  range === 'unicast' &&
  !METADATA.includes(address.toString()) &&
  (address instanceof ipaddr.IPv4 || address.match(GLOBAL_IPV6));

/**
 * Whether an address, IPv4 or IPv6 without brackets, may be spoken to.
 * @returns null when it may, else what it is, in words that follow "its address is". What is not plainly public is
 * refused: a range that a later RFC reserves does harm only when it is let through.
 */
export const addressRefusal = (address: string, guard: Guard): string | null => {
  if (!ipaddr.isValid(address)) return 'none that can be read';
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (guard === 'open-loopback' && range === 'loopback') return null;
  return isPublic(parsed, range) ? null : (RANGES[range] ?? 'reserved');
};

/** Whether a host is an address and no name. Spellings such as 0x7f.1 are addresses once a URL has been parsed. */
export const isAddress = (host: string): boolean => ipaddr.isValid(host);
