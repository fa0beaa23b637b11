import { openStore } from '../../../src/store/sqlite.ts';
import { article, reading } from '../made-up.ts';

/**
 * A process that does with a store what it is told on standard input, one line each, and prints what came of it:
 * `take <instant>`, `land <id> <instant>`, `list`.
 */
const [file = '', name = ''] = process.argv.slice(2);

const opened = openStore(file);
if (!opened.ok) throw new Error(opened.error.message);
const store = opened.value;

const told = (words: readonly string[]): string => {
  const [verb, first = '', at = ''] = words;
  if (verb === 'take') {
    const taken = store.lease.take({ name, pid: process.pid, host: 'here' }, first, 10);
    return taken.ok ? `fence ${taken.value.fence}` : `${taken.error.kind}: ${taken.error.message}`;
  }
  if (verb === 'land') {
    const landed = store.land({ at, rules: '', readings: [reading(article(first, null))] });
    return landed.ok ? 'landed' : `${landed.error.kind}: ${landed.error.message}`;
  }
  const all = store.articles({ day: '2030-01-01', instant: '2030-01-01T00:00:00.000Z' }, 99);
  return all.map(({ id }) => id).join(' ');
};

let rest = '';
for await (const chunk of process.stdin) {
  const lines = (rest + String(chunk)).split('\n');
  rest = lines.pop() ?? '';
  for (const line of lines) process.stdout.write(`${told(line.split(' '))}\n`);
}
store.close();
