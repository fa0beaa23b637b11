/** What came in within a day is found without a look at all of it, as what ended is already. */
export const changes = `
  CREATE INDEX articles_seen ON articles (seen);
`;
