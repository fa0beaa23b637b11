import type { Body } from '../../core/actor.ts';
import { type Article, publishedDay, type Sentence } from '../../core/article.ts';
import type { Reading } from '../../core/figure.ts';
import type { Period } from '../../core/period.ts';
import type { Place } from '../../core/place.ts';
import { readMasthead } from '../../text/masthead.ts';
import { isReadable, readSentences } from '../../text/sentences.ts';
import { type Token, tokenize } from '../../text/tokens.ts';
import { type PlaceContext, placeContext } from '../places/places.ts';
import { resolvePlaces } from '../places/resolve.ts';
import { type Carry, readSentence, type SentenceFacts, START } from '../sentence/facts.ts';
import type { Knowledge } from '../vocabulary.ts';
import { type ArticleScope, reportStart } from './scope.ts';

/** An article read sentence by sentence, with what only the whole can tell. */
export interface ReadArticle {
  readonly sentences: readonly Sentence[];
  readonly facts: readonly SentenceFacts[];
  readonly places: PlaceContext;
  readonly scope: ArticleScope;
  /** The stretch its counts are about, where the text names one. */
  readonly period: Reading<Period> | null;
  readonly report: Body | null;
  /** False when the opening is about a flood, an accident or a match. */
  readonly security: boolean;
}

interface CutSentence {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
}

/** Folded words the text prints with a capital inside sentences: names that may open one elsewhere. */
const namesIn = (cut: readonly CutSentence[]): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const { sentence, tokens } of cut) {
    if (sentence.role !== 'body') continue;
    for (const [i, token] of tokens.entries()) {
      const inside = tokens[i - 1]?.kind === 'word' || tokens[i - 1]?.text === '-';
      if (i > 0 && token.capital && token.folded.length > 3 && inside) names.add(token.folded);
    }
  }
  return names;
};

const longPeriod = (all: readonly SentenceFacts[], from: number): Reading<Period> | null => {
  for (const facts of all) {
    if (facts.sentence.index < from) continue;
    const read = facts.periods.find(one => one.precision !== 'day' && one.precision !== 'week');
    if (read !== undefined) return { value: read.period, basis: 'carried', span: read.span };
  }
  return null;
};

/** The headline and the first two sentences say what an article is about. */
const opensOnViolence = (all: readonly SentenceFacts[]): boolean => {
  const opening = all.slice(0, 3);
  const causes = opening.filter(facts => facts.notSecurity).length;
  const violent = opening.filter(facts => facts.kind !== null && facts.kind.kind !== 'armed-attack').length;
  return causes === 0 || violent >= causes;
};

/** Reads the sentences of an article in order, then resolves its places against each other. */
export const readArticle = (article: Article, knowledge: Knowledge): ReadArticle => {
  const sentences = readSentences(article.text);
  const published = publishedDay(article) ?? readMasthead(article.text).published;
  const cut = sentences.filter(isReadable).map(sentence => ({
    sentence,
    tokens: tokenize(article.text, sentence.span.start, sentence.span.end),
  }));
  const names = namesIn(cut);
  const read: SentenceFacts[] = [];
  let carry: Carry = START;
  let bodySeen = 0;
  for (const { sentence, tokens } of cut) {
    if (sentence.role === 'body') bodySeen += 1;
    const one = readSentence(
      article.text,
      sentence,
      tokens,
      published,
      names,
      bodySeen <= 1,
      carry,
      knowledge,
    );
    read.push(one.facts);
    carry = one.carry;
  }
  const places = placeContext(read.flatMap(facts => facts.mentions));
  const named = new Map<string, Place>();
  for (const one of read) {
    for (const { place } of resolvePlaces(one.mentions, places, named, false))
      if (!place.listed) named.set(place.name, place);
  }
  const facts = read.map(one => ({
    ...one,
    places: resolvePlaces(one.mentions, places, named, one.drafts.length > 0),
  }));
  const reportFrom = reportStart(facts);
  return {
    sentences,
    facts,
    places,
    scope: { published, reportFrom },
    period: longPeriod(facts, Math.max(0, Math.min(reportFrom, 1e6) - 2)),
    report: carry.bodies.report,
    security: opensOnViolence(facts),
  };
};
