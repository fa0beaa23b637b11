import { type ChangingNames, createNameIndex, type NameChanges } from './search/names.ts';
import type { NameIndex, NameKind } from './search/ports.ts';

/** Where names come from: all at the first call, what is another one since at every call after it. */
interface Sources {
  readonly names: () => NameChanges;
  /** Of articles; there are as many as articles, and few questions are for them. */
  readonly titles: () => NameChanges;
}

/**
 * Names that are gathered when somebody types one in part, or wrongly, and then follow the archive: what came in since is all
 * that is read again.
 */
export const namesWhenAsked = ({ names, titles }: Sources): NameIndex => {
  let index: ChangingNames | null = null;
  const brought = (kinds: readonly NameKind[]): ChangingNames => {
    index ??= createNameIndex([]);
    index.change(names());
    if (kinds.includes('article')) index.change(titles());
    return index;
  };
  return {
    complete: (prefix, kinds, limit) => brought(kinds).complete(prefix, kinds, limit),
    nearest: (typed, kinds, limit) => brought(kinds).nearest(typed, kinds, limit),
    named: (typed, kinds) => brought(kinds).named(typed, kinds),
  };
};
