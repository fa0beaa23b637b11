import type { Reading } from '../../core/figure.ts';
import { type Place, placeWithin } from '../../core/place.ts';
import type { Gazetteer } from '../../knowledge/ports.ts';
import type { Draft } from '../matchers/draft.ts';
import { isWide, type ResolvedPlace, scenes } from '../places/places.ts';
import type { SentenceFacts } from '../sentence/facts.ts';
import type { ReadArticle } from './article.ts';

/** "seven policemen were injured there": the place is the one spoken of, whatever else the sentence names. */
export const pointsThere = (draft: Draft, facts: SentenceFacts): boolean =>
  facts.shape.line.folded.slice(draft.verb.to, draft.verb.to + 2).includes('there') ||
  facts.shape.line.folded[draft.to] === 'there';

const ancestor = (place: Place, depth: number, gazetteer: Gazetteer): Place | null => {
  const parts = place.id.split('/');
  return parts.length < depth ? null : gazetteer.byId(parts.slice(0, depth).join('/'));
};

/** How far down the path of a place the word goes that points to it. */
const DEPTHS: ReadonlyMap<string, number> = new Map([
  ['country', 1],
  ['nation', 1],
  ['nationwide', 1],
  ['countrywide', 1],
  ['province', 2],
  ['state', 2],
  ['district', 3],
]);

/**
 * The place that "the province", "the whole country" or "the district" stands for, where the sentence names no other.
 * @param at word index of the count; of several such words the nearest is meant
 * @param spoken the place spoken of last
 * @returns null when it points to none
 */
export const pointedPlace = (
  facts: SentenceFacts,
  at: number,
  spoken: Place | null,
  gazetteer: Gazetteer,
): ResolvedPlace | null => {
  if (spoken === null || scenes(facts.places).length > 0) return null;
  const { folded, words } = facts.shape.line;
  const found = folded.flatMap((word, i): ResolvedPlace[] => {
    const depth = DEPTHS.get(word);
    if (depth === undefined) return [];
    const span = words[i]?.span;
    const wide = word.endsWith('wide');
    const points =
      wide ||
      (/^(?:the|whole|entire|same)$/.test(folded[i - 1] ?? '') &&
        /^(?:in|for|across|of|throughout|over|around|the)$/.test(folded[i - 2] ?? ''));
    if (!points || span === undefined) return [];
    const place = ancestor(spoken, depth, gazetteer);
    return place === null
      ? []
      : [{ place, span, role: 'scene', from: i, to: i + 1, comma: false, leads: false }];
  });
  return found.sort((a, b) => Math.abs(a.from - at) - Math.abs(b.from - at) || a.from - b.from)[0] ?? null;
};

/** "an explosion at its gate", "the post has been tested before": an earlier happening at the site of the one reported. */
export const pointsToSite = (facts: SentenceFacts, site: string | null): boolean => {
  const { folded } = facts.shape.line;
  const noun = site?.split(' ').at(-1)?.toLowerCase();
  return folded.some(
    (word, i) => word === 'its' || word === 'there' || (word === noun && folded[i - 1] === 'the'),
  );
};

/** The city of the dateline, where the text names no other place: "LAHORE: A court has sentenced …". */
export const datelined = (read: ReadArticle): Reading<Place> | null => {
  const scenes = read.facts.flatMap(facts =>
    facts.places.filter(place => place.role === 'scene' && !isWide(place.place)),
  );
  const dateline = read.facts.flatMap(facts => facts.places).find(place => place.role === 'dateline');
  const elsewhere = scenes.some(
    scene =>
      dateline !== undefined &&
      !placeWithin(scene.place.id, dateline.place.id) &&
      !placeWithin(dateline.place.id, scene.place.id),
  );
  return elsewhere || dateline === undefined
    ? null
    : { value: dateline.place, basis: 'assumed', span: dateline.span };
};
