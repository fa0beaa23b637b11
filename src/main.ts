import { existsSync, fstatSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import packageFacts from '../package.json' with { type: 'json' };

/**
 * Node strips and compiles the sources at every start; with its cache it does so once for each version of a file.
 * Everything else is imported after this line, or it would be compiled without. A cache that cannot be written is none.
 */
enableCompileCache();
const [{ openApp }, { openReader }, { runShell }, { runUpkeep }] = await Promise.all([
  import('./open-app.ts'),
  import('./open-reader.ts'),
  import('./shell/shell.ts'),
  import('./upkeep.ts'),
]);

/** Whoever reads our output may stop early, as `head` does: that is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const inputSize = (): number | null => {
  try {
    const facts = fstatSync(0);
    return facts.isFile() ? facts.size : null;
  } catch {
    return null;
  }
};

if (existsSync('.env')) process.loadEnvFile('.env');

process.exitCode = await runShell(
  {
    words: process.argv.slice(2),
    environment: process.env,
    version: packageFacts.version,
    stdin: process.stdin,
    inputSize: inputSize(),
    stdout: process.stdout,
    stderr: process.stderr,
  },
  openApp,
  openReader,
  runUpkeep,
);
