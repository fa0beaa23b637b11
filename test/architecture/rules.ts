import { folderOf, importsOf, lineOf, type Node, nodes, type Source, target } from './sources.ts';

/** What a folder may import: folders of the house, packages, and whether parts of Node. */
interface Door {
  readonly folders: readonly string[];
  readonly packages: readonly string[];
  readonly node: boolean;
}

const door = (folders: string, packages = '', node = false): Door => ({
  folders: folders === '' ? [] : folders.split(' '),
  packages: packages === '' ? [] : packages.split(' '),
  node,
});

/** The house as DESIGN.md draws it. Data flows one way, from core down to the platforms. */
export const HOUSE: Readonly<Record<string, Door>> = {
  commands: door('src/core src/query src/answer', 'zod'),
  'src/core': door(''),
  'src/text': door('src/core', 'date-fns'),
  'src/knowledge': door('src/core', 'zod', true),
  'src/extract': door('src/core src/text src/knowledge'),
  'src/ingest': door(
    'src/core src/text',
    'ipaddr.js p-queue robots-parser undici zod @rowanmanning/feed-parser feedparser feedsmith @mozilla/readability linkedom franc-min',
    true,
  ),
  'src/store': door('src/core', 'zod', true),
  'src/search': door('src/core src/text', 'minisearch porter2 zod', true),
  'src/intake': door('src/core src/text src/ingest src/store src/search', 'zod', true),
  'src/query': door('src/core src/text src/knowledge src/store src/search', 'date-fns lru-cache'),
  'src/answer': door('src/core src/query'),
  'src/digest': door('src/core src/query src/answer src/store'),
  'src/render': door('src/core', 'string-width'),
  'src/bot': door('src/core src/search src/answer'),
  'src/platform': door(
    'src/core src/digest src/bot src/render',
    'discord.js telegraf pino prom-client zod',
    true,
  ),
  'src/shell': door(
    'src/core src/text src/knowledge src/extract src/ingest src/store src/intake src/answer src/digest src/render src/bot src/platform',
    'zod csv-stringify',
    true,
  ),
  'src/threads': door('src/core src/ingest src/store src/intake src/platform src/shell', '', true),
};

/** The top of src builds everything and may reach everything. */
const TOP = 'src';

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Two seconds of every start go into reading it whole: its parts are imported one by one. */
const ONLY_IN_PARTS = ['date-fns'];

/** Platforms never import one another: their second folder counts. */
const platformOf = (path: string): string | undefined => /^src\/platform\/([^/]+)\//.exec(path)?.[1];

/** What all platforms need; it imports none of them. */
const SHARED = 'common';

/** Which import breaks the table, one line each. */
export const importViolations = ({ path, text }: Source): readonly string[] => {
  const folder = folderOf(path);
  const rules = HOUSE[folder];
  if (folder === TOP) return [];
  if (rules === undefined) return [`${path}: the folder ${folder} is not in the house`];
  return importsOf(text).flatMap(({ specifier, line }) => {
    const file = target(path, specifier);
    const broken = (what: string): string[] => [`${path}:${line}: ${folder} may not import ${what}`];
    if (file === null) {
      const allowed = specifier.startsWith('node:')
        ? rules.node
        : rules.packages.includes(packageOf(specifier)) && !ONLY_IN_PARTS.includes(specifier);
      return allowed ? [] : broken(specifier);
    }
    if (file.startsWith('data/')) return [];
    const other = folderOf(file);
    if (other !== folder) return rules.folders.includes(other) ? [] : broken(other);
    return [platformOf(path), SHARED].includes(platformOf(file))
      ? []
      : broken(`the platform ${platformOf(file)}`);
  });
};

/** The value at a path of fields below a node; undefined where the path ends early. */
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (here, field) =>
      typeof here === 'object' && here !== null ? new Map(Object.entries(here)).get(field) : undefined,
    value,
  );

