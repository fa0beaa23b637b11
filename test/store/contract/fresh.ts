import type { Reading, Store } from '../../../src/store/ports.ts';

/** Gives a new store that holds these readings; it is closed after the test. */
export type Fresh = (...holding: readonly Reading[]) => Store;

export const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
