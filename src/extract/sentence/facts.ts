import type { ActorId, Body } from '../../core/actor.ts';
import type { Sentence } from '../../core/article.ts';
import type { Day, Period } from '../../core/period.ts';
import type { PhraseTable } from '../../core/phrases.ts';
import type { KindWord } from '../../knowledge/lexicon.ts';
import { type PeriodReading, readPeriods } from '../../text/periods.ts';
import type { Token } from '../../text/tokens.ts';
import type { Draft } from '../matchers/draft.ts';
import { readDrafts } from '../matchers/list.ts';
import type { Running } from '../matchers/running.ts';
import { placeMentions } from '../places/mentions.ts';
import type { PlaceMention, ResolvedPlace } from '../places/places.ts';
import { absorb } from '../units/absorb.ts';
import { coordinate } from '../units/coordinate.ts';
import type { People } from '../units/group.ts';

import { withoutTitleCase } from '../units/headline.ts';
import { type Shape, shapeOf } from '../units/units.ts';
import { lineOf } from '../units/words.ts';
import { actorAt, type Knowledge } from '../vocabulary.ts';
import { attributions, type RunningBody, type SentenceBodies } from './attribution.ts';

export interface ActorMention {
  readonly actor: ActorId;
  readonly kind: 'armed-group' | 'state-force';
  readonly from: number;
  readonly to: number;
  readonly label: boolean;
}

/** A word for a kind of happening, and the index of its first word. */
export interface KindMention extends KindWord {
  readonly at: number;
}

/** Everything read out of one sentence by itself, before the article is put together. */
export interface SentenceFacts {
  readonly sentence: Sentence;
  readonly shape: Shape;
  readonly drafts: readonly Draft[];
  readonly periods: readonly PeriodReading[];
  readonly mentions: readonly PlaceMention[];
  readonly places: readonly ResolvedPlace[];
  readonly bodies: SentenceBodies;
  readonly actors: readonly ActorMention[];
  /** The most telling word for a kind of happening; null when there is none. */
  readonly kind: KindMention | null;
  readonly kinds: readonly KindMention[];
  /** What was hit, as printed. */
  readonly sites: readonly { readonly at: number; readonly name: string }[];
  /** It tells of a happening, and does not only speak of one: "a bomb went off". */
  readonly happened: boolean;
  /** It speaks of a flood, an accident, a match. */
  readonly notSecurity: boolean;
  /** Word from which on it tells what went before: "came days after …"; null when it does not. */
  readonly aftermath: number | null;
  /** It recalls: an anniversary, a court story, "the massacre recalls". */
  readonly recalled: boolean;
}

/** What one sentence leaves to the next. */
export interface Carry {
  readonly running: Running;
  readonly bodies: RunningBody;
  /** The day the text speaks of, for "four days earlier". */
  readonly day: Period | null;
}

export const START: Carry = {
  running: { total: null, totals: [], topic: null, people: [] },
  bodies: { last: null, report: null, group: null },
  day: null,
};

const actorsIn = (shape: Shape, knowledge: Knowledge): ActorMention[] => {
  const found: ActorMention[] = [];
  if (!knowledge.actors.names.opensIn(shape.line.folded)) return found;
  for (let i = 0; i < shape.line.words.length; i++) {
    const at = actorAt(shape.line, i, knowledge);
    const name = at?.values[0];
    if (at === null || name === undefined) continue;
    found.push({
      actor: name.actor.id,
      kind: name.actor.kind,
      from: i,
      to: i + at.length,
      label: name.label,
    });
    i += at.length - 1;
  }
  return found;
};

type Table = Pick<PhraseTable<unknown>, 'longestAt' | 'opensIn'>;

const firstOf = ({ line: { folded } }: Shape, table: Table): number | null => {
  const at = table.opensIn(folded) ? folded.findIndex((_, i) => table.longestAt(folded, i) !== null) : -1;
  return at < 0 ? null : at;
};

const has = (shape: Shape, table: Table): boolean => firstOf(shape, table) !== null;

const kindsIn = (shape: Shape, { lexicon }: Knowledge): KindMention[] => {
  const { folded } = shape.line;
  if (!lexicon.kinds.opensIn(folded)) return [];
  const accident = has(shape, lexicon.accidents);
  let taken = 0;
  return folded.flatMap((_, at) => {
    // "a gas explosion", "the penalty shootout": inside a longer name it is what that name says.
    taken = Math.max(taken, at + (lexicon.notSecurity.longestAt(folded, at)?.length ?? 0));
    const value = lexicon.kinds.longestAt(folded, at)?.values[0];
    // "no body was found"
    const denied = folded[at - 1] === 'no';
    if (value === undefined || denied || at < taken || (accident && value.neutral)) return [];
    return [{ ...value, at }];
  });
};

