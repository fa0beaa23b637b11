/** What happened to articles within a day is found without a look at all of them. */
export const changes = `
  CREATE INDEX articles_seen ON articles (seen);
  CREATE INDEX articles_since ON articles (since) WHERE since IS NOT NULL;
  CREATE INDEX articles_until ON articles (until) WHERE until IS NOT NULL;
`;
