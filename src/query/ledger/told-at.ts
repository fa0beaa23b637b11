import type { AsOf, Store } from '../../store/ports.ts';
import type { Told } from '../incidents/view.ts';

/** Made when it is first asked for. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** What an article said in the version that was read at a moment; each part of it is read by itself. */
export const toldAt = (
  store: Pick<Store, 'article' | 'figures' | 'sentences'>,
  id: string,
  asOf: AsOf,
): Told => {
  const article = once(() => {
    const found = store.article(id, asOf);
    if (found === null) throw new Error(`no article "${id}" as of ${asOf.instant}`);
    return found;
  });
  const figures = once(() => store.figures({ asOf, article: id }));
  const sentences = once(() => store.sentences(id, asOf));
  return {
    get article() {
      return article();
    },
    get figures() {
      return figures();
    },
    get sentences() {
      return sentences();
    },
  };
};
