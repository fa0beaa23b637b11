import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startTelegram,
  type TelegramEmulator,
  type TelegramOptions,
} from '../../emulators/telegram/start.ts';
import { startSitrep } from '../run-sitrep.ts';

export interface RunningBot {
  readonly ended: Promise<number | null>;
  readonly output: () => string;
  readonly kill: (signal: 'SIGTERM' | 'SIGKILL') => void;
}

export interface Place {
  readonly telegram: TelegramEmulator;
  /** Starts the shipped entry point; each start uses the same database. */
  readonly start: (environment?: NodeJS.ProcessEnv) => RunningBot;
  readonly close: () => Promise<void>;
}

/** A Telegram of our own, and the bot beside it. */
export const openPlace = async (options: TelegramOptions = {}): Promise<Place> => {
  const telegram = await startTelegram({ patience: 60_000, ...options });
  const database = join(mkdtempSync(join(tmpdir(), 'sitrep-telegram-')), 'sitrep.db');
  const running = new Set<RunningBot>();
  const start: Place['start'] = environment => {
    const child = startSitrep([], {
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API: telegram.apiRoot,
      SITREP_DB: database,
      ...environment,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', chunk => {
        output += String(chunk);
      });
    }
    const ended = new Promise<number | null>(resolve => child.on('close', resolve));
    const bot: RunningBot = { ended, output: () => output, kill: signal => void child.kill(signal) };
    running.add(bot);
    void ended.then(() => running.delete(bot));
    return bot;
  };
  return {
    telegram,
    start,
    close: async () => {
      for (const bot of running) bot.kill('SIGKILL');
      await Promise.all([...running].map(({ ended }) => ended));
      await telegram.close();
    },
  };
};
