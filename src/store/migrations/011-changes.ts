/** What came in within a day is found without a look at all articles. */
export const changes = `
  CREATE INDEX articles_seen ON articles (seen);
`;
