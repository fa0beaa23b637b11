/** What can be made again from the rest, and is kept because that takes long. */
export const snapshots = `
  CREATE TABLE snapshots (
    name TEXT PRIMARY KEY,
    rules TEXT NOT NULL,
    revision INTEGER NOT NULL,
    content BLOB NOT NULL
  ) STRICT;
`;
