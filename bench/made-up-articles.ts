import type { Article } from '../src/core/article.ts';
import type { Knowledge } from '../src/extract/vocabulary.ts';

/** A stream of numbers from 0 up to 1 that is the same for the same seed (mulberry32). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const COUNTRIES = ['pk', 'af', 'in'];
const FIRST_DAY = Date.UTC(2022, 0, 1);
const DAYS = 1_400;
const DAY = 86_400_000;
const WORDS_OF_STORY = 45;
/** Words of no language, so that they say nothing by chance. Ranks follow Zipf. */
const FILLERS = 12_000;
const SYLLABLES = [
  'ba',
  'do',
  'fi',
  'ga',
  'ke',
  'lo',
  'mu',
  'na',
  'po',
  'ri',
  'su',
  'te',
  'vu',
  'wo',
  'za',
  'xi',
];

const filler = (rank: number): string => {
  let [word, rest] = ['', rank + 16];
  for (; rest > 0; rest = Math.floor(rest / 16)) word += SYLLABLES[rest % 16];
  return word;
};

/**
 * Made-up articles of about 120 words, the same for the same seed: one incident, its toll, what a body counts in the
 * province, and filler. Nothing of it happened. Places, groups and bodies are those of the data files.
 */
export function* madeUpArticles(
  count: number,
  { gazetteer, actors, bodies }: Pick<Knowledge, 'gazetteer' | 'actors' | 'bodies'>,
  seed = 1,
): Generator<Article> {
  const random = randomFrom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const pick = <T>(list: readonly T[]): T => {
    const one = list[below(list.length)];
    if (one === undefined) throw new RangeError('nothing to pick from');
    return one;
  };
  /** The first of a list often, the last hardly ever. */
  const pickByRank = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(list.length ** random()) - 1];
    return one ?? pick(list);
  };
  const ofOurs = [...gazetteer.all()].filter(({ id }) => COUNTRIES.includes(id.split('/')[0] ?? ''));
  const towns = ofOurs.filter(
    ({ kind, admin1 }) => kind !== 'country' && kind !== 'admin1' && admin1 !== null,
  );
  const groups = [...actors.all()].map(({ name }) => name);
  const counters = [...bodies.all()].map(({ name }) => name);
  const story = (): string => {
    const words = Array.from({ length: WORDS_OF_STORY }, () => filler(Math.floor(FILLERS ** random()) - 1));
    return `The ${words.slice(0, 15).join(' ')}. It ${words.slice(15, 30).join(' ')}. They ${words.slice(30).join(' ')}.`;
  };
  for (let i = 0; i < count; i++) {
    const [town, group, body] = [pickByRank(towns), pickByRank(groups), pickByRank(counters)];
    const day = new Date(FIRST_DAY + below(DAYS) * DAY).toISOString();
    const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(new Date(day));
    const [killed, hurt, month] = [1 + below(30), 1 + below(60), 10 + below(90)];
    const who = pick(['civilians', 'soldiers', 'policemen', 'people', 'militants']);
    const deed = pick(['a bomb blast', 'an attack', 'a suicide attack', 'an armed clash', 'an ambush']);
    const lines = [
      `${killed} ${who} killed in ${deed} in ${town.name}`,
      `At least ${killed} ${who} were killed and ${hurt} others were injured in ${deed} in ${town.name}, ${town.admin1}, on ${weekday}, police said.`,
      `${group} claimed responsibility for the attack.`,
      `According to ${body}, ${month} people were killed in ${town.admin1} in the previous month, while ${month * 2} were injured.`,
      story(),
    ];
    yield {
      id: `made-up-${i}`,
      title: lines[0] ?? null,
      published: day.slice(0, 10),
      publisher: `Made-up ${pick(['Times', 'Post', 'Herald', 'Wire'])}`,
      url: null,
      text: lines.join('\n\n'),
    };
  }
}
