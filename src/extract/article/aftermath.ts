import type { SentenceFacts } from '../sentence/facts.ts';

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
