import type { Bound } from '../../core/figure.ts';
import type { Line } from '../units/words.ts';
import type { Knowledge } from '../vocabulary.ts';
import { countedAfter, countedBefore } from './counted.ts';
import { boundBefore, type NumberWords, percentAt } from './percent.ts';
import type { TrendDraft, TrendMatcher } from './trend-draft.ts';

const draft = (
  rule: string,
  number: NumberWords,
  direction: TrendDraft['direction'],
  measure: TrendDraft['measure'],
): TrendDraft => ({
  rule,
  kind: 'growth',
  value: number.value,
  bound: number.bound,
  direction,
  measure,
  from: number.from,
  to: number.to,
  whole: null,
});

const MOST_BETWEEN = 4;

/** The word of change that leads to a number: "rose by", "a decline of", "up". */
const changeBefore = (line: Line, at: number, { lexicon }: Knowledge) => {
  for (let from = at - 1; from >= Math.max(0, at - MOST_BETWEEN); from--) {
    const found = lexicon.trends.change.longestAt(line.folded, from);
    const direction = found?.values[0];
    if (found !== null && direction !== undefined && from + found.length <= at) {
      const between = line.folded.slice(from + found.length, at);
      return between.every(word => /^(?:by|of|a|an|some|sharply|further)$/.test(word))
        ? { direction, from }
        : null;
    }
  }
  return null;
};

/** "in attacks", "of fatalities" behind a noun of change; else what stands before it is counted. */
const countedAround = (line: Line, verb: number, behind: number, knowledge: Knowledge) =>
  (/^(?:in|of)$/.test(line.folded[behind] ?? '') ? countedAfter(line, behind + 1, knowledge) : null) ??
  countedBefore(line, verb, knowledge);

/** "2,546 fatalities, a 66% increase": what grew is the figure before the comma. */
const apposed = (line: Line, from: number): boolean =>
  /^(?:a|an)$/.test(line.folded[from - 1] ?? '') || line.words[from - 1]?.text === ',';

/** Reads "fatalities rose by nearly 66 per cent", "a rise of 73% in attacks", "2,546 deaths, up 66 pc". */
export const changedBy: TrendMatcher = {
  name: 'changed-by',
  read: ({ shape: { line } }, knowledge) =>
    line.words.flatMap((_, at) => {
      const percent = percentAt(line, at, knowledge);
      const change = percent === null ? null : changeBefore(line, percent.from, knowledge);
      if (percent === null || change === null) return [];
      const comma = line.words[change.from - 1]?.text === ',';
      const counted =
        countedAround(line, change.from, percent.to, knowledge) ??
        (comma ? countedBefore(line, change.from - 1, knowledge) : null);
      const beside = comma || apposed(line, change.from);
      if (counted === null && !(beside && !/^(?:in|of)$/.test(line.folded[percent.to] ?? ''))) return [];
      return [
        {
          ...draft('changed-by', percent, change.direction, counted?.measure ?? null),
          from: Math.min(change.from, percent.from),
        },
      ];
    }),
};

/** Reads "a 73 % increase in attacks", "66 per cent fewer deaths", "2,546 fatalities, a 66% increase". */
export const percentChange: TrendMatcher = {
  name: 'percent-change',
  read: ({ shape: { line } }, knowledge) =>
    line.words.flatMap((_, at) => {
      const percent = percentAt(line, at, knowledge);
      if (percent === null) return [];
      for (let k = percent.to; k < percent.to + 3; k++) {
        const change = knowledge.lexicon.trends.change.longestAt(line.folded, k);
        const more = line.folded[k] === 'more' && k === percent.to;
        const direction = change?.values[0] ?? (more ? ('up' as const) : undefined);
        if (direction === undefined) {
          if (line.words[k]?.kind !== 'word') return [];
          continue;
        }
        const behind = k + (change?.length ?? 1);
        const compares = /^(?:more|fewer|higher|lower)$/.test(line.folded[k] ?? '');
        const after = compares ? countedAfter(line, behind, knowledge) : null;
        const counted = after ?? countedAround(line, percent.from, behind, knowledge);
        const beside = apposed(line, percent.from) && !/^(?:in|of)$/.test(line.folded[behind] ?? '');
        return counted === null && (!beside || compares)
          ? []
          : [{ ...draft('percent-change', percent, direction, counted?.measure ?? null), to: behind }];
      }
      return [];
    }),
};

/** Words of a whole ("doubled") are about so much, unless a bound says otherwise. */
const loosely = (bound: Bound): Bound => (bound === 'exact' ? 'about' : bound);

/** Reads "Attacks more than doubled", "the number of deaths has halved", "a twofold increase in attacks". */
export const multiplied: TrendMatcher = {
  name: 'multiplied',
  read: ({ shape: { line } }, knowledge) =>
    line.words.flatMap((_, at) => {
      const found = knowledge.lexicon.trends.multiples.longestAt(line.folded, at);
      const percent = found?.values[0];
      if (found === null || percent === undefined) return [];
      const behind = at + found.length;
      const noun = knowledge.lexicon.trends.change.longestAt(line.folded, behind);
      const end = behind + (noun?.length ?? 0);
      const counted = countedAround(line, at, end, knowledge);
      if (counted === null) return [];
      const { bound, from } = boundBefore(line, at, knowledge);
      const number = { value: Math.abs(percent), bound: loosely(bound), from, to: end };
      return [draft('multiplied', number, percent < 0 ? 'down' : 'up', counted.measure)];
    }),
};
