import type { Article } from './core/article.ts';
import type { Clock } from './core/clock.ts';
import { fail, ok } from './core/result.ts';
import type { Intake } from './query/intake.ts';
import type { Settings } from './shell/settings.ts';
import { WORDS } from './shell/words.ts';
import type { Reading, Store } from './store/ports.ts';
import { asWriter } from './writer.ts';

interface WithdrawalParts {
  readonly store: Pick<Store, 'lease' | 'versions' | 'version' | 'withdraw' | 'restore'>;
  readonly settings: Pick<Settings, 'database'>;
  readonly read: (article: Article) => Reading;
  /** Version of the rules that `read` goes by. */
  readonly rules: string;
  /** The real one, also for a question of another time: what is written happens now. */
  readonly clock: Pick<Clock, 'now'>;
}

/** Takes articles out of answers, and brings them back. */
export const createWithdrawals = ({
  store,
  settings,
  read,
  rules,
  clock,
}: WithdrawalParts): Pick<Intake, 'withdraw' | 'restore'> => {
  const inMemory = settings.database === null ? fail('input', WORDS.withdrawalsNeedDatabase) : null;
  const now = (): string => clock.now().toISOString();
  return {
    withdraw: (id, reason) => inMemory ?? asWriter(store, clock, () => store.withdraw(id, now(), reason)),
    restore: async id => {
      if (inMemory !== null) return inMemory;
      const last = store.versions(id).at(-1);
      const kept = last === undefined ? null : store.version(id, last.version);
      if (last?.ended !== 'withdrawn' || kept === null) return ok(false);
      const { article, traits } = kept;
      // It brings what tells languages apart, for which no start waits.
      const { readKnowing } = await import('./intake/appraise.ts');
      const reading = traits === undefined ? read(article) : readKnowing(read, article, traits);
      return asWriter(store, clock, () => store.restore(reading, now(), rules));
    },
  };
};
