import { readings } from './migrations/001-readings.ts';
import { versions } from './migrations/002-versions.ts';
import { intake } from './migrations/003-intake.ts';
import { digests } from './migrations/004-digests.ts';
import { trends } from './migrations/005-trends.ts';
import { history } from './migrations/006-history.ts';
import { questions } from './migrations/007-questions.ts';
import { telegram } from './migrations/008-telegram.ts';
import { revisions } from './migrations/009-revisions.ts';
import { deliveries } from './migrations/010-deliveries.ts';
import { changes } from './migrations/011-changes.ts';
import { watches } from './migrations/012-watches.ts';
import { search } from './migrations/013-search.ts';
import { discord } from './migrations/014-discord.ts';
import { snapshots } from './migrations/015-snapshots.ts';
import { landing } from './migrations/016-landing.ts';
import { named } from './migrations/017-named.ts';

/** Each brings the database one version up. A line here is never changed or moved once it has been released. */
export const MIGRATIONS: readonly string[] = [
  readings,
  versions,
  intake,
  digests,
  trends,
  history,
  questions,
  telegram,
  revisions,
  deliveries,
  changes,
  watches,
  search,
  discord,
  snapshots,
  landing,
  named,
];
