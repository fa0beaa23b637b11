import type { Figure, Measure } from '../../core/figure.ts';
import type { Trend } from '../../core/trend.ts';
import type { ReadArticle } from '../article/article.ts';
import type { Candidate } from '../article/assemble.ts';
import { carriedBody } from '../article/figures.ts';
import { isCompared } from '../article/scope.ts';
import { scenes } from '../places/places.ts';
import type { SentenceFacts } from '../sentence/facts.ts';
import { spanOf } from '../units/units.ts';
import type { Knowledge } from '../vocabulary.ts';
import { perDay } from './average.ts';
import { changedBy, multiplied, percentChange } from './growth.ts';
import { accountsFor, ofTheDead, shareOf } from './share.ts';
import type { TrendDraft, TrendMatcher } from './trend-draft.ts';

/** In this order: what names its whole comes before what leaves it to the figures beside it. */
const TREND_MATCHERS: readonly TrendMatcher[] = [
  ofTheDead,
  shareOf,
  percentChange,
  changedBy,
  multiplied,
  perDay,
  accountsFor,
];

const draftsIn = (facts: SentenceFacts, knowledge: Knowledge): TrendDraft[] => {
  const found: TrendDraft[] = [];
  for (const matcher of TREND_MATCHERS) {
    for (const draft of matcher.read(facts, knowledge)) {
      if (!found.some(other => other.from < draft.to && draft.from < other.to)) found.push(draft);
    }
  }
  return found.sort((a, b) => a.from - b.from);
};

/** Figures of a sentence and the two before it, the sentence's own last: those that the trend may be reckoned from. */
interface Near {
  readonly before: readonly Candidate[];
  readonly own: readonly Candidate[];
  readonly after: readonly Candidate[];
}

const lowOf = ({ figure }: Candidate): number => figure.quantity.low ?? 0;

const counts = (measure: Measure | null) => (one: Candidate) =>
  measure === null || one.figure.measure === measure;

const isOld = ({ draft, figure }: Candidate): boolean =>
  draft.role === 'earlier' || figure.standing === 'superseded';

/** The one printed last before a word, else the first behind it. */
const nearest = (list: readonly Candidate[], at: number): Candidate | undefined =>
  list.findLast(one => one.draft.from < at) ?? list[0];

interface Links {
  readonly of: Figure | null;
  readonly from: Figure | null;
  readonly to: Figure | null;
}

const NONE: Links = { of: null, from: null, to: null };

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
    [...before.filter(counts(part?.figure.measure ?? draft.measure)), ...fitting]
      .filter(one => one !== part && !isOld(one) && one.figure.partOf === null)
      .findLast(one => one.draft.role === 'total' && (part === undefined || lowOf(one) > lowOf(part)));
  return { ...NONE, of: of?.figure ?? null, to: part?.figure ?? null };
};

const linkGrowth = (draft: TrendDraft, { before, own, after }: Near): Links => {
  const fits = counts(draft.measure);
  const current = (one: Candidate) => fits(one) && !isOld(one) && one.figure.partOf === null;
  const to =
    nearest(own.filter(current), draft.from) ??
    before.findLast(one => current(one) && one.figure.scope === 'aggregate');
  const measure = counts(to?.figure.measure ?? draft.measure);
  const from = [...own, ...after, ...before].find(one => isOld(one) && measure(one));
  return { ...NONE, from: from?.figure ?? null, to: to?.figure ?? null };
};

const linkAverage = (draft: TrendDraft, { before, own }: Near): Links => {
  const total = (one: Candidate) =>
    counts(draft.measure)(one) && !isOld(one) && one.figure.partOf === null && lowOf(one) > draft.value;
  const of =
    own.filter(one => one.draft.to <= draft.from || one.draft.from >= draft.to).findLast(total) ??
    before.findLast(one => total(one) && one.figure.scope === 'aggregate');
  return { ...NONE, of: of?.figure ?? null };
};

const linksOf = (draft: TrendDraft, near: Near): Links => {
  switch (draft.kind) {
    case 'share':
      return linkShare(draft, near);
    case 'growth':
      return linkGrowth(draft, near);
    case 'average':
      return linkAverage(draft, near);
  }
};

/** What no figure says of a trend, as its sentence says it. */
const scopeOf = (facts: SentenceFacts): Pick<Trend, 'period' | 'place' | 'body'> => {
  const period = facts.periods.find(read => read.precision !== 'day' && !isCompared(facts, read));
  const [place] = scenes(facts.places);
  const [said] = facts.bodies.stated;
  return {
    period: period === undefined ? null : { value: period.period, basis: 'stated', span: period.span },
    place: place === undefined ? null : { value: place.place.id, basis: 'stated', span: place.span },
    body:
      said === undefined
        ? carriedBody(facts.bodies.carried)
        : { value: said.body.id, basis: 'stated', span: said.span },
  };
};

const NEAR = 2;

/**
 * The numbers of an article that are derived from others: shares, growth and averages, tied to the figures of the same
 * statement. Without a measure of its own a trend takes that of the figure beside it; without either it is none.
 * @param candidates the refined figures, in the order of the text
 */
export const trendsOf = (
  article: string,
  read: ReadArticle,
  candidates: readonly Candidate[],
  knowledge: Knowledge,
): Trend[] => {
  const bySentence = Map.groupBy(candidates, one => one.figure.sentence);
  const at = (index: number) => bySentence.get(index) ?? [];
  return read.facts.flatMap(facts => {
    if (facts.notSecurity) return [];
    const { index } = facts.sentence;
    return draftsIn(facts, knowledge).flatMap((draft, n): Trend[] => {
      const before = Array.from({ length: NEAR }, (_, k) => at(index - NEAR + k)).flat();
      const links = linksOf(draft, { before, own: at(index), after: at(index + 1) });
      const beside = links.to ?? links.of;
      const measure = draft.measure ?? beside?.measure ?? null;
      if (measure === null) return [];
      const own = scopeOf(facts);
      const span = spanOf(facts.shape.line, draft.from, draft.to);
      return [
        {
          id: `${article}%${span.start}.${n}`,
          article,
          span,
          kind: draft.kind,
          value: draft.value,
          bound: draft.bound,
          direction: draft.direction,
          of: links.of?.id ?? null,
          from: links.from?.id ?? null,
          to: links.to?.id ?? null,
          measure,
          victims: (draft.kind === 'share' ? links.to : beside)?.victims ?? [],
          period: beside?.period ?? own.period,
          place: beside?.place ?? own.place,
          body: beside?.body ?? own.body,
          rules: [draft.rule],
        },
      ];
    });
  });
};