const mostTelling = (kinds: readonly KindMention[]): KindMention | null =>
  kinds.reduce(
    (best: KindMention | null, kind) => (best === null || kind.rank < best.rank ? kind : best),
    null,
  );

/** The clause a count stands in, as word indexes: "while" and semicolons part a sentence. */
const clauseOf = (facts: SentenceFacts, draft: Draft | null): readonly [from: number, to: number] => {
  const { folded, words } = facts.shape.line;
  if (draft === null) return [0, words.length];
  const cuts = folded.flatMap((word, i) =>
    word === 'while' || word === 'whereas' || words[i]?.text === ';' ? [i] : [],
  );
  return [cuts.findLast(cut => cut <= draft.from) ?? 0, cuts.find(cut => cut > draft.from) ?? words.length];
};

/** The kind of happening a count belongs to: of its own clause, else of its sentence. */
export const kindFor = (facts: SentenceFacts, draft: Draft | null): KindMention | null => {
  const [from, to] = clauseOf(facts, draft);
  return mostTelling(facts.kinds.filter(kind => kind.at >= from && kind.at < to)) ?? facts.kind;
};

/** What was hit, in the clause of a count. */
export const siteFor = (facts: SentenceFacts, draft: Draft | null): string | null => {
  const [from, to] = clauseOf(facts, draft);
  return facts.sites.find(site => site.at >= from && site.at < to)?.name ?? null;
};

/** "died in hospital", "rushed to a clinic": where the hurt were brought was not hit. */
const BROUGHT =
  /\b(?:died|succumbed|taken|shifted|moved|rushed|admitted|treated|brought|evacuated|transferred|flown|treatment|bodies|injured)\b/;
const WARDS = /\b(?:hospital|clinic|centre|center)s?$/;

const CARRIES = /^(?:laden|packed|rigged|filled|loaded|bomb|bombs|bombing|bombings)$/;

/** What was hit, with the name printed before it: "Rocha checkpost", "Quetta railway station". */
const sitesIn = (
  shape: Shape,
  { stated }: SentenceBodies,
  { lexicon }: Knowledge,
): SentenceFacts['sites'] => {
  const { words, folded } = shape.line;
  const sites: { at: number; name: string }[] = [];
  if (!lexicon.sites.opensIn(folded)) return sites;
  for (let i = 0; i < words.length; i++) {
    const site = lexicon.sites.longestAt(folded, i);
    if (site === null) continue;
    // "the health ministry", "a village head": who speaks or is hit, and no site.
    const start = words[i]?.span.start ?? 0;
    const speaks = stated.some(said => said.span.start <= start && start < said.span.end);
    if (speaks || lexicon.people.longestAt(folded, i + site.length) !== null) continue;
    // "a car bomb", "an explosives-laden vehicle": what carried the bomb was not what it hit.
    if (CARRIES.test(folded[i - 1] ?? '') || CARRIES.test(folded[i + site.length] ?? '')) continue;
    const ward = WARDS.test(folded.slice(i, i + site.length).join(' '));
    if (ward && BROUGHT.test(folded.slice(Math.max(0, i - 5), i).join(' '))) continue;
    let from = i;
    while (from > 0 && i - from < 2 && words[from - 1]?.kind === 'word' && words[from - 1]?.capital)
      from -= 1;
    const printed = words.slice(from, i + site.length).filter(word => !/^(?:the|a|an)$/i.test(word.text));
    sites.push({ at: i, name: printed.map(word => word.text).join(' ') });
    i += site.length - 1;
  }
  return sites;
};

/** Words that only need a pair of eyes: a sentence without any of them reports nothing that could be counted. */
const totalOf = (drafts: readonly Draft[]): Draft | undefined =>
  drafts.filter(draft => draft.role === 'total' && draft.measure !== 'incidents').at(-1);

export interface ReadSentence {
  readonly facts: SentenceFacts;
  readonly carry: Carry;
}

