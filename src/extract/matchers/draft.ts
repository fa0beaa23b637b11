import type { Measure, Quantity, VictimClass } from '../../core/figure.ts';
import type { People } from '../units/group.ts';
import type { Shape } from '../units/units.ts';
import type { Running } from './running.ts';

/** What a matcher reads: a count and what happened, still without place, time and body. Word indexes count in the sentence's line. */
export interface Draft {
  readonly rule: string;
  readonly measure: Measure;
  readonly quantity: Quantity;
  /** Who is counted; null where it is happenings that are. */
  readonly people: People | null;
  /** Words of the count. */
  readonly from: number;
  readonly to: number;
  /** Words that say what happened. */
  readonly verb: { readonly from: number; readonly to: number };
  /** Counts read by one match belong to one statement: "five policemen and two guards were killed". */
  readonly statement: string;
  /** `part`: of a total named before it or in the same match. `superseded`: "from 14". `earlier`: compared with an earlier period. */
  readonly role: 'total' | 'part' | 'superseded' | 'earlier';
  /** "believed wounded": said to be so, not known. */
  readonly hedged: boolean;
  /** Sides counted together, where more than one is ("2,500 civilians, security personnel and militants"); null: the people's own. */
  readonly sides: readonly VictimClass[] | null;
}

/** One way print states a figure: a pattern over a sentence's shape, and what its match means. */
export interface Matcher {
  readonly name: string;
  /** Flags `dg`; named groups give the units. Bounded, so that time grows with length alone. */
  readonly pattern: RegExp;
  readonly read: (match: UnitMatch, shape: Shape, running: Running) => readonly Draft[];
}

/** Where the named groups of a match stand, as indexes of units. */
export interface UnitMatch {
  readonly start: number;
  readonly end: number;
  /** First unit of a group; null when it took no part. */
  readonly at: (group: string) => number | null;
  /** Unit after the last of a group. */
  readonly after: (group: string) => number | null;
}

export const unitMatch = (match: RegExpExecArray): UnitMatch => ({
  start: match.index,
  end: match.index + match[0].length,
  at: group => match.indices?.groups?.[group]?.[0] ?? null,
  after: group => match.indices?.groups?.[group]?.[1] ?? null,
});

/** Whether both read the same count for the same measure. */
export const clashes = (a: Draft, b: Draft): boolean =>
  a.measure === b.measure && a.from < b.to && b.from < a.to;

/** Runs a pattern over the sentence; a match that reads nothing does not hide one that starts inside it. */
export const each = (pattern: RegExp, letters: string, read: (match: RegExpExecArray) => boolean): void => {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(letters); match !== null; match = pattern.exec(letters)) {
    const used = read(match);
    pattern.lastIndex = used ? Math.max(match.index + 1, match.index + match[0].length - 1) : match.index + 1;
  }
};
