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

/**
 * The place that "the province", "the whole province" or "the district" stands for, where the sentence names no other.
 * @returns null when it points to none
 */
export const pointedPlace = (
  facts: SentenceFacts,
  current: Place | null,
  gazetteer: Gazetteer,
): ResolvedPlace | null => {
  if (current === null || scenes(facts.places).length > 0) return null;
  const { folded, words } = facts.shape.line;
  for (const [i, word] of folded.entries()) {
    const depth = word === 'province' ? 2 : word === 'district' ? 3 : 0;
    const before = folded[i - 1] ?? '';
    if (
      depth === 0 ||
      !/^(?:the|whole|entire)$/.test(before) ||
      !/^(?:in|for|across|of|throughout|the)$/.test(folded[i - 2] ?? '')
    )
      continue;
    const place = ancestor(current, depth, gazetteer);
    const at = words[i];
    if (place === null || at === undefined) return null;
    return { place, span: at.span, role: 'scene', from: i, to: i + 1, comma: false, leads: false };
  }
  return null;
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
