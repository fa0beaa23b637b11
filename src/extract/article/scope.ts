import type { Day } from '../../core/period.ts';
import { daysIn } from '../../core/period.ts';
import type { PeriodReading } from '../../text/periods.ts';
import type { Draft } from '../matchers/draft.ts';
import { isWide, type ResolvedPlace } from '../places/places.ts';
import type { SentenceFacts } from '../sentence/facts.ts';

/** What the article as a whole says of its figures' scope. */
export interface ArticleScope {
  readonly published: Day | null;
  /** From this sentence on a monitor's report is told: counts over a period are what it prints. */
  readonly reportFrom: number;
}

/** Months, quarters, years, and stretches of more than two weeks: what reports count over. */
const isLong = (read: PeriodReading): boolean =>
  read.precision === 'span'
    ? daysIn(read.period) > 14
    : read.precision !== 'day' && read.precision !== 'week';

const isLocal = (place: ResolvedPlace | undefined): boolean =>
  place !== undefined &&
  place.place.kind !== 'country' &&
  place.place.kind !== 'admin1' &&
  place.place.kind !== 'area';

const SINGULAR =
  /^(?:attack|bombing|blast|explosion|ambush|raid|massacre|assault|shooting|clash|killing|incident|murder|siege|bomb|grenade|airstrike|strike|operation)$/;

const PLURAL = /\b(?:attacks|incidents|clashes|operations|bombings|raids|districts)\b/;

/** Whether the sentence speaks of one happening: "in a single attack", "a car bombing", "the Mastung bombing". */
const singular = (facts: SentenceFacts): boolean => {
  const { folded } = facts.shape.line;
  // "killed 22 people at a cafe"
  const onePlace = facts.sites.some(site =>
    /^at an? /.test(folded.slice(Math.max(0, site.at - 2), site.at + 1).join(' ')),
  );
  return onePlace || folded.some(word => SINGULAR.test(word));
};

/** "More than 80,000 people … since 2001": the bound of a number compares nothing. */
const isBound = (facts: SentenceFacts, start: number): boolean => {
  const { units, line } = facts.shape;
  const at = line.words.findIndex(word => word.span.start === start);
  return units.some(unit => 'QNV'.includes(unit.symbol) && unit.from <= at && at < unit.to);
};

/** Whether the period is read beside a comparison ("than in September", "13 in July", "against"): not the figure's own. */
export const isCompared = (facts: SentenceFacts, read: PeriodReading): boolean => {
  const { words } = facts.shape.line;
  const clause = words.filter(word => word.span.end <= read.span.start).slice(-8);
  const cut = clause.findLastIndex(word => word.text === ',' || word.text === ';');
  const than = clause.slice(cut + 1).some(word => word.folded === 'than' && !isBound(facts, word.span.start));
  if (than) return true;
  const before = words.filter(word => word.span.end <= read.span.start).slice(-3);
  const joined = before.map(word => word.folded).join(' ');
  return (
    /\b(?:than|against|to|with|from)(?: in| the)?$/.test(joined) &&
    /\b(?:than|compared|against|since)\b/.test(joined)
  );
};

/**
 * One happening, or a count over a period.
 * @param counting the sentence before counted over a period: "Another 12 died in Sindh" goes on counting
 */
export const scopeOf = (
  draft: Draft,
  facts: SentenceFacts,
  place: ResolvedPlace | undefined,
  article: ArticleScope,
  counting: boolean,
): 'incident' | 'aggregate' => {
  if (draft.measure === 'incidents') return 'aggregate';
  const own = facts.periods.filter(read => !isCompared(facts, read));
  const long = own.filter(isLong);
  const days = own.filter(read => read.precision === 'day');
  const inReport = facts.sentence.index >= article.reportFrom;
  const one = singular(facts);
  if (inReport) {
    const few =
      isLocal(place) && long.length === 0 && (draft.quantity.low ?? 0) <= 30 && draft.role === 'total';
    const event =
      (one && (isLocal(place) || (days.length > 0 && long.length === 0))) ||
      (few && !PLURAL.test(facts.shape.line.folded.join(' ')));
    return event ? 'incident' : 'aggregate';
  }
  const open = long.find(read => read.rule === 'since' || read.rule === 'past-units');
  if (open !== undefined) return daysIn(open.period) > 10 || !isLocal(place) ? 'aggregate' : 'incident';
  if (long.length > 0 && days.length === 0 && !isLocal(place) && !one) return 'aggregate';
  // "In Sindh 80 people died over the same period."
  if (
    own.length === 0 &&
    /\b(?:same|that) (?:period|month|year|quarter|stretch)\b/.test(facts.shape.line.folded.join(' '))
  )
    return 'aggregate';
  const goesOn = counting && place !== undefined && isWide(place.place) && own.length === 0 && !one;
  if (goesOn) return 'aggregate';
  const plural = facts.shape.letters.includes('V') && long.length > 0;
  return plural ? 'aggregate' : 'incident';
};

/** The sentence from which on the article tells a monitor's report; past the end when it never does. */
export const reportStart = (all: readonly SentenceFacts[]): number => {
  for (const facts of all) {
    const monitor = facts.bodies.stated.some(said => said.body.kind === 'monitor');
    const counts =
      facts.drafts.length > 0 ||
      /\b(?:report|reported|review|overview|tally|figures|data|survey|documented|summary)\b/.test(
        facts.shape.line.folded.join(' '),
      );
    // A monitor's count of a hundred and more is of no one happening.
    const large = facts.drafts.some(draft => (draft.quantity.low ?? 0) >= 100);
    const long = large || facts.periods.some(isLong) || facts.shape.letters.includes('V');
    if (monitor && counts && (long || facts.sentence.role === 'headline')) return facts.sentence.index;
  }
  return Number.POSITIVE_INFINITY;
};
