import type { AsOf, Store } from '../store/ports.ts';

const remembered = <Key, Value>(
  read: (key: Key) => Value,
  keyOf: (key: Key) => string,
): ((key: Key) => Value) => {
  const known = new Map<string, Value>();
  return key => {
    const name = keyOf(key);
    const value = known.get(name);
    if (value !== undefined) return value;
    const fresh = read(key);
    known.set(name, fresh);
    return fresh;
  };
};

interface OfArticle {
  readonly id: string;
  readonly asOf: AsOf;
}

const momentAndId = ({ id, asOf }: OfArticle): string => `${asOf.instant}|${asOf.day}|${id}`;

/**
 * A store that reads each thing once: for one answer, which looks at the same articles many times. It must not outlive
 * the answer, since it does not see what lands meanwhile.
 */
export const readOnce = (store: Store): Store => {
  const article = remembered(({ id, asOf }: OfArticle) => ({ found: store.article(id, asOf) }), momentAndId);
  const sentences = remembered(({ id, asOf }: OfArticle) => store.sentences(id, asOf), momentAndId);
  return {
    ...store,
    article: (id, asOf) => article({ id, asOf }).found,
    sentences: (id, asOf) => sentences({ id, asOf }),
    figures: remembered(store.figures, filter => JSON.stringify(filter)),
    reports: remembered(store.reports, filter => JSON.stringify(filter)),
  };
};
