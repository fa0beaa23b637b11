import { type CorpusNames, FILLERS, filler } from '../corpus.ts';
import { type Draw, drawFrom, pickByRank, pickFrom, rankBelow } from '../draw.ts';

const SEED = 7;
const OF_STORIES =
  'killed attack police soldiers bomb blast claimed civilians militants suicide ambush injured'.split(' ');

const word = (draw: Draw, names: CorpusNames): string => {
  switch (draw(4)) {
    case 0:
      return pickByRank(draw, names.towns).name;
    case 1:
      return pickFrom(draw, OF_STORIES);
    default:
      return filler(rankBelow(draw, FILLERS));
  }
};

/** So many questions of one to four words each, the same on every run: names, words of every story, words rare and common. */
export const corpusQueries = (ofEach: number, names: CorpusNames): readonly string[] => {
  const draw = drawFrom(SEED);
  return Array.from({ length: 4 * ofEach }, (_, i) =>
    Array.from({ length: 1 + (i % 4) }, () => word(draw, names)).join(' '),
  );
};
