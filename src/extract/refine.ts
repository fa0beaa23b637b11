import type { ReadArticle } from './article.ts';
import type { Candidate } from './extract.ts';

/** A refiner takes the figures of an article and gives them back, some changed, some gone. */
export interface Refiner {
  readonly name: string;
  readonly refine: (candidates: readonly Candidate[], read: ReadArticle) => readonly Candidate[];
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
      const whole = candidates
        .slice(0, i)
        .filter(
          other =>
            other.draft.role === 'total' &&
            other.figure.measure === candidate.figure.measure &&
            (other.figure.quantity.low ?? 0) >= low,
        )
        .at(-1);
      return whole === undefined ? candidate : change(candidate, 'part', { partOf: whole.figure.id });
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
          own.body?.basis === 'stated' ? own.body : body === null ? own.body : { ...body, basis: 'carried' },
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
      const pointed = facts.shape.line.folded[draft.from] === 'the' && draft.role === 'total';
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

/** In this order: parts must be known before they take their whole's scope. */
export const REFINERS: readonly Refiner[] = [
  dropRepeats,
  dropLooseEvents,
  markShared,
  markParts,
  partsShareScope,
];

export const refine = (candidates: readonly Candidate[], read: ReadArticle): readonly Candidate[] =>
  REFINERS.reduce((list: readonly Candidate[], refiner) => refiner.refine(list, read), candidates);
