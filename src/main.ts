import { existsSync, fstatSync } from 'node:fs';
import packageFacts from '../package.json' with { type: 'json' };
import { openApp } from './open-app.ts';
import { openReader } from './open-reader.ts';
import { runShell } from './shell.ts';

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
);
