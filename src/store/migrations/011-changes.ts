/** What came in within a day is found without a look at all articles; what ended or began then already is. */
export const changes = `
  CREATE INDEX articles_seen ON articles (seen);
`;
