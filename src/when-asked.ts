import type { NameIndex } from './search/ports.ts';

/** Makes a thing when it is first asked for. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
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
