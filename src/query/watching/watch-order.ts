import type { Result } from '../../core/result.ts';
import { fail, ok } from '../../core/result.ts';
import type { WatchWish } from '../digests.ts';
import { namesOf, TOLL, type TypedNames, take, tollOf, ZONE, zoneOf } from '../order-words.ts';
import type { Services } from '../services.ts';

/** A watch as it was typed, with what was read into its names. */
export interface TypedWatch extends Pick<TypedNames, 'corrections' | 'choices'> {
  readonly wish: WatchWish;
}

const EXAMPLE = '/watch add Balochistan 5 quiet 22:00-06:00';
const DEFAULT_STEP = 5;
const DEFAULT_PER_HOUR = 6;

const GLUE =
  /\b(?:at|in|by|of|from|quiet(?: hours)?|min(?:imum)? toll|min|toll|killed|or more|at most|most)\b[:=]?/gi;
const QUIET = /(?<![\w:])(\d{1,2}:\d{2})\s*(?:-|–|to)\s*(\d{1,2}:\d{2})(?![\w:])/i;
const STEP = /\bstep\s+(\d{1,4})\b/i;
const PER_HOUR = /(?<![\w:])(\d{1,3})\s+(?:an|per)\s+hour\b/i;

const wallTime = (typed: string): string | null => {
  const [hour = 0, minute = 0] = typed.split(':').map(Number);
  return hour < 24 && minute < 60 ? typed.padStart(5, '0') : null;
};

const quietOf = (found: RegExpExecArray | null, zone: string): Result<WatchWish['quiet']> => {
  if (found === null) return ok(null);
  const [from, to] = [wallTime(found[1] ?? ''), wallTime(found[2] ?? '')];
  return from === null || to === null
    ? fail('question', `“${found[0]}” are no hours of a day; write them like 22:00-06:00.`)
    : ok({ from, to, zone });
};

/**
 * Reads "Balochistan, BLA 5 step 3 quiet 22:00-06:00 Asia/Karachi 6 an hour", in any order.
 * @param own the zone of those who name none
 * @returns a failure in one line that says what to write instead
 */
export const readWatch = (typed: string, own: string, services: Services): Result<TypedWatch> => {
  const [withoutZone, zoned] = take(typed, ZONE);
  const [withoutQuiet, quieted] = take(withoutZone, QUIET);
  const [withoutStep, stepped] = take(withoutQuiet, STEP);
  const [withoutCap, capped] = take(withoutStep, PER_HOUR);
  const [names, tolled] = take(withoutCap.replace(GLUE, ' '), TOLL);
  const zone = zoneOf(zoned?.[0], own);
  if (!zone.ok) return zone;
  const quiet = quietOf(quieted, zone.value);
  if (!quiet.ok) return quiet;
  const named = namesOf(names, EXAMPLE, services);
  if (!named.ok) return named;
  const { places, groups, corrections, choices } = named.value;
  const minToll = tollOf(tolled);
  if (places.length + groups.length === 0 && minToll === null)
    return fail('question', `Name a place, an armed group or a least number of killed: ${EXAMPLE}`);
  return ok({
    wish: {
      places,
      groups,
      minToll,
      step: Math.max(1, Number(stepped?.[1] ?? DEFAULT_STEP)),
      quiet: quiet.value,
      perHour: Math.max(1, Number(capped?.[1] ?? DEFAULT_PER_HOUR)),
    },
    corrections,
    choices,
  });
};
