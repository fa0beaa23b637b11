import type { CorpusNames } from '../corpus.ts';
import { type Draw, drawFrom, pickByRank, pickFrom } from '../draw.ts';
import { corpusQueries } from '../search/queries.ts';

const SEED = 11;
const YEARS = [2022, 2023, 2024, 2025];
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const VICTIMS = ['soldiers', 'civilians', 'policemen', 'militants'];

type Make = (draw: Draw, names: CorpusNames) => string;

const town: Make = (draw, names) => pickByRank(draw, names.towns).name;
const province: Make = (draw, names) => pickByRank(draw, names.towns).admin1 ?? 'Punjab';
const year = (draw: Draw): number => pickFrom(draw, YEARS);
const month = (draw: Draw): string => `${pickFrom(draw, MONTHS)} ${year(draw)}`;

/** What is asked of each kind, from the widest scope to the narrowest. */
const KINDS: Readonly<Record<string, readonly Make[]>> = {
  '/casualties': [
    draw => `/casualties ${year(draw)}`,
    (draw, names) => `/casualties ${province(draw, names)} ${year(draw)}`,
    (draw, names) => `/casualties ${province(draw, names)} ${month(draw)} ${pickFrom(draw, VICTIMS)}`,
    (draw, names) => `/casualties ${town(draw, names)}`,
    draw => `/casualties ${month(draw)}`,
  ],
  '/incident': [
    (draw, names) => `/incident ${town(draw, names)}`,
    (draw, names) => `/incident ${town(draw, names)} ${year(draw)}`,
    (draw, names) => `/incident ${province(draw, names)} ${month(draw)}`,
    (draw, names) => `/incident suicide attack ${town(draw, names)}`,
  ],
  'a plain sentence': [
    (draw, names) =>
      `how many ${pickFrom(draw, VICTIMS)} were killed in ${province(draw, names)} in ${month(draw)}?`,
    (draw, names) => `what happened in ${town(draw, names)} in ${month(draw)}`,
    (draw, names) => `who claimed the attack in ${town(draw, names)}?`,
    (draw, names) => `${pickFrom(draw, names.groups)} attacks ${year(draw)}`,
  ],
};

/** Different questions of each kind, the same on every run. */
export const questionsFor = (ofEach: number, names: CorpusNames): ReadonlyMap<string, readonly string[]> => {
  const draw = drawFrom(SEED);
  const asked = Object.entries(KINDS).map(([kind, makes]): [string, readonly string[]] => [
    kind,
    Array.from({ length: ofEach }, (_, i) => makes[i % makes.length]?.(draw, names) ?? ''),
  ]);
  const searches = corpusQueries(Math.ceil(ofEach / 4), names).map(words => `/search ${words}`);
  return new Map([...asked, ['/search', searches]]);
};

/** What people have typed of a place when names are offered to them: one to four letters. */
export const typedNames = (count: number, names: CorpusNames): readonly string[] => {
  const draw = drawFrom(SEED + 1);
  return Array.from({ length: count }, (_, i) => town(draw, names).slice(0, 1 + (i % 4)));
};
