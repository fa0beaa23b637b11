import robotsParser from 'robots-parser';
import type { Clock } from '../../core/clock.ts';
import { decodeBody } from '../charset.ts';
import type { Failed, Fetched, RetryLater } from './fetched.ts';
import { WORDS } from './words.ts';

/** What a host's robots.txt lets us do. */
export interface Rules {
  readonly kind: 'rules';
  readonly allows: (url: URL) => boolean;
  /** Milliseconds of quiet it asks for between two requests; 0 when it asks for none. */
  readonly gap: number;
}

interface Kept {
  readonly rules: Promise<Rules | Failed | RetryLater>;
  until: number;
}

const DAY = 24 * 3_600_000;

/** How long a host whose robots.txt cannot be read is left alone. */
const UNREADABLE_FOR = 600_000;

/** A delay of minutes would stop a feed; whoever means "stay away" writes Disallow. In milliseconds. */
const LONGEST_GAP = 30_000;

const MOST_HOSTS = 1_000;

/**
 * Matching a pattern takes its length times that of the address, so a hostile file could hold everything up. Rules that
 * sites write have one or two wildcards and some 50 characters.
 */
const LONGEST_PATTERN = 200;
const MOST_PATTERNS = 1_000;

const EVERYTHING: Rules = { kind: 'rules', allows: () => true, gap: 0 };

/** The file without what would take long to match. */
const affordable = (text: string): string => {
  let patterns = 0;
  const keeps = (line: string): boolean =>
    !line.includes('*') || (line.length <= LONGEST_PATTERN && ++patterns <= MOST_PATTERNS);
  return text
    .split(/\r\n|\r|\n/)
    .filter(keeps)
    .join('\n');
};

const parse = (url: URL, text: string, agent: string): Rules => {
  const robots = robotsParser(url.href, affordable(text));
  const delay = robots.getCrawlDelay(agent) ?? 0;
  return {
    kind: 'rules',
    allows: page => robots.isAllowed(page.href, agent) !== false,
    gap: delay > 0 ? Math.min(delay * 1000, LONGEST_GAP) : 0,
  };
};

/** No robots.txt, by RFC 9309: the server answers 4xx, or leads on too often or to where nobody may go. */
const isAbsent = (fetched: Fetched): boolean =>
  fetched.kind === 'gone' ||
  fetched.kind === 'refused' ||
  (fetched.kind === 'failed' &&
    (fetched.code === 'redirects' ||
      (fetched.code === 'status' && fetched.status !== null && fetched.status < 500)));

const unreadable = (fetched: Fetched, url: URL): Failed | RetryLater => {
  if (fetched.kind === 'retry-later') return fetched;
  if (fetched.kind !== 'failed')
    return {
      kind: 'failed',
      code: 'protocol',
      reason: WORDS.robotsFailed(WORDS.notAsked),
      status: null,
      url: url.href,
    };
  // A host that is not there is not there, whichever of its pages was asked for.
  const sameForAll = fetched.status === null;
  return sameForAll ? fetched : { ...fetched, reason: WORDS.robotsFailed(fetched.reason) };
};

/**
 * The rules of each host, fetched once a day (RFC 9309). When they cannot be read nothing is fetched from the host for ten
 * minutes, unless they were read before: then the old ones hold.
 * @param agent the name that rules are looked up by
 */
export const createRobots = (
  agent: string,
  clock: Clock,
  fetch: (url: URL) => Promise<Fetched>,
): ((page: URL) => Promise<Rules | Failed | RetryLater>) => {
  const kept = new Map<string, Kept>();
  const now = (): number => clock.now().getTime();
  const read = async (url: URL, before: Kept | undefined): Promise<Rules | Failed | RetryLater> => {
    const fetched = await fetch(url);
    if (fetched.kind === 'fresh') return parse(url, decodeBody(fetched.bytes, fetched.contentType), agent);
    if (isAbsent(fetched)) return EVERYTHING;
    const old = await before?.rules;
    return old?.kind === 'rules' ? old : unreadable(fetched, url);
  };
  return async page => {
    const known = kept.get(page.origin);
    if (known !== undefined && now() < known.until) return known.rules;
    const url = new URL('/robots.txt', page);
    const entry: Kept = { rules: read(url, known), until: now() + DAY };
    if (kept.size >= MOST_HOSTS)
      for (const [origin, { until }] of kept) if (until <= now()) kept.delete(origin);
    kept.set(page.origin, entry);
    const rules = await entry.rules;
    if (rules.kind !== 'rules')
      entry.until = rules.kind === 'failed' && rules.code === 'stopped' ? 0 : now() + UNREADABLE_FOR;
    return rules;
  };
};
