import { fold } from '../core/fold.ts';
import type { Span } from '../core/span.ts';
import { encloses, printed } from '../core/span.ts';
import { wordsIn } from '../search/words.ts';
import { holdsName, placeNames } from './place-names.ts';
import type { Plan } from './plan.ts';
import type { Services } from './services.ts';
import { visibleAt } from './visible.ts';

/** A sentence that holds words of a question. */
export interface FoundSentence {
  readonly article: string;
  readonly sentence: number;
  /** The words, as spans of the article's text. */
  readonly marks: readonly Span[];
}

const stems = (text: string): string[] => wordsIn(text).flatMap(word => word.stem ?? []);

/**
 * Sentences that hold the words of a question, best first. In a plain sentence the words that name nothing in particular
 * must be among them, and its places named in the article: "weather in Lahore" is met neither by a sentence that names
 * Lahore alone nor by the weather elsewhere.
 */
export const foundSentences = (plan: Plan, limit: number, services: Services): FoundSentence[] => {
  const { store, search } = services;
  const rest = new Set(plan.rest.flatMap(stems));
  const visible = visibleAt(store, plan.asOf);
  // "Hello" names nothing that could be looked for.
  if (!plan.forced && plan.rest.length + plan.types.length + plan.places.length === 0) return [];
  return search.find(plan.words, limit, visible).filter(({ article, sentence, marks }) => {
    // The index holds the newest wording: where the article read otherwise at that moment, the words stand elsewhere.
    const there = store.sentences(article, plan.asOf).find(({ index }) => index === sentence);
    if (there === undefined || !marks.every(mark => encloses(there.span, mark))) return false;
    if (plan.forced || rest.size === 0) return true;
    const text = store.article(article, plan.asOf)?.text ?? '';
    const folded = fold(text);
    const placed = plan.places.every(place =>
      placeNames(place, services).some(name => holdsName(folded, name)),
    );
    return placed && marks.some(mark => stems(printed(text, mark)).some(stem => rest.has(stem)));
  });
};
