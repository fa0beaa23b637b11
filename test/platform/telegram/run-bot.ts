import type { Answer } from '../../../src/core/answer.ts';
import type { Asker } from '../../../src/core/command.ts';
import type { Asked, Listed } from '../../../src/platform/common/asking.ts';
import { createLog } from '../../../src/platform/common/log.ts';
import { createMetrics } from '../../../src/platform/common/metrics.ts';
import { supervise } from '../../../src/platform/common/supervise.ts';
import { createTelegramBot } from '../../../src/platform/telegram/bot.ts';
import { openStore } from '../../../src/store/sqlite.ts';
import {
  startTelegram,
  type TelegramEmulator,
  type TelegramOptions,
} from '../../emulators/telegram/start.ts';

/** A bot in this process, whose answers a test makes up. */
export interface RunningBot {
  readonly telegram: TelegramEmulator;
  /** Who asked what, in order. */
  readonly asked: readonly (Asked & { readonly asker: Asker | undefined })[];
  readonly log: () => string;
  /** Whether it serves, and why not. */
  readonly state: () => { readonly ok: boolean; readonly detail: string };
  readonly close: () => Promise<void>;
}

/** An answer of one paragraph. */
export const answerOf = (question: string, text: string, rest: Partial<Answer> = {}): Answer => ({
  question,
  title: '',
  refused: false,
  blocks: [{ kind: 'paragraph', content: [text] }],
  text,
  figures: [],
  citations: [],
  ...rest,
});

export const runBot = async (
  answer: (asked: Asked, asker: Asker | undefined) => Answer | Promise<Answer>,
  commands: readonly Listed[] = [],
  options: TelegramOptions = {},
): Promise<RunningBot> => {
  const telegram = await startTelegram({ patience: 30_000, ...options });
  const store = openStore(':memory:');
  if (!store.ok) throw new Error(store.error.message);
  const { questions, telegram: memory, close } = store.value;
  const asked: (Asked & { readonly asker: Asker | undefined })[] = [];
  let log = '';
  const write = (line: string): void => {
    log += line;
  };
  const metrics = createMetrics();
  const now = (): Date => new Date(telegram.clock.now());
  const bot = createTelegramBot({
    token: telegram.token,
    api: telegram.apiRoot,
    webhook: null,
    secret: null,
    host: '127.0.0.1',
    port: 0,
    memory,
    menuWords: { languages: [], describe: () => null, option: () => null },
    log: createLog('info', line => line, write),
    metrics,
    flushed: async () => {},
    asking: {
      ask: async (question, asker) => {
        asked.push({ ...question, asker });
        return answer(question, asker);
      },
      keep: question => {
        const kept = questions.keep(question);
        return kept.ok ? kept.value : null;
      },
      kept: questions.kept,
      complete: async () => [],
      commands,
      now,
    },
  });
  const stop = new AbortController();
  const ended = supervise(
    {
      name: bot.name,
      run: bot.run,
      log: createLog('info', line => line, write),
      now: () => now().getTime(),
      chance: () => 0,
    },
    stop.signal,
  );
  await telegram.ready(30_000);
  return {
    telegram,
    asked,
    log: () => log,
    state: bot.part.state,
    close: async () => {
      stop.abort();
      await ended;
      close();
      await telegram.close();
    },
  };
};
