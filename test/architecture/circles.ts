import { importsOf, type Source, target } from './sources.ts';

/**
 * Files that import one another, types included, each circle once: as a path from its first file, by name, back to it.
 * A circle is read as one file, so it should be one, or be cut.
 */
export const circles = (files: readonly Source[]): readonly string[] => {
  const imports = new Map(
    files.map(({ path, text }) => [
      path,
      importsOf(text).flatMap(({ specifier }) => target(path, specifier) ?? []),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const since = trail.indexOf(path);
    if (since >= 0) found.push([...trail.slice(since), path].join(' > '));
    if (since >= 0 || done.has(path)) return;
    for (const next of imports.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of [...imports.keys()].toSorted()) visit(path, []);
  return found;
};
