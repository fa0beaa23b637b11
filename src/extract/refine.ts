import { placeWithin } from '../core/place.ts';
import type { ReadArticle } from './article.ts';
import type { Candidate } from './assemble.ts';
import type { OpenIncident } from './incidents.ts';
import type { People } from './people.ts';
import type { Unit } from './units.ts';

/** A refiner takes the figures of an article and gives them back, some changed, some gone. */
export interface Refiner {
  readonly name: string;
  readonly refine: (
    candidates: readonly Candidate[],
    read: ReadArticle,
    incidents: readonly OpenIncident[],
  ) => readonly Candidate[];
}

const change = (candidate: Candidate, rule: string, fields: Partial<Candidate['figure']>): Candidate => ({
  ...candidate,
  figure: { ...candidate.figure, ...fields, rules: [...candidate.figure.rules, rule] },
});

/** "nine people, including five assailants": the five belong to the nearest total before them that is large enough. */
const markParts: Refiner = {
  name: 'part',
  refine: candidates =>
    candidates.map((candidate, i) => {
      if (candidate.draft.role !== 'part') return candidate;
      const low = candidate.figure.quantity.low ?? 0;
      const fitting = candidates
        .slice(0, i)
        .filter(
          other =>
            other.draft.role === 'total' &&
            other.figure.measure === candidate.figure.measure &&
            (other.figure.quantity.low ?? 0) >= low,
        );
      // "is held responsible for about 300" is a share of all, the widest total the article names.
      const widest = candidate.draft.rule === 'accounts-for' && candidate.figure.actor !== null;
      const whole = fitting.at(widest ? 0 : -1);
      return whole === undefined ? candidate : change(candidate, 'part', { partOf: whole.figure.id });
    }),
};

/** "nine bodies were brought to his wards and five more lay at another": they make up the toll told before. */
const bodiesArePart: Refiner = {
  name: 'bodies-of-toll',
  refine: candidates =>
    candidates.map((candidate, i) => {
      const { figure, draft } = candidate;
      if (draft.rule !== 'bodies' || figure.partOf !== null) return candidate;
      const toll = candidates
        .slice(0, i)
        .find(
          other =>
            other.figure.measure === 'fatalities' &&
            other.draft.role === 'total' &&
            other.draft.rule !== 'bodies' &&
            other.incidents.some(key => candidate.incidents.includes(key)) &&
            (other.figure.quantity.low ?? 0) >= (figure.quantity.low ?? 0),
        );
      return toll === undefined ? candidate : change(candidate, 'bodies-of-toll', { partOf: toll.figure.id });
    }),
};

/** The toll of what turned out to be several incidents belongs to all of them, and to none alone. */
const splitIncidents: Refiner = {
  name: 'split',
  refine: (candidates, _, incidents) =>
    candidates.map(candidate => {
      const whole = incidents.find(one => one.key === candidate.incidents[0]);
      if (whole === undefined || whole.parts.length === 0) return candidate;
      return { ...change(candidate, 'split', { shared: true }), incidents: whole.parts };
    }),
};

/** A part counts what its whole counts: the same place and period, unless its own sentence names others. */
const partsShareScope: Refiner = {
  name: 'scope-of-whole',
  refine: candidates => {
    const byId = new Map(candidates.map(one => [one.figure.id, one]));
    return candidates.map(candidate => {
      const whole = candidate.figure.partOf === null ? undefined : byId.get(candidate.figure.partOf);
      if (whole === undefined) return candidate;
      const { place, period, body, operations, scope } = whole.figure;
      const own = candidate.figure;
      return change(candidate, 'scope-of-whole', {
        place:
          own.place?.basis === 'stated'
            ? own.place
            : place === null
              ? own.place
              : { ...place, basis: 'carried' },
        period:
          own.period?.basis === 'stated'
            ? own.period
            : period === null
              ? own.period
              : { ...period, basis: 'carried' },
        body:
          own.body !== null && (own.body.basis === 'stated' || whole.figure.sentence !== own.sentence)
            ? own.body
            : body === null
              ? own.body
              : { ...body, basis: 'carried' },
        operations: own.operations ?? operations,
        scope: own.place?.basis === 'stated' && own.scope === 'incident' ? own.scope : scope,
      });
    });
  },
};

