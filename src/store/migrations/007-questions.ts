/** What buttons of chats ask again where it is too long to stand in the button. */
export const questions = `
  CREATE TABLE questions (
    id TEXT PRIMARY KEY,
    question TEXT NOT NULL,
    instant TEXT NOT NULL,
    previous TEXT
  ) STRICT, WITHOUT ROWID;
`;
