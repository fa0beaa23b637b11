/**
 * What became of each occasion of a digest, and how far it told the news; since when a send is in doubt; which
 * subscriptions the platform refuses for now.
 */
export const deliveries = `
  ALTER TABLE occasions ADD COLUMN outcome TEXT;
  ALTER TABLE occasions ADD COLUMN until TEXT;
  ALTER TABLE messages ADD COLUMN begun TEXT;
  ALTER TABLE messages ADD COLUMN expires TEXT;
  CREATE INDEX messages_expiring ON messages (expires) WHERE state = 'pending' AND expires IS NOT NULL;
  ALTER TABLE subscriptions ADD COLUMN retried INTEGER NOT NULL DEFAULT 0;
  DROP INDEX subscriptions_due;
  CREATE INDEX subscriptions_due ON subscriptions (next_due)
    WHERE state = 'active' OR (state = 'paused' AND retried = 1);
`;
