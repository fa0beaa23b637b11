import type { AsOf } from '../../store/ports.ts';
import { type Kept, keep, type Making } from './kept.ts';
import type { Ledger, Ledgers } from './ledger.ts';

/** Beside the present one: the moment of the last digest, and a moment in the past that somebody asks about. */
const MOST_PAST = 2;

/** After so many articles the next process is spared to look at them all again. */
const WORTH_KEEPING = 1_000;

const distance = (a: AsOf, b: AsOf): number => Math.abs(Date.parse(a.instant) - Date.parse(b.instant));

export interface Following extends Making {
  /** Changes whenever the same reports could be merged in another way: a snapshot made by others is of no use. */
  readonly rules: string;
}

/** Whether so much came in since a snapshot was kept, or without one, that the next process would start late. */
export const isOverdue = ({ store, rules }: Pick<Following, 'store' | 'rules'>): boolean =>
  store.revision() - (store.snapshots.ledgerRevision(rules) ?? 0) >= WORTH_KEEPING;

/**
 * Ledgers that follow the store: whatever lands in it, by whichever process, is in the next one. They begin with what
 * another process has kept, and keep what they have made.
 * @param worthKeeping versions that must have come or gone before a snapshot is written
 */
export const createLedgers = (making: Following, worthKeeping = WORTH_KEEPING): Ledgers => {
  const { snapshots } = making.store;
  let present: Kept | null = null;
  let past: readonly Kept[] = [];
  let kept = 0;

  const begin = (asOf: AsOf): Kept => {
    const given = snapshots.ledger(making.rules);
    try {
      return keep(making, asOf, given);
    } catch (error) {
      // A snapshot that points to what is not there is of no use; everything else is an error of ours.
      if (given === null || !(error instanceof RangeError)) throw error;
      return keep(making, asOf, null);
    }
  };

  /** A snapshot that could not be written is missed by nobody but the next process, which takes longer to start. */
  const spare = (now: Kept): Kept => {
    if (now.moved - kept < worthKeeping) return now;
    snapshots.keepLedger(making.rules, now.snapshot());
    kept = now.moved;
    return now;
  };

  const atPast = (asOf: AsOf): Ledger => {
    const nearest = [...past].sort((a, b) => distance(a.asOf, asOf) - distance(b.asOf, asOf))[0];
    const isMoved = nearest !== undefined && (past.length === MOST_PAST || nearest.isOf(asOf));
    const found = isMoved ? nearest.move(asOf) : begin(asOf);
    past = [found, ...past.filter(each => !isMoved || each !== nearest)];
    return found.ledger;
  };

  return {
    at: asOf => {
      if (present !== null && asOf.instant < present.asOf.instant)
        return present.isOf(asOf) ? present.ledger : atPast(asOf);
      present = spare(present === null ? begin(asOf) : present.move(asOf));
      return present.ledger;
    },
  };
};
