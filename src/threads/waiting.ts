/** Whoever waits for what another thread makes. */
export interface Waiting<T> {
  /** @returns under which number the other thread is to send it, and what comes then */
  readonly open: () => { readonly id: number; readonly value: Promise<T> };
  /** What came; who does not wait any more is not told. */
  readonly close: (id: number, value: T) => void;
  /** Nothing will come any more: everybody is told the same instead. */
  readonly closeAll: (value: T) => void;
}

export const createWaiting = <T>(): Waiting<T> => {
  const open = new Map<number, (value: T) => void>();
  let last = 0;
  return {
    open: () => {
      last += 1;
      const { promise, resolve } = Promise.withResolvers<T>();
      open.set(last, resolve);
      return { id: last, value: promise };
    },
    close: (id, value) => {
      open.get(id)?.(value);
      open.delete(id);
    },
    closeAll: value => {
      for (const resolve of open.values()) resolve(value);
      open.clear();
    },
  };
};
