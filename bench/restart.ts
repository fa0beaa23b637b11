/**
 * Prints how long a start takes to its first answer when the file holds many articles, with the size of the file and
 * the most memory the program took.
 * Run with `npm run bench:restart -- [ARTICLES…] [--keep FOLDER]`. The articles are made up, the same on every run; with
 * --keep their files stay in the folder and are used again.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Article } from '../src/core/article.ts';
import { readingsBy, takeIn } from '../src/corpus.ts';
import { loadKnowledge } from '../src/load-knowledge.ts';
import { rulesVersion } from '../src/rules-version.ts';
import { openStore } from '../src/store/sqlite.ts';
import { corpusNames, madeUpArticles } from './corpus.ts';

const SIZES = ['5', '1000', '10000'];
/** The bundled ones are in every file. */
const BUNDLED = 5;
const BATCH = 500;
const STARTS = 5;
/** Narrow ones: what a wide answer costs is another measure. */
const QUESTIONS = ['/search polling stations', '/incident Quetta'];

/** Told to the error output by the program itself when it ends: the most memory it took in KiB, and microseconds of processors. */
const TELL = `data:text/javascript,process.on('exit',()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();process.stderr.write('\\nspent '+maxRSS+' '+(userCPUTime+systemCPUTime)+'\\n')})`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { keep: { type: 'string' } } });
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'sitrep-restart-'));
const knowledge = loadKnowledge();
const rules = rulesVersion();

const makeFile = async (file: string, count: number): Promise<void> => {
  const store = openStore(file);
  if (!store.ok) throw new Error(store.error.message);
  const reader = { extract: readingsBy(knowledge), rules, clock: { now: () => new Date() } };
  const land = async (articles: readonly Article[]): Promise<void> => {
    const taken = await takeIn(articles, reader, store.value, error => {
      throw error;
    });
    if (!taken.ok) throw new Error(taken.error.message);
  };
  let batch: Article[] = [];
  for (const article of madeUpArticles(count, corpusNames(knowledge))) {
    batch.push(article);
    if (batch.length < BATCH) continue;
    await land(batch);
    batch = [];
  }
  await land(batch);
  store.value.close();
};

interface Start {
  readonly seconds: number;
  /** Of all threads: what else the machine does matters little. */
  readonly processor: number;
  readonly megabytes: number;
}

const start = (file: string, question: string): Start => {
  const began = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', TELL, 'src/main.ts', 'ask', question, '--json'],
    { env: { ...process.env, SITREP_DB: file }, encoding: 'utf8' },
  );
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(stderr);
  const [, kibibytes, microseconds] = /spent (\d+) (\d+)/.exec(stderr) ?? [];
  return { seconds, processor: Number(microseconds) / 1e6, megabytes: Number(kibibytes) / 1024 };
};

const sizeOf = (file: string): number =>
  ['', '-wal'].reduce((sum, end) => sum + (existsSync(file + end) ? statSync(file + end).size : 0), 0);

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, n ${STARTS}`,
);
for (const size of positionals.length > 0 ? positionals : SIZES) {
  const file = join(folder, `${size}.db`);
  if (!existsSync(file)) await makeFile(file, Math.max(0, Number(size) - BUNDLED));
  // The first one takes the bundled articles in.
  start(file, '/search polling stations');
  for (const question of QUESTIONS) {
    const starts = Array.from({ length: STARTS }, () => start(file, question));
    const middle = (of: (one: Start) => number): number =>
      starts.map(of).sort((a, b) => a - b)[STARTS >> 1] ?? Number.NaN;
    console.log(
      [
        size.padStart(6),
        question.padEnd(32),
        `${middle(({ seconds }) => seconds).toFixed(2)} s`,
        `processor ${middle(({ processor }) => processor).toFixed(2)} s`,
        `memory ${Math.max(...starts.map(({ megabytes }) => megabytes)).toFixed(0)} MB`,
        `file ${(sizeOf(file) / 1e6).toFixed(1)} MB`,
      ].join('  '),
    );
  }
}
if (values.keep === undefined) rmSync(folder, { recursive: true });
