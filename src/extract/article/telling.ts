import type { Day } from '../../core/period.ts';
import { isWide, scenes } from '../places/places.ts';
import type { SentenceFacts } from '../sentence/facts.ts';
import type { OpenIncident } from './incidents.ts';
import { incidentPeriod } from './periods.ts';
import type { ArticleScope } from './scope.ts';

const MS_A_DAY = 86_400_000;

/** Days between an incident and print after which it is history and no late report. */
const OLD_NEWS = 60;

const daysBetween = (earlier: Day, later: Day): number =>
  (Date.parse(later) - Date.parse(earlier)) / MS_A_DAY;

/** A weekly, or a report that comes late: nothing it tells happened in the week before print. */
export const isLate = (all: readonly SentenceFacts[], { published }: ArticleScope): boolean =>
  published !== null &&
  all.every(facts => {
    const period = facts.drafts.length > 0 || facts.happened ? incidentPeriod(null, facts) : null;
    return period === null || facts.recalled || daysBetween(period.value.to, published) > 6;
  });

/**
 * Whether a sentence looks back: it says so, or its day lies well before what the article reports.
 * @param lead it may be what a late report is about: then only what is long past is history
 */
export const isBackground = (
  facts: SentenceFacts,
  scope: ArticleScope,
  main: OpenIncident | null,
  lead: boolean,
): boolean => {
  if (facts.sentence.index >= scope.reportFrom) return false;
  if (facts.recalled) return true;
  const period = incidentPeriod(null, facts);
  if (period === null) return false;
  const earlier = facts.periods.some(one => one.rule === 'earlier');
  const anchor = main?.period?.value.from ?? scope.published;
  if (anchor === null) return earlier;
  const gap = daysBetween(period.value.to, anchor);
  if (lead && gap <= OLD_NEWS) return false;
  const elsewhere = main?.period?.basis === 'stated' && scenes(facts.places).length > 0;
  return gap > 6 || (gap > 0 && earlier) || (gap >= 1 && elsewhere);
};

/** A flood's dead are kept and marked. "Nine were killed after the helicopter crashed" goes on about what was told. In an article about one, only a sentence that names violence counts for security. */
export const isSecurity = (facts: SentenceFacts, article: boolean): boolean => {
  const elsewhere = facts.notSecurity && scenes(facts.places).length > 0;
  const violent = facts.kind !== null && !(elsewhere && facts.kind.bare);
  return article ? !facts.notSecurity || violent : violent && !facts.notSecurity;
};

/** A sentence without a count tells of an incident when it names what happened and where, and does not look back. */
export const tellsOfIncident = (facts: SentenceFacts, inReport: boolean): boolean => {
  if (facts.kind === null || facts.recalled || inReport) return false;
  // "a train derailed when a bomb exploded" tells of a bomb; "flood … attack" of a flood.
  if (facts.notSecurity && facts.kind.kind === 'armed-attack') return false;
  if (facts.sentence.role === 'headline') return false;
  const local = scenes(facts.places).some(scene => !isWide(scene.place));
  return local && facts.happened;
};
