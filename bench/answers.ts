/**
 * Prints how long a person waits, from the start of the program to its first answer and for an answer after that, and
 * how many articles are read in a second.
 * Run with `npm run bench`; the corpus is the bundled one. Nothing here is a test: times depend on the machine.
 */
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { clockAt } from '../src/core/clock.ts';
import { openApp } from '../src/open-app.ts';
import { readSettings } from '../src/shell/settings.ts';
import { extractionSpeed } from './extraction-speed.ts';

const STARTS = 7;
const ROUNDS = 30;
const QUESTIONS = [
  '/casualties 2024',
  '/casualties kp 2024 soldiers',
  '/incident Quetta',
  '/search polling stations',
  '/sources',
  'how many soldiers died in bannu in november 2024?',
  'what happened in queta on 9 nov',
  '/casualties 1850',
];

const at = (sorted: readonly number[], share: number): string =>
  `${(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(1)} ms`;

const report = (what: string, times: readonly number[]): void => {
  const sorted = times.toSorted((a, b) => a - b);
  console.log(
    `${what.padEnd(26)} median ${at(sorted, 0.5)}, p99 ${at(sorted, 0.99)}, slowest ${at(sorted, 1)}, n ${times.length}`,
  );
};

const starts = Array.from({ length: STARTS }, () => {
  const begin = performance.now();
  execFileSync(process.execPath, ['src/main.ts', 'ask', '/casualties 2024', '--json']);
  return performance.now() - begin;
});

const settings = readSettings({});
if (!settings.ok) throw new Error(settings.error.join('\n'));
const app = await openApp(settings.value, { json: false, articles: [], clock: null }, error => {
  throw error;
});
if (!app.ok) throw new Error(app.error.message);

const clock = clockAt('2025-06-01T00:00:00Z');
const answers: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  for (const question of QUESTIONS) {
    const begin = performance.now();
    await app.value.answer(question, clock);
    answers.push(performance.now() - begin);
  }
}
app.value.close();

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
report('start to first answer', starts);
report('an answer after that', answers.slice(QUESTIONS.length));
const { articles, perSecond } = await extractionSpeed();
console.log(
  `${'extraction, 300 words each'.padEnd(26)} ${Math.round(perSecond)} articles a second of one core, n ${articles}`,
);
