import type { Plan } from './plan.ts';

/** "And in Balochistan?", "what about the injured": a question that goes on from the one before. */
export const isFollowUp = (words: string): boolean =>
  /^\s*(?:and|also|what about|how about|same (?:for|in|of))\b/i.test(words);

const orBefore = <T>(now: readonly T[], before: readonly T[]): readonly T[] =>
  now.length > 0 ? now : before;

/** A question completed by the one before it: what it does not name itself is meant as it was. */
export const withPrevious = (now: Plan, before: Plan): Plan => {
  const placed = now.places.length > 0;
  const people = now.victims === null && now.people.length === 0;
  return {
    ...now,
    intent: before.intent === 'search' || now.intent === 'compare' ? now.intent : before.intent,
    periods: orBefore(now.periods, before.periods),
    places: orBefore(now.places, before.places),
    together: placed ? now.together : before.together,
    bodies: orBefore(now.bodies, before.bodies),
    actors: orBefore(now.actors, before.actors),
    victims: people ? before.victims : now.victims,
    people: people ? before.people : now.people,
    peopleWords: people ? before.peopleWords : now.peopleWords,
    operations: now.operations ?? before.operations,
    security: now.security && before.security,
    measures: orBefore(now.measures, before.measures),
    types: orBefore(now.types, before.types),
    typeWords: orBefore(now.typeWords, before.typeWords),
    total: now.total || before.total,
    counting: now.counting || before.counting,
    // The words that singled out an incident single out none in another place.
    rest: placed ? now.rest : orBefore(now.rest, before.rest),
  };
};
