import { importsOf, type Node, nodes, type Source, target } from './sources.ts';

const named = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? value.name
    : null;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Names that a file exports where it declares them. */
const exportedBy = (text: string): readonly string[] => {
  const names: string[] = [];
  for (const node of nodes(text)) {
    const { declaration } = node;
    if (node.type !== 'ExportNamedDeclaration' || !isObject(declaration)) continue;
    const declared = Array.isArray(declaration.declarations)
      ? declaration.declarations.filter(isObject).map(({ id }) => named(id))
      : [named(declaration.id)];
    names.push(...declared.filter(name => name !== null));
  }
  return names;
};

const mentions = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  const count = (node: Node): void => {
    const name = node.type === 'Identifier' ? named(node) : null;
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  for (const node of nodes(text)) count(node);
  return counts;
};

/**
 * Exports that nothing uses: neither another file of the product, nor the file itself besides declaring it. What only
 * tests use is unused.
 * @param product every file that ships or is run by hand
 */
export const unusedExports = (product: readonly Source[]): readonly string[] => {
  const used = new Set<string>();
  for (const { path, text } of product)
    for (const { specifier, names } of importsOf(text)) {
      const file = target(path, specifier);
      if (file !== null) for (const name of names) used.add(`${file} ${name}`);
    }
  return product.flatMap(({ path, text }) => {
    const counts = mentions(text);
    return exportedBy(text)
      .filter(name => !used.has(`${path} ${name}`) && !used.has(`${path} *`))
      .filter(name => (counts.get(name) ?? 0) < 2)
      .map(name => `${path}: ${name}`);
  });
};
