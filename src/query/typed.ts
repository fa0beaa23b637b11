import type { Figure } from '../core/figure.ts';
import { foldWords } from '../core/fold.ts';
import { printed } from '../core/span.ts';
import type { Plan } from './plan.ts';
import type { Services } from './services.ts';

/** "Bombings" finds "bombing" and "bombs": the beginning of a word is enough. */
const begin = (word: string): string => word.slice(0, Math.max(4, word.length - 4));

const holdsAll = (text: string, typed: readonly string[]): boolean => {
  const words = foldWords(text);
  return typed.every(asked =>
    foldWords(asked).every(part => words.some(word => word.startsWith(begin(part)))),
  );
};

/**
 * Whether a count over a period is one of a kind of incident: "19 suicide bombings" is by its own words; "they killed 212"
 * in the same sentence is where that sentence gives no other number of killed.
 */
export const countsKind = (
  figure: Figure,
  { typeWords, asOf }: Plan,
  { store }: Pick<Services, 'store'>,
): boolean => {
  const article = store.article(figure.article, asOf);
  if (article === null) return false;
  if (figure.measure === 'incidents') return holdsAll(printed(article.text, figure.span), typeWords);
  const sentence = store.sentences(article.id, asOf).find(({ index }) => index === figure.sentence);
  const alone = store
    .figures({ asOf, article: article.id })
    .every(
      other =>
        other.id === figure.id ||
        other.article !== figure.article ||
        other.sentence !== figure.sentence ||
        other.measure !== figure.measure ||
        other.partOf === figure.id,
    );
  return alone && sentence !== undefined && holdsAll(printed(article.text, sentence.span), typeWords);
};