const isConst = (node: Node): boolean => at(node, 'typeAnnotation', 'typeName', 'name') === 'const';

/** Types that are claimed instead of checked: `as`, `any`, `!`. `as const` claims nothing. */
export const typeViolations = ({ path, text }: Source): readonly string[] => {
  const found: string[] = [];
  for (const node of nodes(text)) {
    const what =
      node.type === 'TSAsExpression' && !isConst(node)
        ? 'as'
        : node.type === 'TSTypeAssertion'
          ? '<type>'
          : node.type === 'TSNonNullExpression'
            ? '!'
            : node.type === 'TSAnyKeyword'
              ? 'any'
              : null;
    if (what !== null) found.push(`${path}:${lineOf(text, node.start)}: ${what}`);
  }
  return found;
};

export const MAX_LINES = 300;

export const lengthViolations = ({ path, text }: Source): readonly string[] => {
  const lines = text.trimEnd().split('\n').length;
  return lines > MAX_LINES ? [`${path}: ${lines} lines`] : [];
};

/** Default exports, and exports of what another file exports; a file may pass on the types of its own folder. */
export const exportViolations = ({ path, text }: Source): readonly string[] => {
  const found = importsOf(text)
    .filter(({ reexport }) => reexport)
    .filter(
      ({ specifier, typeOnly }) => !typeOnly || folderOf(target(path, specifier) ?? '') !== folderOf(path),
    )
    .map(({ line, specifier }) => `${path}:${line}: passes ${specifier} on`);
  for (const node of nodes(text))
    if (node.type === 'ExportDefaultDeclaration')
      found.push(`${path}:${lineOf(text, node.start)}: default export`);
  return found;
};

const DATA_READERS = ['src/knowledge', 'src/ingest', 'src/search', TOP];

/** Data is reached, by import or by path, from the folders alone that check what they read. */
export const dataViolations = ({ path, text }: Source): readonly string[] => {
  if (DATA_READERS.includes(folderOf(path))) return [];
  const found: string[] = [];
  for (const node of nodes(text))
    if (node.type === 'Literal' && typeof node.value === 'string' && /^(?:\.{1,2}\/)*data\//.test(node.value))
      found.push(`${path}:${lineOf(text, node.start)}: reaches ${node.value}`);
  return found;
};

const isMember = (node: Node, object: string, property: string): boolean =>
  node.type === 'MemberExpression' &&
  at(node, 'object', 'name') === object &&
  [at(node, 'property', 'name'), at(node, 'property', 'value')].includes(property);

const isNow = (node: Node): boolean =>
  node.type === 'NewExpression' &&
  at(node, 'callee', 'name') === 'Date' &&
  at(node, 'arguments', '0') === undefined;

const CLOCK = 'src/core/clock.ts';
const MAIN = 'src/main.ts';

/** Time comes from the clock, the environment from main, and nothing from chance. */
export const sourceOfTruthViolations = ({ path, text }: Source): readonly string[] => {
  const found: string[] = [];
  for (const node of nodes(text)) {
    const what =
      path !== CLOCK && (isNow(node) || isMember(node, 'Date', 'now'))
        ? 'reads the system clock'
        : path !== MAIN && isMember(node, 'process', 'env')
          ? 'reads the environment'
          : isMember(node, 'Math', 'random')
            ? 'leaves it to chance'
            : null;
    if (what !== null) found.push(`${path}:${lineOf(text, node.start)}: ${what}`);
  }
  return found;
};

/** Folders that exist on the machine of whoever wrote the file, and nowhere else. */
const MACHINE_PATH = /(?<![\w.~-])\/(?:work|tmp|root|home|Users)\/\w+/g;

export const machinePathViolations = ({ path, text }: Source): readonly string[] =>
  [...text.matchAll(MACHINE_PATH)].map(match => `${path}:${lineOf(text, match.index)}: ${match[0]}`);
