import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseAst } from 'vitest/node';

/** A file of the project: its path from the root, with forward slashes, and what it holds. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Every node of a TypeScript source, parents before children. */
export function* nodes(text: string): Generator<Node> {
  const open: unknown[] = [parseAst(text, { lang: 'ts' })];
  while (open.length > 0) {
    const value = open.pop();
    if (isNode(value)) yield value;
    if (typeof value === 'object' && value !== null) open.push(...Object.values(value).reverse());
  }
}

export const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** Names taken from it; `*` for the whole module. */
  readonly names: readonly string[];
  readonly reexport: boolean;
  readonly typeOnly: boolean;
}

const nameOf = (value: unknown): string => (isNode(value) ? String(value.name ?? value.value ?? '') : '');

const importedNames = (node: Node): readonly string[] => {
  const specifiers = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
  return specifiers.map(one =>
    one.type === 'ImportNamespaceSpecifier'
      ? '*'
      : one.type === 'ImportDefaultSpecifier'
        ? 'default'
        : nameOf(one.imported ?? one.local),
  );
};

/** Imports, dynamic imports, type imports and re-exports. */
export const importsOf = (text: string): readonly Import[] => {
  const found: Import[] = [];
  for (const node of nodes(text)) {
    const from = node.source;
    const specifier = isNode(from) && typeof from.value === 'string' ? from.value : null;
    if (specifier === null) continue;
    const line = lineOf(text, node.start);
    const typeOnly = (node.importKind ?? node.exportKind) === 'type';
    if (node.type === 'ImportDeclaration')
      found.push({ specifier, line, names: importedNames(node), reexport: false, typeOnly });
    else if (node.type === 'ExportAllDeclaration' || node.type === 'ExportNamedDeclaration')
      found.push({ specifier, line, names: ['*'], reexport: true, typeOnly });
    else if (node.type === 'ImportExpression' || node.type === 'TSImportType')
      found.push({ specifier, line, names: ['*'], reexport: false, typeOnly });
  }
  return found;
};

/** Path of the file a relative import means; null for a package. */
export const target = (from: string, specifier: string): string | null =>
  specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : null;

/** The house's name for where a file lives: `src/core`, `commands`, and `src` for what stands at its top. */
export const folderOf = (path: string): string => {
  const [top = '', second = '', ...rest] = path.split('/');
  return top === 'src' && rest.length > 0 ? `${top}/${second}` : top;
};

/** All files below a folder, by path; none when it is not there. */
export const filesBelow = (folder: string): readonly Source[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter(entry => entry.isFile())
        .map(entry => posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name))
        .toSorted()
        .map(path => ({ path, text: readFileSync(path, 'utf8') }))
    : [];

const WRITTEN_AT_TOP =
  /^(?:Dockerfile|\.dockerignore|\.gitignore|\.npmrc|(?!package-lock).*\.(?:md|json|ts))$/;

/** What people wrote at the root of the project. */
export const filesAtTop = (): readonly Source[] =>
  readdirSync('.', { withFileTypes: true })
    .filter(entry => entry.isFile() && WRITTEN_AT_TOP.test(entry.name))
    .map(({ name }) => ({ path: name, text: readFileSync(name, 'utf8') }));
