import type { Measure } from '../../core/figure.ts';
import type { Line } from '../units/words.ts';
import type { Knowledge } from '../vocabulary.ts';
import { countedBefore } from './counted.ts';
import { boundBefore, decimalAt } from './percent.ts';
import type { TrendMatcher } from './trend-draft.ts';

const MOST_BETWEEN = 7;

/** Nearest harm between a number and its rate: "seven deaths a day", "seven people were killed daily". */
const harmBetween = (line: Line, from: number, to: number, { lexicon }: Knowledge): Measure | null => {
  for (let at = to - 1; at >= from; at--) {
    const measure = lexicon.harm.longestAt(line.folded, at)?.values[0]?.measure;
    if (measure !== undefined) return measure;
  }
  return null;
};

/** "killed a day after", "on a day when", "in a day": one day, and no rate. */
const isOneDay = (line: Line, at: number, end: number): boolean =>
  /^(?:in|on|within|for|after|before|over|of)$/.test(line.folded[at - 1] ?? '') ||
  /^(?:after|before|earlier|later|ago|when|of|following|prior|since|that)$/.test(line.folded[end] ?? '');

/** Reads "an average of seven a day", "6.9 deaths per day", "on average, seven people were killed every day". */
export const perDay: TrendMatcher = {
  name: 'per-day',
  read: ({ shape: { line } }, knowledge) => {
    const { average, daily } = knowledge.lexicon.trends;
    return line.words.flatMap((_, at) => {
      const rate = daily.longestAt(line.folded, at);
      if (rate === null || isOneDay(line, at, at + rate.length)) return [];
      const averaged = line.folded.some(word => average.has(word));
      for (let k = at - 1; k >= Math.max(0, at - MOST_BETWEEN); k--) {
        if (line.words[k]?.kind === 'mark') return [];
        const number = decimalAt(line, k);
        if (number === null) continue;
        // "sixty-six" is read from its first word.
        const whole = line.words[k]?.hyphened === true ? (decimalAt(line, k - 1) ?? number) : number;
        const start = k + number.length - whole.length;
        const end = k + number.length;
        const measure =
          harmBetween(line, end, at, knowledge) ??
          (end === at && averaged ? (countedBefore(line, start, knowledge)?.measure ?? null) : null);
        // "a day" may be any day; what is counted stands right before it, or print says that it averages.
        const loose = line.folded[at] === 'a' && !averaged;
        const touches = harmBetween(line, at - 1, at, knowledge) !== null;
        if ((measure === null && !(averaged && end === at)) || (loose && !touches)) return [];
        const { bound, from } = boundBefore(line, start, knowledge);
        return [
          {
            rule: 'per-day',
            kind: 'average' as const,
            value: whole.value,
            bound,
            direction: null,
            measure,
            from,
            to: at + rate.length,
            whole: null,
          },
        ];
      }
      return [];
    });
  },
};
