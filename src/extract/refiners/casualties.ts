import type { Candidate } from '../article/assemble.ts';
import { change, type Refiner } from './refiner.ts';

const low = ({ figure }: Candidate): number => figure.quantity.low ?? 0;

/** What opens the list that takes a count of casualties apart. */
const opens = (candidate: Candidate): boolean => {
  const { letters, units } = candidate.facts.shape;
  const at = units.findIndex(unit => unit.to > candidate.draft.from);
  return /[(g:][x]?$/.test(letters.slice(Math.max(0, at - 2), at));
};

/** The dead and the hurt that make up a count of casualties: they add up to it, or its list is opened by a bracket or "including". */
const partsOf = (whole: Candidate, behind: readonly Candidate[]): readonly Candidate[] => {
  const own = behind.filter(
    ({ figure, draft }) =>
      figure.sentence - whole.figure.sentence <= 1 &&
      (figure.measure === 'fatalities' || figure.measure === 'injuries') &&
      figure.partOf === null &&
      (draft.role === 'total' || draft.rule === 'of-them-deaths'),
  );
  const [first, second] = own;
  if (first === undefined || low(first) > low(whole)) return [];
  const here = first.figure.sentence === whole.figure.sentence;
  const pair =
    second === undefined || first.figure.measure === second.figure.measure ? [first] : [first, second];
  const adds = pair.length === 2 && pair.reduce((sum, one) => sum + low(one), 0) === low(whole);
  return adds || (here && (opens(first) || first.draft.role === 'part')) ? pair : [];
};

/** "98 civilian casualties (24 killed, 74 wounded)": the dead and the hurt are parts of the casualties, and of their side. */
export const casualtyParts: Refiner = {
  name: 'parts-of-casualties',
  refine: candidates => {
    const wholes = new Map<string, Candidate>();
    candidates.forEach((whole, i) => {
      if (whole.figure.measure !== 'casualties' || low(whole) === 0) return;
      for (const part of partsOf(whole, candidates.slice(i + 1, i + 5))) wholes.set(part.figure.id, whole);
    });
    return candidates.map(candidate => {
      const whole = wholes.get(candidate.figure.id);
      if (whole === undefined) return candidate;
      const victims = candidate.figure.victims.length === 0 ? whole.figure.victims : candidate.figure.victims;
      return change(candidate, 'parts-of-casualties', { partOf: whole.figure.id, victims });
    });
  },
};
