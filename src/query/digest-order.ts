import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { Filters, Order } from './digests.ts';
import { parseQuestion } from './parse.ts';
import type { Correction, PlaceChoice } from './plan.ts';
import type { Services } from './services.ts';

/** An order as it was typed, with what was read into its names. */
export interface TypedOrder extends Order {
  readonly corrections: readonly Correction[];
  readonly choices: readonly PlaceChoice[];
}

const DEFAULT_TIME = '08:00';

/** Words that join the others. */
const GLUE = /\b(?:at|in|for|every day|daily|quiet days?|quiet|min(?:imum)? toll|min|toll)\b[:=]?/gi;

const TIME = /(?<![\w:/])(\d{1,2}):(\d{2})(?![\w:])|(?<![\w:/])(\d{1,2})\s?(am|pm)\b/i;
const ZONE = /(?<!\S)(?:[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2}|UTC|GMT|[+-]\d{1,2}:?\d{0,2})(?!\S)/;
const TOLL = /(?<![\w.,:/-])(?:>=\s?)?(\d{1,5})\+?(?![\w.:/-])/;
const QUIET = /\b(?:skip(?:ped)?|say(?: so)?)\b/i;
const CROSSPOST = /\b(no )?cross-?post\b/i;

/** Takes the first match out of the words. */
const take = (words: string, pattern: RegExp): readonly [rest: string, found: RegExpExecArray | null] => {
  const found = pattern.exec(words);
  if (found === null) return [words, null];
  return [`${words.slice(0, found.index)} ${words.slice(found.index + found[0].length)}`, found];
};

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

const LETTERS_OF_A_CITY = 4;

/** Zones whose city begins as the typed one does. */
const zonesNear = (typed: string): readonly string[] => {
  const city = (zone: string): string =>
    (zone.split('/').at(-1) ?? '').toLowerCase().slice(0, LETTERS_OF_A_CITY);
  return Intl.supportedValuesOf('timeZone').filter(zone => city(zone) === city(typed));
};

/** "asia/kolkata" as it is written; the library would make it Asia/Calcutta, which nobody writes. */
const capitalised = (zone: string): string =>
  zone.replace(/(^|[/_])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());

const zoneOf = (typed: string | undefined, own: string): Result<string> => {
  if (typed === undefined) return ok(own);
  try {
    // An offset is no zone: it knows of no summer time.
    if (/^[A-Za-z]/.test(typed)) {
      const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: typed }).resolvedOptions();
      return ok(timeZone.toLowerCase() === typed.toLowerCase() ? timeZone : capitalised(typed));
    }
  } catch {
    // Said below.
  }
  const near = zonesNear(typed).slice(0, 3);
  const hint = near.length === 0 ? 'write one like Asia/Karachi or UTC' : `perhaps ${near.join(' or ')}`;
  return fail('question', `“${typed}” is no time zone by its IANA name; ${hint}.`);
};

/** Places and groups; every other word is one too many. */
const namesOf = (
  words: string,
  services: Services,
): Result<Pick<TypedOrder, 'corrections' | 'choices'> & Pick<Filters, 'places' | 'groups'>> => {
  const plan = parseQuestion(words, services, 'incident');
  if (!plan.ok) return plan;
  const { places, actors, corrections, choices } = plan.value;
  const { rest, periods, bodies, typeWords, victims, peopleWords } = plan.value;
  const strange = [
    ...rest,
    ...periods.map(() => 'a period'),
    ...bodies.map(({ name }) => name),
    ...typeWords,
    ...(victims === null ? [] : [victims.word]),
    ...peopleWords,
  ];
  const [first] = strange;
  return first === undefined
    ? ok({ places, groups: actors.map(({ id }) => id), corrections, choices })
    : fail(
        'question',
        `“${first}” is no place and no armed group. A digest takes a time, a zone, places, groups and a least toll: /digest subscribe 08:00 Asia/Karachi Balochistan 5`,
      );
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
  const named = namesOf(names, services);
  if (!named.ok) return named;
  const { places, groups, corrections, choices } = named.value;
  const toll = tolled?.[1];
  return ok({
    time: time.value,
    zone: zone.value,
    filters: {
      places,
      groups,
      minToll: toll === undefined || Number(toll) === 0 ? null : Number(toll),
      quiet: quieted !== null && /^say/i.test(quieted[0]) ? 'say' : 'skip',
      crosspost: posted !== null && posted[1] === undefined,
    },
    corrections,
    choices,
  });
};
