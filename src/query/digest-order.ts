import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { Order } from './digests.ts';
import { namesOf, TOLL, type TypedNames, take, tollOf, ZONE, zoneOf } from './order-words.ts';
import type { Services } from './services.ts';

/** An order as it was typed, with what was read into its names. */
export interface TypedOrder extends Order, Pick<TypedNames, 'corrections' | 'choices'> {}

const EXAMPLE = '/digest subscribe 08:00 Asia/Karachi Balochistan 5';
const DEFAULT_TIME = '08:00';

/** Words that join the others. */
const GLUE = /\b(?:at|in|for|every day|daily|quiet days?|quiet|min(?:imum)? toll|min|toll)\b[:=]?/gi;

const TIME = /(?<![\w:/])(\d{1,2}):(\d{2})(?![\w:])|(?<![\w:/])(\d{1,2})\s?(am|pm)\b/i;
const QUIET = /\b(?:skip(?:ped)?|say(?: so)?)\b/i;
const CROSSPOST = /\b(no )?cross-?post\b/i;

const timeOf = (found: RegExpExecArray | null): Result<string> => {
  if (found === null) return ok(DEFAULT_TIME);
  const [typed, hour, minute, twelve, half] = found;
  const noon = half?.toLowerCase() === 'pm' ? 12 : 0;
  const hours = twelve === undefined ? Number(hour) : (Number(twelve) % 12) + noon;
  const isReal = hours < 24 && Number(minute ?? 0) < 60 && (twelve === undefined || Number(twelve) < 13);
  return isReal
    ? ok(`${String(hours).padStart(2, '0')}:${minute ?? '00'}`)
    : fail('question', `“${typed}” is no time of day; write it like 08:00 or 20:30.`);
};

/**
 * Reads "08:00 Asia/Karachi Balochistan, BLA 5 say so", in any order.
 * @param own the zone of those who name none
 * @returns a failure in one line that says what to write instead
 */
export const readOrder = (typed: string, own: string, services: Services): Result<TypedOrder> => {
  const [withoutZone, zoned] = take(typed.replace(GLUE, ' '), ZONE);
  const [withoutTime, timed] = take(withoutZone, TIME);
  const [withoutPost, posted] = take(withoutTime, CROSSPOST);
  const [withoutQuiet, quieted] = take(withoutPost, QUIET);
  const [names, tolled] = take(withoutQuiet, TOLL);
  const time = timeOf(timed);
  if (!time.ok) return time;
  const zone = zoneOf(zoned?.[0], own);
  if (!zone.ok) return zone;
  const named = namesOf(names, EXAMPLE, services);
  if (!named.ok) return named;
  const { places, groups, corrections, choices } = named.value;
  return ok({
    time: time.value,
    zone: zone.value,
    filters: {
      places,
      groups,
      minToll: tollOf(tolled),
      quiet: quieted !== null && /^say/i.test(quieted[0]) ? 'say' : 'skip',
      crosspost: posted !== null && posted[1] === undefined,
    },
    corrections,
    choices,
  });
};
