import type { SQLInputValue } from 'node:sqlite';
import type { Period } from '../core/period.ts';
import type { PlaceId } from '../core/place.ts';

/** A condition over table `t` and the values it names. */
export interface Condition {
  readonly sql: string;
  readonly values: Readonly<Record<string, SQLInputValue>>;
}

export const equals = (column: string, value: SQLInputValue): Condition => ({
  sql: `t.${column} = :${column}`,
  values: { [column]: value },
});

/** The list travels as one JSON value, so that the statement is the same for any number of them. */
export const oneOf = (column: string, values: readonly string[]): Condition => ({
  sql: `t.${column} IN (SELECT value FROM json_each(:${column}))`,
  values: { [column]: JSON.stringify(values) },
});

/**
 * The place and all it contains: '0' is the character after '/'. The first two are one range of the index; the last
 * takes out of it what only begins with the same letters ("pk/balochistan-east").
 */
export const inPlace = (place: PlaceId): Condition => ({
  sql: `t.place >= :place AND t.place < :place || '0' AND (t.place = :place OR t.place > :place || '/')`,
  values: { place },
});

/** A period that lies within also begins within: said as well, since the index can then stop at the end. */
export const inPeriod = (period: Period): Condition => ({
  sql: 't.period_from BETWEEN :within_from AND :within_to AND t.period_to <= :within_to',
  values: { within_from: period.from, within_to: period.to },
});

export const sharingADay = (period: Period): Condition => ({
  sql: 't.period_from <= :overlap_to AND t.period_to >= :overlap_from',
  values: { overlap_from: period.from, overlap_to: period.to },
});

/** All of them; a field of a filter that is absent narrows nothing. */
export const all = (conditions: readonly (Condition | null)[]): Condition => {
  const given = conditions.filter(condition => condition !== null);
  return {
    sql: given.map(condition => condition.sql).join(' AND '),
    values: Object.assign({}, ...given.map(condition => condition.values)),
  };
};

/** The condition for a field of a filter, null when the field is absent. */
export const when = <T>(value: T | undefined, condition: (value: T) => Condition): Condition | null =>
  value === undefined ? null : condition(value);
