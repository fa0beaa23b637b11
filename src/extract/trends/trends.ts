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
import { linksOf } from './links.ts';
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
  const { signs } = knowledge.lexicon.trends;
  if (!facts.shape.line.folded.some(word => signs.has(word))) return [];
  const found: TrendDraft[] = [];
  for (const matcher of TREND_MATCHERS) {
    for (const draft of matcher.read(facts, knowledge)) {
      if (!found.some(other => other.from < draft.to && draft.from < other.to)) found.push(draft);
    }
  }
  return found.sort((a, b) => a.from - b.from);
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
      const links = linksOf(draft, { before, own: at(index), after: at(index + 1) }, facts);
      const beside = links.to ?? links.of;
      const measure = beside?.measure ?? draft.measure;
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