/** "which are not part of the 245 incidents": a count said again with "the" is the one before. */
const dropRepeats: Refiner = {
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
const dropLooseEvents: Refiner = {
  name: 'loose-events',
  refine: (candidates, read) =>
    candidates.filter(({ figure, facts }) => {
      if (figure.measure !== 'incidents') return true;
      const inReport = facts.sentence.index >= read.scope.reportFrom;
      const long = facts.periods.some(one => one.precision !== 'day');
      return inReport || (long && (figure.quantity.low ?? 0) > 3);
    }),
};

const ACROSS =
  /\b(?:across|in|during|from|after) (?:both|all (?:the )?(?:\w+ )?(?:of )?|the (?:two|three|four|five|six|seven|eight|nine|ten|several|various|related) |(?:two|three|four|five) of the )\s*(?:the |of the )*(?:\w+ )?(?:attacks|clashes|incidents|blasts|explosions|bombings|assaults|raids|shootings|strikes)\b|\bacross (?:the )?(?:ensuing )?(?:clashes|attacks|incidents|blasts)\b|\bcombined in both\b/;

/** "At least 21 were killed across both attacks": one toll for several incidents, given to none of them alone. */
const markShared: Refiner = {
  name: 'shared',
  refine: candidates =>
    candidates.map(candidate => {
      const { facts, draft, figure } = candidate;
      if (figure.scope !== 'incident' || figure.measure === 'incidents') return candidate;
      const { folded } = facts.shape.line;
      const clauseEnd = facts.drafts.find(
        other => other.from > draft.verb.to && ACROSS.test(folded.slice(draft.from, other.from).join(' ')),
      );
      const stretch = folded
        .slice(draft.from, clauseEnd === undefined ? folded.length : clauseEnd.from)
        .join(' ');
      const here = /\bin (?:this|the) attack\b/.exec(stretch)?.index ?? Number.POSITIVE_INFINITY;
      const across = ACROSS.exec(stretch)?.index ?? Number.POSITIVE_INFINITY;
      return across < here ? change(candidate, 'shared', { shared: true }) : candidate;
    }),
};

const BORROWERS = new Set(['passive', 'reduced', 'left', 'active', 'suffered', 'resultative']);

/** Everybody a sentence names, whether counted or not: "More than 100 gunmen took part … Six of them were killed". */
const lastPeople = (read: ReadArticle, candidate: Candidate): People | undefined => {
  const { sentence } = candidate.facts;
  const here = candidate.facts.shape.units.filter(
    unit => unit.to <= candidate.draft.from && unit.symbol !== 'x',
  );
  const before = read.facts
    .filter(facts => facts.sentence.index < sentence.index && sentence.index - facts.sentence.index <= 2)
    .at(-1);
  const named = (units: readonly Unit[]) =>
    units.flatMap(unit => (unit.symbol === 'x' ? [] : unit.people)).findLast(people => people.noun !== null);
  return named(here) ?? (before === undefined ? undefined : named(before.shape.units));
};

/** "killed six attackers, while 10 more were believed wounded", "six of them were killed": the noun stands before. */
const borrowNoun: Refiner = {
  name: 'borrowed-noun',
  refine: (candidates, read) =>
    candidates.map((candidate, i) => {
      const { figure, draft } = candidate;
      if (figure.victims.length > 0 || draft.people?.form !== 'elliptic' || !BORROWERS.has(draft.rule))
        return candidate;
      const { folded } = candidate.facts.shape.line;
      const ofThem = folded
        .slice(draft.from, draft.to + 2)
        .some((word, k, all) => word === 'of' && /^(?:them|whom|those)$/.test(all[k + 1] ?? ''));
      if (draft.people.partitive && !ofThem) return candidate;
      if (draft.people.partitive) {
        const people = lastPeople(read, candidate);
        return people?.side == null
          ? candidate
          : change(candidate, 'borrowed-noun', { victims: [people.side], victimsDetail: people.noun });
      }
      const before = candidates.slice(0, i).findLast(
        other =>
          other.figure.sentence === figure.sentence &&
          other.figure.victimsDetail !== null &&
          other.draft.role !== 'part' &&
          // "55 security personnel and 63 were killed": who the 63 were the article does not say.
          other.draft.verb.from !== draft.verb.from,
      );
      return before === undefined || before.figure.victims.length === 0
        ? candidate
        : change(candidate, 'borrowed-noun', {
            victims: before.figure.victims,
            victimsDetail: before.figure.victimsDetail,
          });
    }),
};

const YOUNG = new Set(['child', 'infant', 'baby', 'toddler', 'boy', 'girl', 'minor']);

/** "47 unarmed residents, nine women among them": a part without a side is on the side of its whole; children are civilians. */
const partsShareSide: Refiner = {
  name: 'side-of-whole',
  refine: candidates => {
    const byId = new Map(candidates.map(one => [one.figure.id, one]));
    return candidates.map(candidate => {
      const { figure } = candidate;
      const whole = figure.partOf === null ? undefined : byId.get(figure.partOf);
      if (whole === undefined || figure.victims.length > 0) return candidate;
      if (whole.figure.victims.length === 1)
        return change(candidate, 'side-of-whole', { victims: whole.figure.victims });
      return YOUNG.has(figure.victimsDetail ?? '')
        ? change(candidate, 'children', { victims: ['civilians'] })
        : candidate;
    });
  },
};

/** "seven their own men", of 79 dead left by operations of the forces. */
const ownMen: Refiner = {
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

/** A day or place that the text names later holds for what was told before: the lead says "in a night raid", the next line when. */
const scopeOfIncident: Refiner = {
  name: 'scope-of-incident',
  refine: (candidates, _, incidents) =>
    candidates.map(candidate => {
      const [key] = candidate.incidents;
      const incident = incidents.find(one => one.key === key);
      if (incident === undefined || candidate.incidents.length > 1) return candidate;
      const { period, place } = candidate.figure;
      const day = incident.period;
      const later = day !== null && day.basis === 'stated' && (period === null || period.basis === 'assumed');
      const narrow =
        incident.place !== null &&
        (place === null ||
          (place.value !== incident.place.value.id && placeWithin(incident.place.value.id, place.value)));
      if (!later && !narrow) return candidate;
      return change(candidate, 'scope-of-incident', {
        period: later ? { ...day, basis: 'carried' } : period,
        place:
          narrow && incident.place !== null
            ? { value: incident.place.value.id, basis: 'carried', span: incident.place.span }
            : place,
      });
    }),
};

/** In this order: parts must be known before they take their whole's scope, and nouns before sides are shared. */
export const REFINERS: readonly Refiner[] = [
  dropRepeats,
  dropLooseEvents,
  markShared,
  borrowNoun,
  ownMen,
  markParts,
  bodiesArePart,
  splitIncidents,
  partsShareSide,
  scopeOfIncident,
  partsShareScope,
];

export const refine = (
  candidates: readonly Candidate[],
  read: ReadArticle,
  incidents: readonly OpenIncident[],
): readonly Candidate[] =>
  REFINERS.reduce((list: readonly Candidate[], refiner) => refiner.refine(list, read, incidents), candidates);
