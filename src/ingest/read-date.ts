import { dayFrom } from '../text/days.ts';
import { MONTH, monthNumber } from '../text/months.ts';

/** Zones by the names that feeds and pages print. Of names that several zones share the most printed one counts. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ...['z', 'ut', 'utc', 'gmt', 'wet'].map(name => [name, 'Z'] as const),
  ...['bst', 'cet', 'west', 'wat'].map(name => [name, '+01:00'] as const),
  ...['cest', 'eet', 'sast', 'cat'].map(name => [name, '+02:00'] as const),
  ...['eest', 'msk', 'eat', 'trt'].map(name => [name, '+03:00'] as const),
  ...([
    ['irst', '+03:30'],
    ['gst', '+04:00'],
    ['aft', '+04:30'],
    ['pkt', '+05:00'],
    ['ist', '+05:30'],
    ['npt', '+05:45'],
    ['bdt', '+06:00'],
    ['ict', '+07:00'],
    ['hkt', '+08:00'],
    ['sgt', '+08:00'],
    ['jst', '+09:00'],
    ['aest', '+10:00'],
    ['aedt', '+11:00'],
    ['ast', '-04:00'],
    ['edt', '-04:00'],
    ['est', '-05:00'],
    ['cdt', '-05:00'],
    ['cst', '-06:00'],
    ['mdt', '-06:00'],
    ['mst', '-07:00'],
    ['pdt', '-07:00'],
    ['pst', '-08:00'],
  ] as const),
]);

const TIME =
  '(?:,?\\s*(?:T|at\\b|[-|,])?\\s*(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d{1,9})?)?\\s*(?<half>[ap]\\.?m\\b\\.?)?\\s*(?<zone>Z|(?:GMT|UTC)?\\s?[+-]\\d{2}:?\\d{2}|[A-Z]{2,5})?(?:\\s*\\([^)]{1,40}\\))?)?';
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,?\\s+)?';
const NAMED = `(?<month>${MONTH})`;

/** Ways to print a day, and perhaps an hour, and nothing else. */
const SHAPES = [
  `(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})${TIME}`,
  `(?<year>\\d{4})/(?<month>\\d{1,2})/(?<day>\\d{1,2})${TIME}`,
  `(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:T(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})?(?<zone>Z|[+-]\\d{4})?)?`,
  `${WEEKDAY}(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${NAMED},?[\\s-]+(?<year>\\d{4}|\\d{2})${TIME}`,
  `${WEEKDAY}${NAMED}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})${TIME}`,
  `(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})${TIME}`,
  `(?<first>\\d{1,2})[/-](?<second2>\\d{1,2})[/-](?<year>\\d{4})${TIME}`,
].map(shape => new RegExp(`^${shape}$`, 'i'));

/** Longer texts are no dates. */
const LONGEST = 80;

/** News on the web, and neither the year 0 of an empty field nor the year 20024 of a slip. */
const [FIRST_YEAR, LAST_YEAR] = [1990, 2100];

type Groups = Readonly<Record<string, string | undefined>>;

/** "03/04/2024" is April in one country and March in another: unknown. "25/04/2024" is one day alone. */
const dayAndMonth = (groups: Groups): { day: number; month: number } | null => {
  const { first, second2, day, month } = groups;
  if (first === undefined || second2 === undefined)
    return {
      day: Number(day),
      month: /^\d/.test(month ?? '') ? Number(month) : (monthNumber(month ?? '') ?? 0),
    };
  const [a, b] = [Number(first), Number(second2)];
  if (a > 12 || a === b) return { day: a, month: b };
  return b > 12 ? { day: b, month: a } : null;
};

const yearOf = (year: string): number =>
  year.length === 2 ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year);

/** "+05:00", "Z", or nothing for an hour in no zone that is known. */
const zoneOf = (zone: string): string => {
  const offset = /([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (offset === null) return ZONES.get(zone.toLowerCase()) ?? '';
  const [, sign = '', hours = '', minutes = ''] = offset;
  if (Number(hours) > 14 || Number(minutes) > 59) return '';
  return hours === '00' && minutes === '00' ? 'Z' : `${sign}${hours}:${minutes}`;
};

const hoursOf = (hour: string, half: string | undefined): number =>
  half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);

const clockOf = ({ hour, minute, second, half, zone }: Groups): string | null => {
  if (hour === undefined || minute === undefined) return '';
  const hours = hoursOf(hour, half);
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return null;
  const seconds = String(Math.min(Number(second ?? 0), 59)).padStart(2, '0');
  return `T${String(hours).padStart(2, '0')}:${minute}:${seconds}${zoneOf(zone ?? '')}`;
};

const inRange = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

/** Seconds or milliseconds since 1970. */
const fromEpoch = (digits: string): string | null => {
  const date = new Date(Number(digits) * (digits.length === 10 ? 1000 : 1));
  return inRange(date.getUTCFullYear()) ? `${date.toISOString().slice(0, 19)}Z` : null;
};

/**
 * A moment of publication as feeds and pages print it: ISO 8601, RFC 822 with its variants, in words, in numbers, epoch.
 * @returns `YYYY-MM-DD` where no hour is printed, otherwise an ISO 8601 time in the zone that is printed, so that its day
 * is the day of print; without a zone where none is known. Null for anything else, and for a day that could be two.
 */
export const readDate = (text: string): string | null => {
  const printed = text.trim().replace(/\s+/g, ' ');
  if (printed.length > LONGEST) return null;
  if (/^(?:\d{10}|\d{13})$/.test(printed)) return fromEpoch(printed);
  for (const shape of SHAPES) {
    const groups = shape.exec(printed)?.groups;
    if (groups === undefined) continue;
    const parts = dayAndMonth(groups);
    const year = yearOf(groups.year ?? '');
    const day = parts === null || !inRange(year) ? null : dayFrom(year, parts.month, parts.day);
    const clock = clockOf(groups);
    return day === null || clock === null ? null : `${day}${clock}`;
  }
  return null;
};
