/** Writes the table of commands into README.md, between its two marks. Run with `npm run readme`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { commands } from '../commands/index.ts';
import { commandTable } from './command-table.ts';

const README = 'README.md';
const TABLE = /(?<=<!-- commands -->\n).*?(?=<!-- end of commands -->)/s;

const text = readFileSync(README, 'utf8');
if (!TABLE.test(text)) throw new Error(`${README} has no <!-- commands --> … <!-- end of commands -->`);
writeFileSync(
  README,
  text.replace(TABLE, () => `${commandTable(commands)}\n`),
);
