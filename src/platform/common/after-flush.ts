/** Resolves when what was written until now is on the disk. Never rejects. */
export type Flushed = () => Promise<void>;

/** Nobody is told of what is not on the disk: a call waits until all that was written before it is. */
export const afterFlush =
  <Given extends readonly unknown[], T>(flushed: Flushed, call: (...given: Given) => Promise<T>) =>
  async (...given: Given): Promise<T> => {
    await flushed();
    return await call(...given);
  };
