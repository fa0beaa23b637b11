import type { ArticleId } from '../../core/article.ts';
import type { Instant } from '../../core/clock.ts';
import type { Store } from '../../store/ports.ts';
import type { Moment, Services } from '../services.ts';

type Changed = ReturnType<Store['changed']>[number];

/** The moment at an instant, for what is the same wherever it is read: its day is the one in UTC. */
export const momentAt = (instant: Instant): Moment => ({ day: instant.slice(0, 10), instant });

/** The articles by what became of them between two moments. */
export interface Arrivals {
  readonly before: Moment;
  readonly now: Moment;
  /** Those with something to tell as new: no old news, no copies of what is known, nothing that is not about security. */
  readonly fresh: readonly ArticleId[];
  /** Nobody knew them before, old news among them. */
  readonly unknown: ReadonlySet<ArticleId>;
  /** Versions that counted before and do not any more. */
  readonly ended: readonly Changed[];
}

const isLearned = ({ learned }: Changed, { instant }: Moment): boolean =>
  learned !== null && learned > instant;

/** In milliseconds; the intake marks what it takes in by the same measure, folders that are read at the start are not marked. */
const OLD_NEWS = 3 * 24 * 3_600_000;
const DAY = 24 * 3_600_000;

/** Whether an article was out for days when it came in. A new wording of it is news all the same. */
const isOld = ({ id, version, learned }: Changed, { store }: Services, now: Moment): boolean => {
  const published = store.article(id, now)?.published ?? null;
  if (version > 1 || learned === null || published === null) return false;
  const out = Date.parse(published) + (published.length === 10 ? DAY : 0);
  return out < Date.parse(learned) - OLD_NEWS;
};

/** A copy tells nothing new as long as what it copies is there to tell it. */
const isFresh = (change: Changed, services: Services, now: Moment): boolean =>
  change.relevant &&
  !change.history &&
  !isOld(change, services, now) &&
  (change.until === null || change.until > now.instant) &&
  (change.copyOf === null || services.store.article(change.copyOf, now) === null);

/** The last of a list of versions of each article, with the reason of the very last where it was withdrawn. */
const lastEnds = (all: readonly Changed[], before: Moment): readonly Changed[] =>
  all
    .filter(each => each.ended !== null && !isLearned(each, before) && !each.history && each.relevant)
    .filter(({ copyOf }) => copyOf === null)
    .map(each => {
      const last = all.findLast(({ id }) => id === each.id) ?? each;
      return { ...each, ended: last.ended ?? each.ended, reason: last.reason ?? each.reason };
    });

export const arrivalsIn = (before: Moment, now: Moment, services: Services): Arrivals => {
  const all = services.store.changed(before.instant, now.instant);
  const learned = all.filter(each => isLearned(each, before));
  return {
    before,
    now,
    fresh: [...new Set(learned.filter(each => isFresh(each, services, now)).map(({ id }) => id))],
    unknown: new Set(learned.filter(({ version }) => version === 1).map(({ id }) => id)),
    ended: lastEnds(all, before),
  };
};
