import { statSync } from 'node:fs';
import type { TakingIn } from './core/taking-in.ts';
import { createFeedAdmin, type FeedAdminParts } from './feed-admin.ts';
import { articleId } from './ingest/identity/article-id.ts';
import { normaliseUrl } from './ingest/identity/normalise-url.ts';
import type { Intake } from './query/intake.ts';
import { createWithdrawals } from './withdrawals.ts';

type IntakeServiceParts = FeedAdminParts & Pick<Parameters<typeof createWithdrawals>[0], 'store'>;

/** Of the file and of what is written and not yet folded into it; null when there is no such file. */
const sizeOf = (file: string): number | null => {
  const sizes = [file, `${file}-wal`].map(path => statSync(path, { throwIfNoEntry: false })?.size);
  return sizes[0] === undefined ? null : sizes[0] + (sizes[1] ?? 0);
};

/** What commands need of how articles come in. @param rules version of the rules */
export const intakeServices = (
  rules: string,
  parts: IntakeServiceParts,
  takingIn: () => TakingIn = () => 'no',
): Intake => {
  const { database } = parts.settings;
  return {
    feeds: createFeedAdmin(parts),
    page: url => {
      const address = normaliseUrl(url);
      return address === null ? null : { address, article: articleId(address) };
    },
    rules,
    takingIn,
    ...createWithdrawals({ ...parts, rules }),
    database: () => ({ file: database, bytes: database === null ? null : sizeOf(database) }),
  };
};
