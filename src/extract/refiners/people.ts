import type { Candidate } from '../article/assemble.ts';
import type { SentenceFacts } from '../sentence/facts.ts';
import type { People } from '../units/group.ts';
import type { Unit } from '../units/unit.ts';

import { change, type Refiner } from './refiner.ts';

const BORROWERS = new Set(['passive', 'reduced', 'left', 'active', 'suffered', 'resultative', 'ellipsis']);

/** Everybody a sentence names, whether counted or not: "More than 100 gunmen took part … Six of them were killed". */
const lastPeople = (
  sentences: ReadonlyMap<number, SentenceFacts>,
  candidate: Candidate,
): People | undefined => {
  const { sentence } = candidate.facts;
  const here = candidate.facts.shape.units.filter(
    unit => unit.to <= candidate.draft.from && unit.symbol !== 'x',
  );
  const before = sentences.get(sentence.index - 1) ?? sentences.get(sentence.index - 2);
  const named = (units: readonly Unit[]) =>
    units.flatMap(unit => (unit.symbol === 'x' ? [] : unit.people)).findLast(people => people.noun !== null);
  return named(here) ?? (before === undefined ? undefined : named(before.shape.units));
};

/** "wounded 29 others, most of them civilians": what follows says who they were. */
const saysWho = ({ draft, facts }: Candidate): boolean => {
  const next = facts.shape.units.findIndex(unit => unit.from >= Math.max(draft.to, draft.verb.to));
  return next >= 0 && /^,?gq/.test(facts.shape.letters.slice(next, next + 3));
};

/** "killed six attackers, while 10 more were believed wounded", "six of them were killed": the noun stands before. */
export const borrowNoun: Refiner = {
  name: 'borrowed-noun',
  refine: (candidates, read) => {
    const sentences = new Map(read.facts.map(facts => [facts.sentence.index, facts]));
    const ofSentence = Map.groupBy(candidates, one => one.figure.sentence);
    return candidates.map(candidate => {
      const { figure, draft } = candidate;
      if (figure.victims.length > 0 || draft.people?.form !== 'elliptic' || !BORROWERS.has(draft.rule))
        return candidate;
      const { folded } = candidate.facts.shape.line;
      const ofThem = folded
        .slice(draft.from, draft.to + 2)
        .some((word, k, all) => word === 'of' && /^(?:them|whom|those)$/.test(all[k + 1] ?? ''));
      if (draft.people.partitive && !ofThem) return candidate;
      if (saysWho(candidate)) return candidate;
      if (draft.people.partitive) {
        const people = lastPeople(sentences, candidate);
        return people?.side == null
          ? candidate
          : change(candidate, 'borrowed-noun', { victims: [people.side], victimsDetail: people.noun });
      }
      // "Policeman martyred, two injured": who the two were a headline does not say.
      const curt = candidate.facts.shape.line.headline && !draft.people.more;
      const here = ofSentence.get(figure.sentence) ?? [];
      const before = here.slice(0, here.indexOf(candidate)).findLast(
        other =>
          other.figure.victimsDetail !== null &&
          other.draft.role !== 'part' &&
          !(curt && other.draft.people?.form === 'one') &&
          // "blew himself up, killing nine": the nine are no bombers.
          !/^(?:bomber|himself)$/.test(other.draft.rule) &&
          // "55 security personnel and 63 were killed": who the 63 were the article does not say.
          other.draft.verb.from !== draft.verb.from,
      );
      return before === undefined || before.figure.victims.length === 0
        ? candidate
        : change(candidate, 'borrowed-noun', {
            victims: before.figure.victims,
            victimsDetail: before.figure.victimsDetail,
          });
    });
  },
};

/** "seven their own men", of 79 dead left by operations of the forces. */
export const ownMen: Refiner = {
  name: 'own-men',
  refine: candidates =>
    candidates.map(candidate => {
      const { draft, facts, figure } = candidate;
      const words = facts.shape.line.folded.slice(draft.from, draft.to).join(' ');
      const forces = /\b(?:forces|troops|army|police)\b/.test(
        facts.shape.line.folded.slice(0, draft.from).join(' '),
      );
      return figure.victims.length === 0 && /\btheir own\b/.test(words) && forces
        ? change(candidate, 'own-men', { victims: ['security-forces'] })
        : candidate;
    }),
};
