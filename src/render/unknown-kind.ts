/** Closes a switch over kinds: a new kind does not compile until every renderer draws it. */
export const unknownKind = (value: never): never => {
  throw new Error(`unknown kind: ${JSON.stringify(value)}`);
};
