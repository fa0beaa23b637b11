import type { Day } from '../../core/period.ts';
import type { SentenceFacts } from '../sentence/facts.ts';

const MS_A_DAY = 86_400_000;

/** A court sits, and mourners gather, within a week of print: when they did is not when people were killed. */
const RECENT = 8;

const daysBefore = (day: Day, published: Day): number => (Date.parse(published) - Date.parse(day)) / MS_A_DAY;

/** "sentenced on Friday for the 2016 bombing": of the days a recalling sentence names, the oldest; a recent one is of the recalling itself. */
const recalledPeriods = (facts: SentenceFacts, published: Day | null): SentenceFacts['periods'] => {
  if (published === null) return facts.periods;
  return facts.periods
    .filter(read => daysBefore(read.period.to, published) > RECENT)
    .sort((a, b) => (a.period.to < b.period.to ? -1 : 1))
    .slice(0, 1);
};

/** Whether it goes on about a happening told before: "The bombing", "that attack", "The 2016 blast". */
export const pointsToHappening = (facts: SentenceFacts): boolean => {
  const { folded } = facts.shape.line;
  return facts.kinds.some(kind =>
    folded.slice(Math.max(0, kind.at - 2), kind.at).some(word => /^(?:the|this|that)$/.test(word)),
  );
};

/**
 * Lets a court story or an anniversary go on: "A court sentenced two men for the 2016 bombing of a park. The bombing
 * killed 74 people." What such sentences tell is dated by what they recall, never by the day the court sat.
 */
export const recallOn = (all: readonly SentenceFacts[], published: Day | null): readonly SentenceFacts[] => {
  let recalling: SentenceFacts['periods'] | null = null;
  return all.map(facts => {
    if (facts.recalled) {
      recalling = recalledPeriods(facts, published);
      return { ...facts, periods: recalling };
    }
    const goesOn = recalling !== null && pointsToHappening(facts) && facts.periods.length === 0;
    if (goesOn) return { ...facts, periods: recalling ?? [], recalled: true };
    if (facts.drafts.length > 0 || facts.happened) recalling = null;
    return facts;
  });
};

/** Words from `from` up to `to`. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** "Days after 12 soldiers were killed in Kurram, gunmen …" ends at its comma; behind the main clause it goes on to the end. */
const stretchOf = (facts: SentenceFacts): Stretch | null => {
  const from = facts.aftermath;
  if (from === null) return null;
  const { words } = facts.shape.line;
  const comma = words.findIndex((word, i) => i > from && word.text === ',');
  return { from, to: from <= 2 && comma > 0 ? comma : words.length };
};

/**
 * A sentence that goes back to an earlier happening ("The attack came days after 12 soldiers were killed in Kurram") is
 * two: what it reports, and what it only recalls. Each keeps its own counts, places and days.
 */
export const apart = (facts: SentenceFacts): readonly SentenceFacts[] => {
  const stretch = stretchOf(facts);
  if (stretch === null) return [facts];
  const { words } = facts.shape.line;
  const within = (at: number): boolean => stretch.from <= at && at < stretch.to;
  if (!facts.drafts.some(draft => within(draft.from))) return [facts];
  const start = words[stretch.from]?.span.start ?? 0;
  const end = words[stretch.to - 1]?.span.end ?? 0;
  const cut = (inside: boolean): SentenceFacts => {
    const kinds = facts.kinds.filter(kind => within(kind.at) === inside);
    return {
      ...facts,
      drafts: facts.drafts.filter(draft => within(draft.from) === inside),
      places: facts.places.filter(place => within(place.from) === inside),
      periods: facts.periods.filter(read => (start <= read.span.start && read.span.end <= end) === inside),
      actors: facts.actors.filter(actor => within(actor.from) === inside),
      sites: facts.sites.filter(site => within(site.at) === inside),
      kinds,
      kind: kinds.find(kind => kinds.every(other => kind.rank <= other.rank)) ?? null,
      recalled: inside || facts.recalled,
    };
  };
  return [cut(false), cut(true)];
};
