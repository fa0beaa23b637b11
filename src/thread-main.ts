/** Where a thread of the bots begins: `threads/thread.ts` starts it. */
import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadData } from './threads/thread.ts';

// As in main.ts: what is imported after this line is compiled once for each version of a file.
enableCompileCache();
const data: ThreadData = workerData;
if (parentPort !== null) {
  if (data.part === 'answers') await (await import('./serve-answers.ts')).serveAnswers(parentPort, data);
  else await (await import('./serve-intake.ts')).serveIntake(parentPort, data);
}
