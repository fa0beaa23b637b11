import type { Article } from '../src/core/article.ts';
import type { Knowledge } from '../src/extract/vocabulary.ts';
import { type Draw, drawFrom, pickByRank, pickFrom, rankBelow } from './draw.ts';

const COUNTRIES = ['pk', 'af', 'in'];
const FIRST_DAY = Date.UTC(2022, 0, 1);
const DAYS = 1_400;
const DAY = 86_400_000;

/** What stands around the story: some 60 words. */
const WORDS_OF_STORY = 240;
const WORDS_OF_SENTENCE = 16;
const SENTENCES_OF_PARAGRAPH = 3;

/** Words of no language, so that they say nothing by chance. Their ranks follow Zipf. */
export const FILLERS = 30_000;
const SYLLABLES = 'ba do fi ga ke lo mu na po ri su te vu wo za xi'.split(' ');

/** The made-up word of a rank, the most common one being 0. */
export const filler = (rank: number): string => {
  let [word, rest] = ['', rank + SYLLABLES.length];
  for (; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length];
  return word;
};

/** Names that the made-up articles hold: real ones, out of the data files. */
export interface CorpusNames {
  readonly towns: readonly { readonly name: string; readonly admin1: string | null }[];
  readonly groups: readonly string[];
  readonly bodies: readonly string[];
}

export const corpusNames = ({
  gazetteer,
  actors,
  bodies,
}: Pick<Knowledge, 'gazetteer' | 'actors' | 'bodies'>): CorpusNames => ({
  towns: [...gazetteer.all()].filter(
    ({ id, kind, admin1 }) =>
      COUNTRIES.includes(id.split('/')[0] ?? '') &&
      kind !== 'country' &&
      kind !== 'admin1' &&
      admin1 !== null,
  ),
  groups: [...actors.all()].map(({ name }) => name),
  bodies: [...bodies.all()].map(({ name }) => name),
});

const sentence = (draw: Draw): string => {
  const words = Array.from({ length: WORDS_OF_SENTENCE - 1 }, () => filler(rankBelow(draw, FILLERS)));
  return `The ${words.join(' ')}.`;
};

const paragraph = (draw: Draw): string =>
  Array.from({ length: SENTENCES_OF_PARAGRAPH }, () => sentence(draw)).join(' ');

const story = (draw: Draw): string[] =>
  Array.from({ length: Math.round(WORDS_OF_STORY / WORDS_OF_SENTENCE / SENTENCES_OF_PARAGRAPH) }, () =>
    paragraph(draw),
  );

const WHO = ['civilians', 'soldiers', 'policemen', 'people', 'militants'];
const DEEDS = ['a bomb blast', 'an attack', 'a suicide attack', 'an armed clash', 'an ambush'];
const PAPERS = ['Times', 'Post', 'Herald', 'Wire'];
const WEEKDAY = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });

/**
 * Made-up articles of about 300 words, the same for the same seed: one incident, its toll, what a body counts in the
 * province, and filler. Nothing of it happened. Places, groups and bodies are those of the data files; the first so many
 * articles of a longer corpus are those of a shorter one.
 */
export function* madeUpArticles(count: number, names: CorpusNames, seed = 1): Generator<Article> {
  const draw = drawFrom(seed);
  for (let i = 0; i < count; i++) {
    const town = pickByRank(draw, names.towns);
    const [group, body] = [pickByRank(draw, names.groups), pickByRank(draw, names.bodies)];
    const day = new Date(FIRST_DAY + draw(DAYS) * DAY);
    const [killed, hurt, month] = [1 + draw(30), 1 + draw(60), 10 + draw(90)];
    const [who, deed] = [pickFrom(draw, WHO), pickFrom(draw, DEEDS)];
    const title = `${killed} ${who} killed in ${deed} in ${town.name}`;
    const lines = [
      title,
      `At least ${killed} ${who} were killed and ${hurt} others were injured in ${deed} in ${town.name}, ${town.admin1}, on ${WEEKDAY.format(day)}, police said.`,
      `${group} claimed responsibility for the attack.`,
      `According to ${body}, ${month} people were killed in ${town.admin1} in the previous month, while ${month * 2} were injured.`,
      ...story(draw),
    ];
    yield {
      id: `made-up-${i}`,
      title,
      published: day.toISOString().slice(0, 10),
      publisher: `Made-up ${pickFrom(draw, PAPERS)}`,
      url: null,
      text: lines.join('\n\n'),
    };
  }
}
