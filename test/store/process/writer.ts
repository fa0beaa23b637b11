import type { Figure } from '../../../src/core/figure.ts';
import type { Landing } from '../../../src/store/ports/archive.ts';
import { openStore } from '../../../src/store/sqlite.ts';
import { saved } from '../keep.ts';
import { article, figure, reading, report } from '../made-up.ts';

/**
 * A process that lands made-up articles in a file, one after the other, and prints the id of each that was acknowledged.
 * Arguments: file, first number, instant of taking the lease, step. At `step` of its third landing it kills itself, as a
 * power cut would; null: it goes on until it is killed.
 */
const [file = '', from = '0', at = '', step = 'null'] = process.argv.slice(2);

const FIGURES = 3;

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('still alive');
};

const opened = openStore(file);
if (!opened.ok) throw new Error(opened.error.message);
const store = opened.value;
saved(store.lease.take({ name: 'a made-up writer', pid: process.pid, host: 'here' }, at, 60));
const feed = 'https://example.org/feed';
if (store.feeds.get(feed) === null)
  saved(store.feeds.add({ url: feed, title: null, addedBy: 'a test', at, nextRun: at }));

/** A landing that runs `trap` where the store comes to the named step. */
const landing = (n: number, trap: (step: string) => void): Landing => {
  const id = `article-${n}`;
  const trapped = (one: Figure, name: string): Figure =>
    Object.defineProperty({ ...one }, 'toJSON', {
      enumerable: false,
      value: () => {
        trap(name);
        return one;
      },
    });
  const page = { kind: 'taken', article: id, reason: null, at, feed } as const;
  return {
    at,
    rules: 'rules 1',
    readings: [
      {
        ...reading(article(id, null, { text: `Made up, number ${n}. `.repeat(200) })),
        figures: Array.from({ length: FIGURES }, (_, i) => trapped(figure(`${id}#${i}`), `figure ${i}`)),
        reports: [report(`${id}#r`)],
        traits: {
          language: 'en',
          relevant: true,
          copyOf: null,
          get signature() {
            trap('signature');
            return [n, n + 1];
          },
        },
      },
    ],
    feed: {
      url: feed,
      at,
      failure: null,
      nextRun: at,
      broughtNew: true,
      get title() {
        trap('feed');
        return `after ${id}`;
      },
    },
    pages: [
      {
        ...page,
        get url() {
          trap('page');
          return `https://example.org/${id}`;
        },
      },
    ],
  };
};

for (let n = Number(from); ; n++) {
  const last = n === Number(from) + 2;
  saved(
    store.land(
      landing(n, name => {
        if (last && name === step) die();
      }),
    ),
  );
  if (last && step === 'landed') die();
  // Synchronous where it is a pipe or a file, on all systems but Windows: printed means acknowledged.
  process.stdout.write(`article-${n}\n`);
}
