import { afterEach, describe } from 'vitest';
import type { Store } from '../../src/store/ports.ts';
import { articlesContract } from './contract/articles.ts';
import { changedContract } from './contract/changed.ts';
import { countsContract } from './contract/counts.ts';
import { digestsContract } from './contract/digests.ts';
import { discordContract } from './contract/discord.ts';
import { feedsContract } from './contract/feeds.ts';
import { figuresContract } from './contract/figures.ts';
import type { Fresh } from './contract/fresh.ts';
import { holdingsContract } from './contract/holdings.ts';
import { landContract } from './contract/land.ts';
import { lawsContract } from './contract/laws.ts';
import { pagesContract } from './contract/pages.ts';
import { questionsContract } from './contract/questions.ts';
import { reportsContract } from './contract/reports.ts';
import { snapshotsContract } from './contract/snapshots.ts';
import { tallyContract } from './contract/tally.ts';
import { telegramContract } from './contract/telegram.ts';
import { termsContract } from './contract/terms.ts';
import { traitsContract } from './contract/traits.ts';
import { trendsContract } from './contract/trends.ts';
import { versionsContract } from './contract/versions.ts';
import { watchesContract } from './contract/watches.ts';
import { keep, writing } from './keep.ts';

/** What every store promises. `open` gives a new and empty one each time. */
export const storeContract = (name: string, open: () => Store): void => {
  describe(name, () => {
    const opened: Store[] = [];
    const fresh: Fresh = (...holding) => {
      const store = open();
      opened.push(store);
      if (holding.length > 0) keep(store, holding);
      else writing(store);
      return store;
    };
    afterEach(() => {
      for (const store of opened.splice(0)) store.close();
    });
    articlesContract(fresh);
    landContract(fresh);
    versionsContract(fresh);
    termsContract(fresh);
    traitsContract(fresh);
    changedContract(fresh);
    feedsContract(fresh);
    pagesContract(fresh);
    digestsContract(fresh);
    watchesContract(fresh);
    questionsContract(open);
    telegramContract(open);
    discordContract(open);
    figuresContract(fresh);
    reportsContract(fresh);
    holdingsContract(fresh);
    countsContract(fresh);
    snapshotsContract(fresh);
    tallyContract(fresh);
    trendsContract(fresh);
    lawsContract(open);
  });
};
