import { readings } from './migrations/001-readings.ts';

/** Each brings the database one version up. A line here is never changed or moved once it has been released. */
export const MIGRATIONS: readonly string[] = [readings];
