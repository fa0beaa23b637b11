/** Marks what was old news already when it came in, so that nobody is told of it as new. */
export const history = `
  ALTER TABLE articles ADD COLUMN history INTEGER NOT NULL DEFAULT 0;
`;
