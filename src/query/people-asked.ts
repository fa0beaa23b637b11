import type { Figure } from '../core/figure.ts';
import { foldWords } from '../core/fold.ts';
import { narrowerWord, singularOf } from './people.ts';

const lastWord = (noun: string): string => singularOf(foldWords(noun).at(-1) ?? '');

/**
 * Whether a figure counts the narrower people asked about: "drivers" are counted by "truck drivers", "foreign nationals"
 * by "Chinese nationals".
 * @param people nouns in the singular; none asks for nobody in particular and is counted by nothing
 */
export const countsPeople = (figure: Pick<Figure, 'victimsDetail'>, people: readonly string[]): boolean => {
  const words = foldWords(narrowerWord(figure) ?? '').map(singularOf);
  return people.some(noun => words.includes(lastWord(noun)));
};
