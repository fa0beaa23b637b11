import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Gives the prepared statement of a text, prepared once for the life of the connection. */
export type Prepare = (sql: string) => StatementSync;

export const cachedStatements = (db: DatabaseSync): Prepare => {
  const prepared = new Map<string, StatementSync>();
  return sql => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = db.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
};
