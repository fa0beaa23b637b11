/**
 * Prints how long the bots' event loop stands still while wide questions are asked and articles come in.
 *   node bench/event-loop.ts FILE ARTICLES
 * The shipped program runs as a bot over a copy of the archive and speaks to a Telegram of our own. What it says of itself
 * at /metrics is read every second. Nothing here is a test: times depend on the machine.
 */
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../src/load-knowledge.ts';
import { startTelegram } from '../test/emulators/telegram/start.ts';
import { corpusNames, madeUpArticles } from './corpus.ts';
import { questionsFor } from './program/questions.ts';
import { machine, shownMegabytes, shownTime, table, timesOf } from './table.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

const OF_EACH_KIND = 30;
/** Files of the inbox, and articles in each. */
const FILES = 3;
const OF_EACH = 60;
/** Milliseconds between two looks at the metrics. */
const EVERY = 1_000;
const SETTLE = 50;
const IDLE = 5_000;

const BEFORE_OTHERS = -15;

const [file = '', articles = '0'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'sitrep-bench-'));
const [database, inbox] = [join(folder, 'bot.db'), join(folder, 'inbox')];
mkdirSync(inbox);
copyFileSync(file, database);

const names = corpusNames(loadKnowledge());
const telegram = await startTelegram({ flood: null, patience: 600_000 });
const began = performance.now();
const bot = spawn(process.execPath, [MAIN], {
  env: {
    ...process.env,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API: telegram.apiRoot,
    SITREP_DB: database,
    SITREP_INBOX: inbox,
    SITREP_PORT: '0',
  },
});
let output = '';
for (const stream of [bot.stdout, bot.stderr])
  stream.on('data', (data: Buffer) => {
    output += data.toString();
  });
const ended = new Promise(resolve => bot.once('close', resolve));

const waitFor = async (what: RegExp): Promise<string> => {
  for (;;) {
    const found = what.exec(output);
    if (found !== null) return found[1] ?? '';
    if (bot.exitCode !== null) throw new Error(output);
    await pause(20);
  }
};

const port = await waitFor(/"port":(\d+)/);

/** Of the time since the last look, in milliseconds. */
interface Look {
  readonly longest: number;
  readonly p99: number;
}

const look = async (): Promise<Look> => {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const of = (name: string): number =>
    Number(new RegExp(`^nodejs_eventloop_lag_${name}_seconds (\\S+)`, 'm').exec(text)?.[1] ?? Number.NaN) *
    1_000;
  return { longest: of('max'), p99: of('p99') };
};

/** Looks until the work is done. @returns all looks */
const watched = async (work: Promise<unknown>): Promise<readonly Look[]> => {
  const looks: Look[] = [];
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  do {
    await Promise.race([done, pause(EVERY)]);
    // A halt is written down when it is over.
    await pause(SETTLE);
    looks.push(await look());
  } while (!isDone);
  await done;
  return looks;
};

const answered: number[] = [];
const ask = async (questions: readonly string[]): Promise<void> => {
  for (const [n, question] of questions.entries()) {
    const since = performance.now();
    // Who asks too fast is told to wait.
    await telegram.person(`Reader ${n}`).says(question);
    answered.push(performance.now() - since);
  }
};

const land = async (file: number): Promise<void> => {
  const first = Number(articles) + file * OF_EACH;
  const name = `made-up-${file}.jsonl`;
  const lines = [...madeUpArticles(first + OF_EACH, names).drop(first)].map(
    ({ id, title, published, text }) => JSON.stringify({ id: `bench-${id}`, title, published, text }),
  );
  writeFileSync(join(inbox, `.${name}`), `${lines.join('\n')}\n`);
  renameSync(join(inbox, `.${name}`), join(inbox, name));
  await waitFor(new RegExp(`(${name}): taken in`));
};

let landed = 0;
const landAll = async (): Promise<void> => {
  const end = landed + FILES;
  for (; landed < end; landed++) await land(landed);
};

await telegram.ready(600_000);
try {
  // Of the thread that holds the connections alone, on Linux: what other programs do is not what is measured.
  setPriority(bot.pid ?? 0, BEFORE_OTHERS);
} catch {
  console.error('not allowed to go before other programs: on a busy machine they count as halts');
}
const ready = performance.now() - began;
const questions = [...questionsFor(OF_EACH_KIND, names)]
  .filter(([kind]) => kind !== '/search')
  .flatMap(([, all]) => all);
const rows: string[][] = [];
const row = async (what: string, work: () => Promise<unknown>): Promise<void> => {
  await pause(SETTLE);
  await look();
  answered.length = 0;
  const looks = await watched(work());
  const [longest, p99] = [looks.map(each => each.longest), looks.map(each => each.p99)];
  const { p50, p99: slow, slowest } = timesOf(answered);
  rows.push([
    what,
    ...[Math.max(...longest), Math.max(...p99), p50, slow, slowest].map(time =>
      shownTime(Number.isFinite(time) ? time : null),
    ),
  ]);
};
await row('nothing is asked', () => pause(IDLE));
await row('the first question', () => ask(['/casualties 2024']));
await row('questions', () => ask(questions));
await row('articles come in', () => landAll());
await row('both at once', () => Promise.all([landAll(), ask(questions)]));
const memory = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${bot.pid}/status`, 'utf8'))?.[1];
bot.kill('SIGTERM');
await ended;
await telegram.close();
rmSync(folder, { recursive: true });

const size = Number(articles).toLocaleString('en');
console.log(`${machine()}; ${size} articles; milliseconds of the wall\n`);
console.log(
  table(
    ['While', 'Longest halt', 'p99 of the worst second', 'Answer p50', 'Answer p99', 'Slowest answer'],
    rows,
  ),
);
console.log(`\nUp after ${shownTime(ready)}; peak memory ${shownMegabytes(Number(memory) * 1024)}`);
