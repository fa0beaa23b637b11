import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** `answered`: in full; `refused`: with a reason; `limited`: asked too fast; `failed`: could not be delivered. */
export type Outcome = 'answered' | 'refused' | 'limited' | 'failed';

export interface Metrics {
  readonly registry: Registry;
  readonly answered: (platform: string, outcome: Outcome, seconds: number) => void;
  /** Something happened that is worth counting: a restart, a repeat that was dropped, a fault of the platform. */
  readonly happened: (platform: string, event: string) => void;
  /** Whether a platform serves is asked whenever the metrics are. */
  readonly watch: (platform: string, serves: () => boolean) => void;
}

/** Seconds an answer takes: most are far below a tenth, and after three a platform gives up on who did not say so. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10];

/** What the process counts, each time it is made from zero. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const watched = new Map<string, () => boolean>();
  const answers = new Counter({
    name: 'sitrep_answers_total',
    help: 'Questions by what became of them',
    labelNames: ['platform', 'outcome'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'sitrep_answer_seconds',
    help: 'From the arrival of a question to the delivery of its answer',
    labelNames: ['platform'],
    buckets: BUCKETS,
    registers: [registry],
  });
  const events = new Counter({
    name: 'sitrep_platform_events_total',
    help: 'Restarts, repeats and faults of platforms',
    labelNames: ['platform', 'event'],
    registers: [registry],
  });
  new Gauge({
    name: 'sitrep_platform_up',
    help: '1 while the platform serves',
    labelNames: ['platform'],
    registers: [registry],
    collect() {
      for (const [platform, serves] of watched) this.set({ platform }, serves() ? 1 : 0);
    },
  });
  return {
    registry,
    answered: (platform, outcome, took) => {
      answers.inc({ platform, outcome });
      seconds.observe({ platform }, took);
    },
    happened: (platform, event) => events.inc({ platform, event }),
    watch: (platform, serves) => {
      watched.set(platform, serves);
    },
  };
};