/** "KARACHI, March 4, 2025: …": the date of a dateline is when it was printed. A record's "05/26/2021:" is when it happened. */
const datelineEnd = (printed: string): number =>
  /^(?:[A-Z][\p{Lu} ./'-]{2,40},? )?\(?[\p{L}., ]{0,12}\d{1,2},? [\p{L}. ]{0,12}\d{4}\)?(?: \([\p{Lu} ]{3,30}\))?\s*[:–—-]/u.exec(
    printed,
  )?.[0].length ?? 0;

/** Reads one sentence. `carry` is what the ones before left; what this one leaves comes back with its facts. */
export const readSentence = (
  text: string,
  sentence: Sentence,
  tokens: readonly Token[],
  anchor: Day | null,
  names: ReadonlySet<string>,
  firstBody: boolean,
  carry: Carry,
  knowledge: Knowledge,
): ReadSentence => {
  const { start, end } = sentence.span;
  const printed = text.slice(start, end);
  const dateline = firstBody ? datelineEnd(printed) : 0;
  const inText = readPeriods(printed, anchor, 'news', carry.day).filter(
    read => read.span.end > dateline || read.rule === 'slash-day',
  );
  const periods = inText.map(read => ({
    ...read,
    span: { start: read.span.start + start, end: read.span.end + start },
  }));
  const line = withoutTitleCase(lineOf(tokens), knowledge);
  const shape = coordinate(absorb(shapeOf(line, knowledge, periods, names)));
  const drafts = readDrafts(shape, carry.running);
  const bodies = attributions(shape, drafts, knowledge, carry.bodies);
  const kinds = kindsIn(shape, knowledge);
  const facts: SentenceFacts = {
    sentence,
    shape,
    drafts,
    periods,
    mentions: placeMentions(shape, knowledge, firstBody),
    places: [],
    bodies,
    actors: actorsIn(shape, knowledge),
    kind: mostTelling(kinds),
    kinds,
    sites: sitesIn(shape, bodies, knowledge),
    happened: has(shape, knowledge.lexicon.happened),
    notSecurity: has(shape, knowledge.lexicon.notSecurity) || has(shape, knowledge.lexicon.accidents),
    aftermath: firstOf(shape, knowledge.lexicon.aftermath),
    recalled: has(shape, knowledge.lexicon.recalled),
  };
  return { facts, carry: next(facts, carry, knowledge) };
};

/** People with a number, and lists as their sum: "a chief along with eight guards" are nine hostages. */
const countedIn = (facts: SentenceFacts): People[] =>
  facts.shape.units.flatMap(unit => {
    const counted = unit.people.filter(people => people.quantity !== null && people.form !== 'named');
    const [first] = counted;
    if (first === undefined) return [];
    const sum = counted.reduce((total, people) => total + (people.quantity?.low ?? 0), 0);
    return [
      counted.length === 1
        ? first
        : { ...first, noun: null, quantity: { low: sum, high: sum, bound: 'exact' as const } },
    ];
  });

const next = (facts: SentenceFacts, carry: Carry, { bodies }: Knowledge): Carry => {
  const group = facts.actors.findLast(one => one.kind === 'armed-group' && !one.label);
  const total = totalOf(facts.drafts);
  const own = facts.bodies.stated.find(said => !said.via) ?? facts.bodies.stated[0];
  const last: Body | null = own?.body ?? facts.bodies.carried ?? carry.bodies.last;
  const day = facts.periods.find(
    read => read.precision === 'day' && read.rule !== 'earlier' && read.rule !== 'ago',
  );
  const topic = facts.shape.units.findLast(
    unit => 'FJAC'.includes(unit.symbol) || (unit.symbol === 'I' && facts.shape.letters.includes('O')),
  );
  return {
    running: {
      total: total === undefined ? carry.running.total : { measure: total.measure, low: total.quantity.low },
      totals: [
        ...carry.running.totals,
        ...facts.drafts
          .filter(draft => draft.role === 'total')
          .map(draft => ({ measure: draft.measure, low: draft.quantity.low })),
      ].slice(-8),
      people: [...carry.running.people, ...countedIn(facts)].slice(-8),
      topic: facts.drafts.length === 0 ? (topic?.harm[0]?.measure ?? carry.running.topic) : null,
    },
    bodies: {
      last,
      report: own?.body.kind === 'monitor' ? own.body : carry.bodies.report,
      group: group === undefined ? carry.bodies.group : bodies.byId(group.actor),
    },
    day: day?.period ?? carry.day,
  };
};
