import type { Store } from '../store/ports.ts';

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

/**
 * A store that reads each thing once: for one answer, which looks at the same articles many times. It must not outlive
 * the answer, since it does not see what is put in meanwhile.
 */
export const readOnce = (store: Store): Store => {
  const article = remembered(
    ({ id, asOf }: { id: string; asOf: Parameters<Store['article']>[1] }) => ({
      found: store.article(id, asOf),
    }),
    ({ id, asOf }) => `${asOf.instant}|${asOf.day}|${id}`,
  );
  return {
    ...store,
    article: (id, asOf) => article({ id, asOf }).found,
    sentences: remembered(store.sentences, id => id),
    figures: remembered(store.figures, filter => JSON.stringify(filter)),
    reports: remembered(store.reports, filter => JSON.stringify(filter)),
  };
};
