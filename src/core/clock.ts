import type { Day } from './period.ts';

/** ISO 8601 in UTC, to the millisecond, as `Date.toISOString` writes it: sorts as text. */
export type Instant = string;

/** Where time comes from. Nothing else in the house reads the system clock. */
export interface Clock {
  readonly now: () => Date;
  /** The calendar day it is for the person asking. */
  readonly today: () => Day;
}

/** What a zone's clocks and calendars show at an instant. */
interface ZoneFormats {
  readonly day: Intl.DateTimeFormat;
  readonly time: Intl.DateTimeFormat;
}

/** A formatter takes some 60 KB outside the heap, where nobody collects it in time: each zone has its own two for good. */
const formats = new Map<string, ZoneFormats>();

const formatsOf = (zone: string): ZoneFormats => {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const fresh: ZoneFormats = {
    day: new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }),
    time: new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }),
  };
  formats.set(zone, fresh);
  return fresh;
};

/** Day of an instant in an IANA zone. */
export const dayIn = (zone: string, instant: Date): Day => formatsOf(zone).day.format(instant);

/** What the clocks of an IANA zone show at an instant, `HH:MM`. */
export const timeIn = (zone: string, instant: Date): string => formatsOf(zone).time.format(instant);

export const systemClock = (zone: string): Clock => ({
  now: () => new Date(),
  today: () => dayIn(zone, new Date()),
});

/** A clock that stands still at an instant, on the day that it is then in an IANA zone. */
export const standingClock = (zone: string, instant: Instant): Clock => ({
  now: () => new Date(instant),
  today: () => dayIn(zone, new Date(instant)),
});

/**
 * A clock that stands still at an ISO 8601 time. The day is the one the writer of the time sees:
 * `2025-03-01T01:00:00+05:00` is March 1, although it is still February in UTC.
 * @returns null when the text is no such time
 */
export const clockAt = (iso: string): Clock | null => {
  const shape = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(iso);
  const day = shape?.[1];
  if (day === undefined) return null;
  const hasZone = shape?.[5] !== undefined;
  const instant = new Date(shape?.[2] === undefined ? `${day}T23:59:59Z` : hasZone ? iso : `${iso}Z`);
  if (Number.isNaN(instant.getTime()) || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day)
    return null;
  return { now: () => new Date(instant), today: () => day };
};
