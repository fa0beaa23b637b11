import type { Instant } from '../../core/clock.ts';
import { rememberedChanges } from '../../query/changes/remember.ts';
import type { Services } from '../../query/services.ts';
import { composeDigest, type Digest, type Wanted } from './digest.ts';

/** What a first digest looks back on, in milliseconds. */
const FIRST = 24 * 3_600_000;

/** Where the first digest of an address begins. */
const firstSince = (until: Instant): Instant => new Date(Date.parse(until) - FIRST).toISOString();

export interface ComposeRequest {
  readonly subscription: Pick<Wanted, 'filters' | 'zone'>;
  /** Until when the last digest told; null: there was none. */
  readonly since: Instant | null;
  readonly until: Instant;
  readonly late: 'no' | 'late';
  readonly test: boolean;
}

/** Composes digests one after another; what changed is looked up once for all of one schedule. */
export const createDigestComposer = (services: Services): ((request: ComposeRequest) => Digest) => {
  const remembered = rememberedChanges(services);
  return ({ subscription: { filters, zone }, since, until, late, test }) => {
    const found = remembered({ after: since ?? firstSince(until), until });
    return composeDigest(
      { filters, zone, until, late: late === 'late', test, question: '/digest preview' },
      found.changes,
      found.services,
    );
  };
};
