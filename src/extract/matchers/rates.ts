import type { Shape } from '../units/units.ts';
import type { Draft } from './draft.ts';

/** Whether a count is so many in a stretch of time: "seven people were killed daily", "an average of 38 attacks". */
export const isRate = (shape: Shape, draft: Draft): boolean => {
  const end = Math.max(draft.to, draft.verb.to);
  const start = Math.min(draft.from, draft.verb.from);
  const first = shape.units.findIndex(unit => unit.to > start);
  const next = shape.units.findIndex(unit => unit.from >= end);
  const before = /~[,x]{0,2}$/.test(shape.letters.slice(Math.max(0, first - 3), first));
  const within = shape.letters.slice(first, next < 0 ? undefined : next).includes('~');
  return before || within || (next >= 0 && /^[xpLDf]{0,4}~/.test(shape.letters.slice(next, next + 5)));
};
