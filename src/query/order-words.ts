import type { ActorId } from '../core/actor.ts';
import type { PlaceId } from '../core/place.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { parseQuestion } from './parse.ts';
import type { Correction, PlaceChoice } from './plan.ts';
import type { Services } from './services.ts';

/** Names of an order, with what was read into them. */
export interface TypedNames {
  readonly places: readonly PlaceId[];
  readonly groups: readonly ActorId[];
  readonly corrections: readonly Correction[];
  readonly choices: readonly PlaceChoice[];
}

export const ZONE = /(?<!\S)(?:[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2}|UTC|GMT|[+-]\d{1,2}:?\d{0,2})(?!\S)/;
export const TOLL = /(?<![\w.,:/-])(?:>=\s?)?(\d{1,5})\+?(?![\w.:/-])/;

/** A least toll as typed; none and zero leave nothing out. */
export const tollOf = (found: RegExpExecArray | null): number | null => Number(found?.[1] ?? 0) || null;

/** Takes the first match out of the words. */
export const take = (
  words: string,
  pattern: RegExp,
): readonly [rest: string, found: RegExpExecArray | null] => {
  const found = pattern.exec(words);
  if (found === null) return [words, null];
  return [`${words.slice(0, found.index)} ${words.slice(found.index + found[0].length)}`, found];
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

/** @param own the zone of those who name none */
export const zoneOf = (typed: string | undefined, own: string): Result<string> => {
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

/** Places and groups; every other word is one too many. @param example a command that is right */
export const namesOf = (words: string, example: string, services: Services): Result<TypedNames> => {
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
    : fail('question', `“${first}” is no place and no armed group. Write it like ${example}`);
};
