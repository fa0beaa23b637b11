import type { NameIndex } from './search/ports.ts';

/** Makes a thing when it is first asked for, and again when what it was made of is another. */
const madeOf = <T>(make: () => T, state: () => number): (() => T) => {
  let made: { readonly value: T; readonly of: number } | null = null;
  return () => {
    const of = state();
    if (made?.of !== of) made = { value: make(), of };
    return made.value;
  };
};

/**
 * Names that are gathered when somebody types one in part, or wrongly: the first time, and after articles came in, which
 * takes less than a tenth of a second.
 * @param landed changes when articles come in
 */
export const namesWhenAsked = (make: () => NameIndex, landed: () => number): NameIndex => {
  const index = madeOf(make, landed);
  return {
    complete: (...asked) => index().complete(...asked),
    nearest: (...asked) => index().nearest(...asked),
    named: (...asked) => index().named(...asked),
  };
};
