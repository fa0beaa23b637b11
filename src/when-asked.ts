import type { NameIndex, Search } from './search/ports.ts';

/** Makes a thing when it is first asked for. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/**
 * A search that is filled when words are first looked for: with ten thousand articles that takes seconds, and most
 * questions ask for figures, which come from tables. What is added before is in what it is filled with.
 */
export const searchWhenAsked = (search: Search, fill: (search: Search) => void): Search => {
  let filled = false;
  const ready = (): Search => {
    if (!filled) {
      filled = true;
      fill(search);
    }
    return search;
  };
  return {
    add: (article, sentences) => {
      if (filled) search.add(article, sentences);
    },
    remove: id => {
      if (filled) search.remove(id);
    },
    find: (...asked) => ready().find(...asked),
    holds: (...asked) => ready().holds(...asked),
  };
};

/** Names that are gathered when somebody first types one in part, or wrongly. */
export const namesWhenAsked = (make: () => NameIndex): NameIndex => {
  const index = once(make);
  return {
    complete: (...asked) => index().complete(...asked),
    nearest: (...asked) => index().nearest(...asked),
    named: (...asked) => index().named(...asked),
  };
};
