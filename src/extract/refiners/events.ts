import type { Candidate } from '../article/assemble.ts';
import { change, type Refiner } from './refiner.ts';

/** "which are not part of the 245 incidents": a count said again with "the" is the one before. */
export const dropRepeats: Refiner = {
  name: 'repeat',
  refine: candidates =>
    candidates.filter((candidate, i) => {
      const { figure, facts, draft } = candidate;
      const pointed = facts.shape.line.folded[draft.from] === 'the' && figure.measure === 'incidents';
      return !(
        pointed &&
        candidates
          .slice(0, i)
          .some(
            other =>
              other.figure.measure === figure.measure && other.figure.quantity.low === figure.quantity.low,
          )
      );
    }),
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
  refine: candidates =>
    candidates.map((candidate, i) => {
      const { figure, facts } = candidate;
      if (figure.scope !== 'aggregate' || figure.operations !== null) return candidate;
      if (
        !/\b(?:these|those|such) (?:attacks|incidents|operations)\b/.test(facts.shape.line.folded.join(' '))
      )
        return candidate;
      const before = candidates
        .slice(0, i)
        .findLast(other => other.figure.operations !== null && other.figure.sentence < figure.sentence);
      const near = before !== undefined && figure.sentence - before.figure.sentence <= 2;
      return near ? change(candidate, 'these-attacks', { operations: before.figure.operations }) : candidate;
    }),
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
