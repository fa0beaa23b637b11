/**
 * Remembers the last ids, so that what arrives twice is answered once.
 * @returns whether an id is new
 */
export const createRecent = (most: number): ((id: string) => boolean) => {
  const ids = new Set<string>();
  return id => {
    if (ids.has(id)) return false;
    ids.add(id);
    const [oldest] = ids;
    if (ids.size > most && oldest !== undefined) ids.delete(oldest);
    return true;
  };
};
