import type { Article, Sentence } from '../core/article.ts';
import type { Measure } from '../core/figure.ts';
import { fold } from '../core/fold.ts';
import type { PlaceId } from '../core/place.ts';
import { placeWithin } from '../core/place.ts';
import { printed } from '../core/span.ts';
import { placeIn } from './areas.ts';
import { holdsName, placeNames } from './place-names.ts';
import type { Plan } from './plan.ts';
import { onlyPeriod, onlyPlace } from './plan.ts';
import type { Services } from './services.ts';
import { visibleAt } from './visible.ts';

/** A sentence that comes nearest to a question the figures cannot answer. */
export interface Evidence {
  readonly article: Article;
  readonly sentence: Sentence;
}

/** Beginnings of the words that print a measure. */
const MEASURE_STEMS: Record<Measure, readonly string[]> = {
  fatalities: ['kill', 'dead', 'death', 'die', 'fatalit', 'lives', 'toll', 'martyr'],
  injuries: ['injur', 'wound', 'hurt'],
  casualties: ['casualt', 'victim'],
  incidents: ['attack', 'incident', 'blast', 'bombing', 'explosion'],
  abductions: ['abduct', 'kidnap', 'captive', 'hostage', 'seized'],
  arrests: ['arrest', 'detain'],
};

const MOST_ARTICLES = 12;

/** A year that is asked for as such must be in the sentence: "66 % more than in 2023". */
const yearAsked = (plan: Plan): string | null => {
  const asked = onlyPeriod(plan);
  return asked?.precision === 'year' ? asked.period.from.slice(0, 4) : null;
};

/** Articles that could speak of it: those the body asked about is quoted in, else those full text finds. */
const candidates = (plan: Plan, place: PlaceId | null, services: Services): Article[] => {
  const { asOf } = plan;
  const asked = onlyPeriod(plan);
  if (plan.bodies.length > 0) {
    const ids = services.store
      .figures({
        asOf,
        bodies: plan.bodies.map(body => body.id),
        ...(asked === null ? {} : { overlapping: asked.period }),
      })
      .map(figure => figure.article);
    return [...new Set(ids)].slice(-MOST_ARTICLES).flatMap(id => services.store.article(id, asOf) ?? []);
  }
  const words = [
    place === null ? '' : (services.gazetteer.byId(place)?.name ?? place.split('/').at(-1) ?? ''),
    yearAsked(plan) ?? '',
    plan.words,
  ].join(' ');
  const visible = visibleAt(services.store, asOf);
  return services.search
    .find(words, MOST_ARTICLES, visible)
    .flatMap(hit => services.store.article(hit.article, asOf) ?? []);
};

const spoken = (sentence: Sentence): boolean => sentence.role === 'body' || sentence.role === 'headline';

/**
 * The sentence that speaks of the place, the measure and the year of a question, best first by how much it speaks
 * of them; null when none does. A sentence whose figures belong to another place is none.
 */
export const nearestSentence = (plan: Plan, services: Services): Evidence | null => {
  const place = onlyPlace(plan);
  const names = place === null ? [] : placeNames(place, services);
  const year = yearAsked(plan);
  const measures: readonly Measure[] = plan.measures.length > 0 ? plan.measures : ['fatalities', 'injuries'];
  const stems = measures.flatMap(measure => MEASURE_STEMS[measure]);
  if (names.length === 0 && year === null) return null;
  // "Journalists killed": a sentence that does not speak of them says nothing of them.
  const about = [...plan.people, ...plan.typeWords].map(word => fold(word).slice(0, 6));
  let best: { evidence: Evidence; score: number } | null = null;
  for (const article of candidates(plan, place, services)) {
    const elsewhere = services.store
      .figures({ asOf: plan.asOf, article: article.id })
      .filter(
        figure => place !== null && figure.place !== null && !touches(figure.place.value, place, services),
      );
    for (const sentence of services.store.sentences(article.id, plan.asOf)) {
      if (!spoken(sentence)) continue;
      const text = fold(printed(article.text, sentence.span));
      const counted = stems.filter(stem => new RegExp(`(?<!\\p{L})${stem}`, 'u').test(text)).length;
      if (counted === 0 || (year !== null && plan.bodies.length === 0 && !text.includes(year))) continue;
      if (!about.every(word => text.includes(word))) continue;
      if (names.length > 0 && !names.some(name => holdsName(text, name))) continue;
      if (elsewhere.some(figure => figure.sentence === sentence.index)) continue;
      const denies = /\b(?:no|not|without|unknown|unclear)\b/.test(text) ? 1 : 0;
      const score = Math.min(counted, 2) + denies;
      if (best === null || score > best.score) best = { evidence: { article, sentence }, score };
    }
  }
  return best?.evidence ?? null;
};

const touches = (told: PlaceId, asked: PlaceId, { gazetteer }: Services): boolean =>
  placeIn(told, asked, gazetteer) || placeWithin(asked, told);
