import { isWide, scenes } from '../places/places.ts';
import type { SentenceFacts } from '../sentence/facts.ts';
import type { OpenIncident } from './incidents.ts';
import { incidentPeriod } from './periods.ts';
import type { ArticleScope } from './scope.ts';

const MS_A_DAY = 86_400_000;

/** Whether a sentence looks back: it says so, or its day lies well before what the article reports. */
export const isBackground = (
  facts: SentenceFacts,
  scope: ArticleScope,
  main: OpenIncident | null,
): boolean => {
  if (facts.sentence.index >= scope.reportFrom) return false;
  if (facts.recalled) return true;
  const period = incidentPeriod(null, facts);
  if (period === null) return false;
  const earlier = facts.periods.some(one => one.rule === 'earlier');
  const anchor = main?.period?.value.from ?? scope.published;
  if (anchor === null) return earlier;
  const gap = (Date.parse(anchor) - Date.parse(period.value.to)) / MS_A_DAY;
  const elsewhere = main?.period?.basis === 'stated' && scenes(facts.places).length > 0;
  return gap > 6 || (gap > 0 && earlier) || (gap >= 1 && elsewhere);
};

/** A flood's dead are kept and marked. In an article about one, only a sentence that names violence counts for security. */
export const isSecurity = (facts: SentenceFacts, article: boolean): boolean => {
  const violent = facts.kind !== null;
  return article ? !facts.notSecurity || violent : violent && !facts.notSecurity;
};

export const PLURAL_EVENTS =
  /^(?:attacks|explosions|blasts|bombings|raids|incidents|strikes|ambushes|assaults|clashes)$/;

export const HAPPENED =
  /\b(?:attacked|abducted|kidnapped|detonated|exploded|seized|stormed|ambushed|opened fire|targeted|targeting|occurred|took place|planted|threw|fired|set fire|shot|blew up|bombed|raided|struck|clashed|torched|damaged|destroyed|carried out|defused|assaulted|hurled|launched|hit|ran into|came under|set on fire|escaped|survived|claims responsibility|claimed responsibility|explosions?|blasts?)\b/;

/** A sentence without a count tells of an incident when it names what happened and where, and does not look back. */
export const tellsOfIncident = (facts: SentenceFacts, inReport: boolean): boolean => {
  if (facts.kind === null || facts.recalled || inReport) return false;
  // "a train derailed when a bomb exploded" tells of a bomb; "flood … attack" of a flood.
  if (facts.notSecurity && facts.kind.kind === 'armed-attack') return false;
  if (facts.sentence.role === 'headline') return false;
  const local = scenes(facts.places).some(scene => !isWide(scene.place));
  return local && HAPPENED.test(facts.shape.line.folded.join(' '));
};
