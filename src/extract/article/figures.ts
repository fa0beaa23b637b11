import type { Body } from '../../core/actor.ts';
import type { Operations, Reading, VictimClass } from '../../core/figure.ts';
import type { Place } from '../../core/place.ts';
import type { Span } from '../../core/span.ts';
import type { Draft } from '../matchers/draft.ts';
import { type ResolvedPlace, scenes } from '../places/places.ts';
import type { Attribution } from '../sentence/attribution.ts';
import type { SentenceFacts } from '../sentence/facts.ts';

const MOST_QUOTED = 140;

/** The words that print the number and what it counts, from the count to its verb. */
export const spanOfDraft = (draft: Draft, facts: SentenceFacts): Span => {
  const { words } = facts.shape.line;
  const start = (at: number) => words[at]?.span.start ?? facts.sentence.span.start;
  const end = (at: number) => words[at - 1]?.span.end ?? facts.sentence.span.end;
  const whole = {
    start: Math.min(start(draft.from), start(draft.verb.from)),
    end: Math.max(end(draft.to), end(draft.verb.to)),
  };
  const last = Math.max(draft.to, draft.verb.to);
  // "47 unarmed residents of Bara": whose they are belongs to what is counted.
  const owner =
    words[last]?.folded === 'of' ? facts.places.find(place => place.from === last + 1) : undefined;
  const quoted = { start: whole.start, end: owner === undefined ? whole.end : end(owner.to) };
  return quoted.end - quoted.start <= MOST_QUOTED ? quoted : { start: start(draft.from), end: end(draft.to) };
};

/** The attribution that speaks for a count: the only one, or the nearest; a paper that passes it on gives way to the body it quotes. */
export const bodyOf = (
  draft: Draft,
  facts: SentenceFacts,
): { readonly body: Attribution | null; readonly via: Attribution | null } => {
  const own = facts.bodies.stated.filter(said => !said.via);
  const via = facts.bodies.stated.find(said => said.via) ?? null;
  const pool = own.length > 0 ? own : facts.bodies.stated;
  const middle = (draft.from + draft.to) / 2;
  // "police said" behind a count vouches for it; one before a semicolon speaks of something else.
  const cost = (said: Attribution) =>
    Math.abs(said.at - middle) +
    (between(facts, said.at, draft.from) ? 40 : 0) +
    (saysAt(facts, said.at) ? 0 : 12);
  const body = [...pool].sort((a, b) => cost(a) - cost(b) || a.at - b.at)[0] ?? null;
  return { body, via: own.length > 0 ? via : null };
};

/** "the deputy commissioner said": the verb stands right behind the name. */
const saysAt = (facts: SentenceFacts, at: number): boolean =>
  facts.shape.line.folded
    .slice(at + 1, at + 5)
    .some(word => /^(?:said|says|told|reported|added|stated|confirmed|counts|announced)$/.test(word)) ||
  /\b(?:according to|said)\b/.test(facts.shape.line.folded.slice(Math.max(0, at - 4), at).join(' '));

const between = (facts: SentenceFacts, a: number, b: number): boolean =>
  facts.shape.line.words.slice(Math.min(a, b), Math.max(a, b)).some(word => word.text === ';');

/** The place a count belongs to among those of its sentence: the nearest, one in the same clause first. */
export const placeOf = (draft: Draft, facts: SentenceFacts, local: boolean): ResolvedPlace | undefined => {
  const { words } = facts.shape.line;
  const pool = scenes(facts.places);
  const clauseCut = (a: number, b: number): number =>
    words
      .slice(Math.min(a, b), Math.max(a, b))
      .reduce(
        (cost, word) =>
          cost +
          (word.text === ';'
            ? 30
            : /^(?:while|whereas|when|where|but)$/.test(word.folded)
              ? 4
              : word.text === ','
                ? 2
                : 0),
        0,
      );
  const from = Math.min(draft.from, draft.verb.from);
  const to = Math.max(draft.to, draft.verb.to);
  const cost = (place: ResolvedPlace): number => {
    const wide = local && (place.place.kind === 'country' || place.place.kind === 'admin1') ? 25 : 0;
    if (place.from >= to) return place.from - to + clauseCut(to, place.from) + wide;
    if (place.to <= from) return from - place.to + clauseCut(place.to, from) + 1 + wide;
    return wide;
  };
  return [...pool].sort((a, b) => cost(a) - cost(b) || a.from - b.from)[0];
};

/** Words around a count without what is counted beside it: "685 fatalities and 444 militant attacks" are two things. */
const wordsAround = (draft: Draft, facts: SentenceFacts): string => {
  const { folded, words } = facts.shape.line;
  const beside = facts.shape.units.filter(
    (unit, i, all) => unit.symbol === 'V' && unit.from !== draft.from && all[i - 1]?.symbol === '&',
  );
  return folded
    .filter((_, i) => words[i]?.kind !== 'mark' && !beside.some(unit => unit.from <= i && i < unit.to))
    .join(' ');
};

/** Which kind of happenings a count covers, from the words of its sentence; null where it does not say. */
export const operationsOf = (draft: Draft, facts: SentenceFacts): Operations | null => {
  const words = wordsAround(draft, facts);
  const attacks =
    /\b(?:(?:militant|terrorist|terror|insurgent) (?:attacks?|and)|attacks? by|in the attacks|terrorist violence)\b/.test(
      words,
    );
  const operations =
    /\b(?:operations? (?:by|of|launched|against)|security operations?|counter ?terror(?:ism)? operations?|counterterrorism operations|clearance operations?|military operations?)\b/.test(
      words,
    );
  const together =
    /\b(?:together with the operations|attacks and operations|attacks and (?:\w+ ){0,2}operations|combined)\b/.test(
      words,
    );
  if ((attacks && operations) || (together && operations)) return 'both';
  if (operations) return 'security-operations';
  return attacks ? 'militant-attacks' : null;
};

export const victimsOf = (draft: Draft): readonly VictimClass[] => {
  if (draft.sides !== null) return draft.sides;
  const side = draft.people?.side ?? null;
  return side === null ? [] : [side];
};

/** Ids of figures count within their article, in the order of the text. */
export const figureId = (article: string, span: Span, n: number): string => `${article}#${span.start}.${n}`;

export const placeReading = (
  place: ResolvedPlace | undefined,
  carried: Reading<Place> | null,
): Reading<Place> | null =>
  place === undefined
    ? carried === null
      ? null
      : { ...carried, basis: carried.basis === 'assumed' ? 'assumed' : 'carried' }
    : { value: place.place, basis: 'stated', span: place.span };

export const carriedBody = (body: Body | null): Reading<string> | null =>
  body === null ? null : { value: body.id, basis: 'carried', span: null };
