import type { Instant } from '../core/clock.ts';

const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/**
 * The same instant, checked: instants of this one shape sort as text.
 * @throws RangeError for any other shape, which is a bug of the caller
 */
export const checkedInstant = (at: Instant): Instant => {
  if (!SHAPE.test(at) || Number.isNaN(Date.parse(at)))
    throw new RangeError(`no instant in UTC to the millisecond: "${at}"`);
  return at;
};

export const later = (at: Instant, seconds: number): Instant =>
  new Date(Date.parse(checkedInstant(at)) + seconds * 1_000).toISOString();
