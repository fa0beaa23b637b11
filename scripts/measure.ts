/**
 * Takes every measure of how right the reading is, on labelled data that is kept beside this project and is no part of it,
 * and prints one table.
 *   npm run measure                              where `../shared/gold` and `../shared/tools` are
 *   npm run measure -- GOLD_FOLDER TOOLS_FOLDER  anywhere else
 * What is not there is not measured. Ends with 0 also when targets are missed, with 1 when a measure could not be taken.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractionSpeed } from '../bench/extraction-speed.ts';
import { RUNS } from './measure/measures.ts';
import { score } from './measure/score.ts';
import { type Row, renderTable } from './measure/table.ts';

const beside = (folder: string): string => fileURLToPath(new URL(`../../shared/${folder}`, import.meta.url));

const speed = async (): Promise<Row> => {
  const { perSecond } = await extractionSpeed();
  return {
    data: 'speed',
    measure: { name: 'articles of 300 words, one core', target: 300, unit: 'a second', good: 'at least' },
    result: { value: perSecond, shown: `${Math.round(perSecond)} a second` },
  };
};

const measureAll = async (gold: string, tools: string): Promise<void> => {
  const isThere = (needed: string): boolean => existsSync(join(gold, needed));
  if (!existsSync(tools) || !RUNS.some(run => run.needs.every(isThere))) {
    console.log(`no labelled data at ${gold}: nothing measured`);
    return;
  }
  const work = await mkdtemp(join(tmpdir(), 'sitrep-measure-'));
  try {
    const rows: Row[] = [];
    for (const run of RUNS) {
      const scored = run.needs.every(isThere) ? await score(run, { gold, tools, work }) : null;
      for (const measure of run.measures)
        rows.push({ data: run.data, measure, result: scored === null ? null : measure.read(scored) });
    }
    rows.push(await speed());
    console.log(renderTable(rows));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};

const [gold, tools, ...more] = process.argv.slice(2);
if (more.length > 0 || (gold !== undefined && tools === undefined)) {
  console.error('usage: npm run measure -- [GOLD_FOLDER TOOLS_FOLDER]');
  process.exitCode = 2;
} else await measureAll(gold ?? beside('gold'), tools ?? beside('tools'));
