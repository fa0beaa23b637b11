import type { TermIndex, Visible } from './ports.ts';

/** After so many that do not exist it is faster to know all that do. */
const MANY = 200;

/**
 * What exists for one question, asked about as seldom as possible: nearly everything exists for most questions, and next to
 * nothing for some.
 */
export const createVisibly = (visible: Visible, index: Pick<TermIndex, 'docsOf'>) => {
  let missing = 0;
  let existing: ReadonlySet<number> | null = null;
  return {
    has: (id: string): boolean => {
      const exists = visible.has(id);
      if (!exists) missing++;
      return exists;
    },
    /** Leaves out the docs that do not exist, once there were many of them; none before. */
    among: (docs: Uint32Array): Uint32Array => {
      if (missing < MANY) return docs;
      const all = existing ?? new Set(index.docsOf(visible.all()));
      existing = all;
      return docs.filter(doc => all.has(doc));
    },
  };
};
