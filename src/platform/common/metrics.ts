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
  /** How many planned messages are in each state is asked whenever the metrics are. */
  readonly outbox: (counts: () => Readonly<Record<string, number>>) => void;
  /** @param seconds since it was planned */
  readonly digestSent: (platform: string, seconds: number) => void;
}

/** Seconds an answer takes: most are far below a tenth, and after three a platform gives up on who did not say so. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10];

/** Seconds a planned message waits: a few in a quiet minute, hours when the platform was away. */
const DELAYS = [1, 3, 10, 30, 100, 300, 1_000, 3_600, 43_200];

/** What the process counts, each time it is made from zero. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  let counted: () => Readonly<Record<string, number>> = () => ({});
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
  new Gauge({
    name: 'sitrep_digest_messages',
    help: 'Planned messages by their state',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      for (const [state, count] of Object.entries(counted())) this.set({ state }, count);
    },
  });
  const delays = new Histogram({
    name: 'sitrep_digest_delay_seconds',
    help: 'From the planning of a message to its delivery',
    labelNames: ['platform'],
    buckets: DELAYS,
    registers: [registry],
  });
  return {
    registry,
    outbox: counts => {
      counted = counts;
    },
    digestSent: (platform, took) => delays.observe({ platform }, took),
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
