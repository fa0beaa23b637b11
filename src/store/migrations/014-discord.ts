/** Questions that the Discord bot took and has not answered yet. */
export const discord = `
  CREATE TABLE discord_questions (
    id TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    taken TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
