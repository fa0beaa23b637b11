import type { Figure, Measure } from '../../core/figure.ts';
import type { Candidate } from '../article/assemble.ts';
import type { SentenceFacts } from '../sentence/facts.ts';
import type { TrendDraft } from './trend-draft.ts';

/** Figures that a trend may be reckoned from: of its own sentence, of the two before it, and of the one behind. */
export interface Near {
  readonly before: readonly Candidate[];
  readonly own: readonly Candidate[];
  readonly after: readonly Candidate[];
}

export interface Links {
  readonly of: Figure | null;
  readonly from: Figure | null;
  readonly to: Figure | null;
}

const NONE: Links = { of: null, from: null, to: null };

const lowOf = ({ figure }: Candidate): number => figure.quantity.low ?? 0;

/** Print calls killed and hurt together casualties, and often the killed alone. */
const counts = (measure: Measure | null) => (one: Candidate) =>
  measure === null ||
  one.figure.measure === measure ||
  (measure === 'casualties' && one.figure.measure === 'fatalities');

const isOld = ({ draft, figure }: Candidate): boolean =>
  draft.role === 'earlier' || figure.standing === 'superseded';

const isTotal = (one: Candidate): boolean =>
  !isOld(one) && one.draft.role === 'total' && one.figure.partOf === null;

/** A whole names everyone that its part names; one that names nobody counts all. */
const holds = (whole: Candidate, part: Candidate | undefined): boolean =>
  whole.figure.victims.length === 0 ||
  part?.figure.victims.every(side => whole.figure.victims.includes(side)) === true;

const linkShare = (draft: TrendDraft, { before, own }: Near): Links => {
  const fitting = own.filter(counts(draft.measure)).filter(one => !isOld(one));
  const { whole } = draft;
  const named =
    whole === null
      ? undefined
      : fitting.find(one => one.draft.from >= whole.from && one.draft.to <= whole.to + 1);
  const part = fitting.findLast(one => one !== named && one.draft.to <= draft.from);
  const of =
    named ??
    [...before.filter(counts(part?.figure.measure ?? draft.measure)), ...fitting].findLast(
      one =>
        one !== part &&
        isTotal(one) &&
        holds(one, part) &&
        lowOf(one) > (part === undefined ? 0 : lowOf(part)),
    );
  return { ...NONE, of: of?.figure ?? null, to: part?.figure ?? null };
};

/** "a 73% increase compared to 934", "a rise from the 1,533 of 2023": the number behind is the one it starts from. */
const comparesWith = (draft: TrendDraft, facts: SentenceFacts, one: Candidate): boolean =>
  one.draft.from >= draft.to &&
  one.draft.from - draft.to <= 8 &&
  facts.shape.line.folded
    .slice(draft.to, one.draft.from)
    .some(word => /^(?:from|than|compared|against|over|versus)$/.test(word));

const linkGrowth = (draft: TrendDraft, { before, own, after }: Near, facts: SentenceFacts): Links => {
  const fitting = own.filter(counts(draft.measure));
  const compared = fitting.find(one => comparesWith(draft, facts, one));
  const current = fitting.filter(one => one !== compared && isTotal(one));
  // "This marked a 73% increase": what grew was told before. A sentence with a subject of its own is about that.
  const points = /^(?:this|that|it|which|these)$/.test(facts.shape.line.folded[0] ?? '');
  const to =
    current.findLast(one => one.draft.from < draft.from) ??
    current[0] ??
    (points ? before.findLast(one => counts(draft.measure)(one) && isTotal(one)) : undefined);
  const measure = counts(to?.figure.measure ?? draft.measure);
  const from = compared ?? [...own, ...after].find(one => isOld(one) && measure(one));
  return { ...NONE, from: from?.figure ?? null, to: to?.figure ?? null };
};

const linkAverage = (draft: TrendDraft, { before, own }: Near): Links => {
  const total = (one: Candidate) => counts(draft.measure)(one) && isTotal(one) && lowOf(one) > draft.value;
  const of =
    own.filter(one => one.draft.to <= draft.from || one.draft.from >= draft.to).findLast(total) ??
    before.findLast(one => total(one) && one.figure.scope === 'aggregate' && holds(one, undefined));
  return { ...NONE, of: of?.figure ?? null };
};

/** The figures a trend is reckoned from, as far as the sentences around it print them. */
export const linksOf = (draft: TrendDraft, near: Near, facts: SentenceFacts): Links => {
  switch (draft.kind) {
    case 'share':
      return linkShare(draft, near);
    case 'growth':
      return linkGrowth(draft, near, facts);
    case 'average':
      return linkAverage(draft, near);
  }
};
