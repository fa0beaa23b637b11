import type { TermIndex, Visible } from './ports.ts';

/** So many articles are asked about one by one; past them it is faster to know all that exist. */
const MANY = 500;

/**
 * What exists for one question, asked about as seldom as possible: nearly everything exists for most questions, and next to
 * nothing for some.
 */
export const createVisibly = (visible: Visible, index: Pick<TermIndex, 'docsOf'>) => {
  let asked = 0;
  let existing: ReadonlySet<number> | null = null;
  return {
    has: (id: string): boolean => {
      asked++;
      return visible.has(id);
    },
    /** Leaves out some of the docs that do not exist, or all of them. */
    keep: (docs: Uint32Array): Uint32Array => {
      if (asked < MANY) return docs;
      const all = existing ?? new Set(index.docsOf(visible.all()));
      existing = all;
      return docs.filter(doc => all.has(doc));
    },
  };
};
