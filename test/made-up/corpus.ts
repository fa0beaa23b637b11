import type { Article } from '../../src/core/article.ts';
import { clockAt } from '../../src/core/clock.ts';
import type { Figure } from '../../src/core/figure.ts';
import type { Report } from '../../src/core/incident.ts';
import type { Span } from '../../src/core/span.ts';
import { encloses } from '../../src/core/span.ts';
import { shelfOf } from '../../src/corpus.ts';
import { createDigestAdmin } from '../../src/digest-admin.ts';
import { intakeServices } from '../../src/intake-services.ts';
import { loadActors } from '../../src/knowledge/actors.ts';
import { loadBodies } from '../../src/knowledge/bodies.ts';
import { loadLexicon } from '../../src/knowledge/lexicon.ts';
import { followNames, followTitles } from '../../src/names.ts';
import { createLedgers } from '../../src/query/ledger/ledgers.ts';
import type { Services } from '../../src/query/services.ts';
import { createSearch } from '../../src/search/search.ts';
import { termsToIndex } from '../../src/search/shelf.ts';
import type { Reading } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { createSynonyms } from '../../src/synonyms.ts';
import { readSentences } from '../../src/text/sentences.ts';
import { namesWhenAsked } from '../../src/when-asked.ts';
import { loopbackFetching } from '../servers/fetching.ts';
import { keep } from '../store/keep.ts';
import { figure, type Loose, period, read } from './figures.ts';
import { gazetteer } from './places.ts';

type LooseFigure = Loose & {
  /** Words of the text that print it. */
  readonly at: string;
  /** Index in this list of the figure it is a part of. */
  readonly part?: number;
};

interface LooseReport {
  readonly at: string;
  readonly type: Report['type'];
  readonly day: string | null;
  readonly place: string;
  readonly site?: string;
  readonly claimed?: string;
  readonly background?: boolean;
  /** Indexes of its figures; those that are its toll. */
  readonly figures: readonly number[];
  readonly killed?: readonly number[];
  readonly attackers?: readonly number[];
}

export interface LooseArticle {
  readonly id: string;
  readonly published: string | null;
  readonly text: string;
  readonly figures: readonly LooseFigure[];
  readonly reports?: readonly LooseReport[];
}

/** What an extractor would have read in a made-up text. */
export const reading = ({ id, published, text, figures, reports = [] }: LooseArticle): Reading => {
  const sentences = readSentences(text);
  const spanOf = (at: string): Span => {
    const start = text.indexOf(at);
    if (start < 0) throw new Error(`“${at}” is not in ${id}`);
    return { start, end: start + at.length };
  };
  const sentenceOf = (span: Span): number => sentences.find(each => encloses(each.span, span))?.index ?? 0;
  const ids = figures.map((_, i) => `${id}#${i}`);
  const made = figures.map(({ at, part, ...loose }, i): Figure => {
    const span = spanOf(at);
    return {
      ...figure(loose),
      id: ids[i] ?? '',
      article: id,
      span,
      sentence: sentenceOf(span),
      partOf: part === undefined ? null : (ids[part] ?? null),
    };
  });
  const toll = (indexes: readonly number[]) => {
    const own = indexes.flatMap(i => made[i] ?? []);
    const numbers = own.flatMap(each => each.quantity.low ?? []);
    return own.length === 0
      ? null
      : {
          low: Math.min(...numbers),
          best: numbers[0] ?? null,
          high: Math.max(...numbers),
          figures: own.map(each => each.id),
        };
  };
  return {
    article: { id, title: null, published, publisher: 'Made-up Times', url: null, text },
    sentences,
    figures: made,
    reports: reports.map((each, i): Report => {
      const span = spanOf(each.at);
      return {
        id: `${id}@${i}`,
        article: id,
        sentence: sentenceOf(span),
        span,
        type: each.type,
        period: each.day === null ? null : read(period(each.day)),
        place: read(each.place),
        site: each.site ?? null,
        actors: each.claimed === undefined ? [] : [{ actor: each.claimed, role: 'claimed', by: null, span }],
        fatalities: toll(each.killed ?? []),
        attackersKilled: toll(each.attackers ?? []),
        injuries: null,
        abductions: null,
        figures: each.figures.map(index => ids[index] ?? ''),
        background: each.background ?? false,
        rules: ['made-up'],
      };
    }),
  };
};

/** Pages that are tested come with no made-up facts of their own. */
const readNothing = (article: Article): Reading => ({ article, sentences: [], figures: [], reports: [] });

const actors = loadActors();
const bodies = loadBodies(actors);
const lexicon = loadLexicon();

export const knowledge = { gazetteer, actors, bodies };

/** The real store, search and names over made-up readings, for questions of one moment after another. */
export const corpus = (
  readings: readonly Reading[],
  merges: Services['merges'] = { apart: [], together: [] },
  trends: Services['trends'] = () => [],
  database: string | null = null,
): ((asOf: string) => Services) => {
  const opened = openStore(database ?? ':memory:');
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  const synonyms = createSynonyms(knowledge);
  keep(
    store,
    readings.map(each => ({ ...each, terms: termsToIndex(each.article, each.sentences, synonyms) })),
  );
  const search = createSearch({ index: store, shelf: shelfOf(store), synonyms });
  const names = namesWhenAsked({ names: followNames(knowledge, store), titles: followTitles(store) });
  const ledgers = createLedgers({
    store,
    orders: merges,
    isMonitor: body => bodies.byId(body)?.kind === 'monitor',
    rules: 'rules 1',
  });
  return asOf => {
    const clock = clockAt(asOf);
    if (clock === null) throw new Error(asOf);
    const parts = { store, settings: { database }, read: readNothing, clock, fetching: loopbackFetching };
    const intake = intakeServices('rules 1', parts);
    const digests = createDigestAdmin({
      store,
      settings: { database, zone: 'UTC' },
      clock,
      freeze: null,
    });
    return {
      store,
      ledgers,
      search,
      names,
      gazetteer,
      actors,
      bodies,
      lexicon,
      merges,
      trends,
      intake,
      digests,
      clock,
    };
  };
};
