import type { Figure } from '../../core/figure.ts';
import type { Candidate } from '../article/assemble.ts';
import { change, type Refiner } from './refiner.ts';

/** "which are not part of the 245 incidents": a count said again with "the" is the one before. */
export const dropRepeats: Refiner = {
  name: 'repeat',
  refine: candidates => {
    const before = new Set<number | null>();
    return candidates.filter(({ figure, facts, draft }) => {
      if (figure.measure !== 'incidents') return true;
      const again = facts.shape.line.folded[draft.from] === 'the' && before.has(figure.quantity.low);
      before.add(figure.quantity.low);
      return !again;
    });
  },
};

/** "two separate explosions", "one of four related attacks": they tell of incidents, they count no period. */
export const dropLooseEvents: Refiner = {
  name: 'loose-events',
  refine: (candidates, read) =>
    candidates.filter(({ figure, facts }) => {
      if (figure.measure !== 'incidents') return true;
      const inReport = facts.sentence.index >= read.scope.reportFrom;
      const long = facts.periods.some(one => one.precision !== 'day');
      return inReport || (long && (figure.quantity.low ?? 0) > 3);
    }),
};

/** "785 terrorist attacks were recorded. These attacks resulted in 951 deaths": the deaths are of those attacks. */
export const carryOperations: Refiner = {
  name: 'these-attacks',
  refine: candidates => {
    /** The last one of a sentence before that says which events it counts, and the last one of the sentence at hand. */
    let before: Figure | null = null;
    let latest: Figure | null = null;
    return candidates.map(candidate => {
      const { figure, facts } = candidate;
      if (latest !== null && latest.sentence < figure.sentence) before = latest;
      if (figure.operations !== null) latest = figure;
      if (figure.scope !== 'aggregate' || figure.operations !== null) return candidate;
      if (
        !/\b(?:these|those|such) (?:attacks|incidents|operations)\b/.test(facts.shape.line.folded.join(' '))
      )
        return candidate;
      return before === null || figure.sentence - before.sentence > 2
        ? candidate
        : change(candidate, 'these-attacks', { operations: before.operations });
    });
  },
};

const isBomber = ({ figure }: Candidate): boolean => figure.rules[0] === 'bomber';

/** Incidents whose dead attackers the text counts, so that the bomber is one of them. */
const toldIn = (candidates: readonly Candidate[]): ReadonlySet<number> =>
  new Set(
    candidates
      .filter(one => one.figure.measure === 'fatalities' && one.figure.victims.includes('militants'))
      .filter(one => !isBomber(one))
      .flatMap(one => one.incidents),
  );

/**
 * "A suicide bomber detonated his vest" says one dead attacker where the text says nothing else of them, and once:
 * a second bomber is "a second" or "another".
 */
export const dropToldBombers: Refiner = {
  name: 'bombers-told',
  refine: candidates => {
    const told = new Set(toldIn(candidates));
    return candidates.filter(candidate => {
      if (!isBomber(candidate)) return true;
      const known = candidate.incidents.some(key => told.has(key));
      for (const key of candidate.incidents) told.add(key);
      return !known || (candidate.draft.people?.more ?? false);
    });
  },
};
