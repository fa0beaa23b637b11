import type { Taking } from './intake/taking.ts';
import type { Part } from './platform/common/health.ts';
import type { Log } from './platform/common/log.ts';
import type { Metrics } from './platform/common/metrics.ts';
import type { Supervised } from './platform/common/supervise.ts';
import { fetchedLine, INTAKE_WORDS } from './shell/intake-lines.ts';

const NAME = 'intake';

/** In the words of `/healthz`. A bot that waits for another writer answers all the same: that is no fault. */
const DETAILS: Readonly<Record<ReturnType<Taking['state']>, string>> = {
  no: 'starting',
  here: 'fetches feeds and takes in the inbox',
  waits: 'another process writes to the database; this one takes over when it ends',
  fails: 'cannot write to the database',
};

const CUT_OFF = 'ended by an error; it starts again';

/** What comes in beside the bots: supervised as they are, and told to the log. */
export const createBotsIntake = (
  taking: Taking,
  log: Log,
  metrics: Metrics,
): Pick<Supervised, 'name' | 'run'> & { readonly part: Part } => {
  const tell = (event: string, words: string): void => {
    metrics.happened(NAME, event);
    log[event === 'trouble' ? 'warn' : 'info']({ platform: NAME }, words);
  };
  /** What ended the last run, until one takes in again. */
  let isCutOff = false;
  metrics.watch(NAME, () => taking.state() === 'here');
  return {
    name: NAME,
    run: async (signal, up) => {
      up();
      const running = taking.run(signal, {
        onVisit: visited => tell(visited.failure === null ? 'visit' : 'failed-visit', fetchedLine(visited)),
        onFile: (name, refusals) => tell('file', INTAKE_WORDS.file(name, refusals)),
        onTrouble: line => tell('trouble', line),
        onBug: (error, where) => {
          metrics.happened(NAME, 'bug');
          log.error({ platform: NAME, where, err: error }, 'an error of ours');
        },
      });
      try {
        await running;
      } catch (error) {
        isCutOff = true;
        metrics.happened(NAME, 'died');
        log.error({ platform: NAME, err: error }, 'what takes articles in ended');
        throw error;
      }
    },
    part: {
      name: NAME,
      state: () => {
        const state = taking.state();
        if (state !== 'no') isCutOff = false;
        return isCutOff ? { ok: false, detail: CUT_OFF } : { ok: state !== 'fails', detail: DETAILS[state] };
      },
    },
  };
};
