import { expect, test } from 'vitest';
import { PART_READERS } from '../../src/extract/matchers/breakdown.ts';
import { MATCHERS } from '../../src/extract/matchers/list.ts';
import { REFINERS } from '../../src/extract/refiners/refine.ts';
import { HOUSE } from '../architecture/rules.ts';
import { quoted, readDocument, tableUnder } from './markdown.ts';

const DESIGN = readDocument('DESIGN.md');

const namesUnder = (heading: string): readonly string[] =>
  tableUnder(DESIGN, heading).map(([name = '']) => quoted(name).join(' '));

test.for<[what: string, heading: string, list: readonly { readonly name: string }[]]>([
  ['matchers', '#### Matchers, in order', MATCHERS],
  ['readers of parts', '#### Readers of parts, in order', PART_READERS],
  ['refiners', '#### Refiners, in order', REFINERS],
])('DESIGN.md names the %s as the code lists them', ([, heading, list]) => {
  expect(namesUnder(heading)).toEqual(list.map(({ name }) => name));
});

test('DESIGN.md draws the house as the rules hold it', () => {
  const rows = tableUnder(DESIGN, '## The house').map(([folder = '', , imports = '', door = '']) => ({
    folder: quoted(folder).join(' ').replace(/\/$/, ''),
    imports: quoted(imports).map(name => `src/${name}`),
    door: quoted(door),
  }));
  const held = Object.entries(HOUSE).map(([folder, { folders, packages, node }]) => ({
    folder,
    imports: folders,
    door: [...packages, ...(node ? ['node'] : [])],
  }));
  const known = rows.filter(({ folder }) => folder in HOUSE);
  expect(known).toEqual(held);
});
