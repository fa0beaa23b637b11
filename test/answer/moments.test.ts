import { expect, test } from 'vitest';
import { momentWords } from '../../src/answer/moments.ts';

const NOW = '2026-03-10T12:00:00.000Z';

test.for<[at: string, words: string]>([
  ['2026-03-10T12:00:00.000Z', 'now (10 March 2026, 12:00 UTC)'],
  ['2026-03-10T11:59:01.000Z', 'now (10 March 2026, 11:59 UTC)'],
  ['2026-03-10T11:59:00.000Z', '1 minute ago (10 March 2026, 11:59 UTC)'],
  ['2026-03-10T11:00:01.000Z', '59 minutes ago (10 March 2026, 11:00 UTC)'],
  ['2026-03-10T09:01:00.000Z', '2 hours ago (10 March 2026, 09:01 UTC)'],
  ['2026-03-08T12:00:01.000Z', '47 hours ago (8 March 2026, 12:00 UTC)'],
  ['2026-03-08T12:00:00.000Z', '2 days ago (8 March 2026, 12:00 UTC)'],
  ['2025-03-10T12:00:00.000Z', '365 days ago (10 March 2025, 12:00 UTC)'],
  ['2026-03-10T12:12:30.000Z', 'in 12 minutes (10 March 2026, 12:12 UTC)'],
  ['2026-03-11T11:00:00.000Z', 'in 23 hours (11 March 2026, 11:00 UTC)'],
])('%s is %s', ([at, words]) => expect(momentWords(at, NOW)).toBe(words));
