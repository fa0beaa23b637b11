import { ok } from '../core/result.ts';
import type { Landed } from '../store/ports/archive.ts';
import type { FeedVisit } from '../store/ports/feeds.ts';
import type { PageOutcome } from '../store/ports/pages.ts';
import type { Saved } from '../store/ports/saved.ts';
import type { Reading } from '../store/ports.ts';
import type { Intake } from './intake.ts';
import { WORDS } from './words.ts';

/** What arrived together. */
export interface Arrived {
  readonly readings: readonly Reading[];
  readonly pages?: readonly PageOutcome[];
  readonly feed?: FeedVisit;
}

export interface AllLanded {
  readonly landed: readonly Landed[];
  /** Articles that could not be kept for an error of ours. */
  readonly failed: readonly string[];
}

type Ready = Pick<Intake, 'store' | 'rules' | 'clock' | 'onBug' | 'onLanded' | 'piecewise'>;

const land = ({ store, rules, clock }: Ready, arrived: Arrived): Saved<readonly Landed[]> =>
  store.land({ at: clock.now().toISOString(), rules, ...arrived });

/** Each article by itself with its pages; one that contradicts itself stays out, and is told as an error of ours. */
const landEach = (intake: Ready, { readings, pages = [], feed }: Arrived): Saved<AllLanded> => {
  const landed: Landed[] = [];
  const failed: string[] = [];
  for (const reading of readings) {
    const { id } = reading.article;
    try {
      const one = land(intake, { readings: [reading], pages: pages.filter(({ article }) => article === id) });
      if (!one.ok) return one;
      landed.push(...one.value);
    } catch (error) {
      intake.onBug(error, id);
      failed.push(id);
    }
  }
  const own = new Set(readings.map(({ article }) => article.id));
  const rest = pages.flatMap((page): readonly PageOutcome[] => {
    if (page.article === null || !own.has(page.article)) return [page];
    return failed.includes(page.article)
      ? [{ ...page, kind: 'failed', article: null, reason: WORDS.ours }]
      : [];
  });
  const last = land(intake, { readings: [], pages: rest, ...(feed === undefined ? {} : { feed }) });
  return last.ok ? ok({ landed, failed }) : last;
};

const NEWS: readonly Landed['became'][] = ['new', 'updated', 'reread'];

const landTogether = (intake: Ready, arrived: Arrived): Saved<AllLanded> => {
  try {
    const all = land(intake, arrived);
    return all.ok ? ok({ landed: all.value, failed: [] }) : all;
  } catch (error) {
    if (arrived.readings.length === 0) throw error;
    return landEach(intake, arrived);
  }
};

/**
 * Puts what arrived together on the disk: together, or piece by piece, the state of its feed last. An error of ours at one
 * article keeps only that one out.
 */
export const landAll = (intake: Ready, arrived: Arrived): Saved<AllLanded> => {
  const inPieces = intake.piecewise === true && arrived.readings.length > 1;
  const done = inPieces ? landEach(intake, arrived) : landTogether(intake, arrived);
  if (!done.ok) return done;
  const changed = new Set(
    done.value.landed.filter(({ became }) => NEWS.includes(became)).map(({ id }) => id),
  );
  const readings = arrived.readings.filter(({ article }) => changed.has(article.id));
  if (readings.length > 0) intake.onLanded?.(readings);
  return done;
};
