import type { Instant } from '../core/clock.ts';
import type { Day } from '../core/period.ts';

/** One daily occasion: the local day that names it, and when it falls due. */
export interface Due {
  readonly day: Day;
  readonly at: Instant;
}

/**
 * A doubled wall time is meant the first time; a skipped one becomes the first minute after the gap.
 * @returns null for a day that the zone skips
 */
const onDay = (day: Temporal.PlainDate, time: Temporal.PlainTime, zone: string): Temporal.Instant | null => {
  const wall = day.toPlainDateTime(time);
  const first = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (first.toPlainDateTime().equals(wall)) return first.toInstant();
  const after = first.getTimeZoneTransition('next');
  return after?.toPlainDate().equals(day) === true ? after.toInstant() : null;
};

/**
 * The first occasion after a moment. Each local day has one, whatever its clocks do.
 * @param time wall time, `HH:MM`
 * @param zone IANA name
 * @throws RangeError for a time or a zone that is none
 */
export const nextDue = (time: string, zone: string, after: Instant): Due => {
  const [moment, wall] = [Temporal.Instant.from(after), Temporal.PlainTime.from(time)];
  // A zone that crosses the date line to the east has a day twice: the day before may still be to come.
  let day = moment.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 });
  for (;;) {
    const due = onDay(day, wall, zone);
    if (due !== null && Temporal.Instant.compare(due, moment) > 0)
      return { day: day.toString(), at: new Date(due.epochMilliseconds).toISOString() };
    day = day.add({ days: 1 });
  }
};
