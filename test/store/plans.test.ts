import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { changedReads } from '../../src/store/changed.ts';
import { factReads } from '../../src/store/facts.ts';
import { clearFacts } from '../../src/store/facts-rows.ts';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { outboxStore } from '../../src/store/outbox.ts';
import type { OutboxStore } from '../../src/store/ports/outbox.ts';
import type { FigureFilter, ReportFilter } from '../../src/store/ports.ts';
import { versionedArticles } from '../../src/store/versions.ts';
import { LATE } from './made-up.ts';

const planRow = z.object({ detail: z.string() });

/** How SQLite goes about every statement that `use` runs. */
const plansOf = (use: (prepare: DatabaseSync['prepare']) => void): readonly string[] => {
  const db = new DatabaseSync(':memory:');
  migrate(db, MIGRATIONS);
  const seen: string[] = [];
  use(sql => {
    seen.push(sql);
    return db.prepare(sql);
  });
  // Values do not matter: without statistics the plan goes by the text alone.
  const plans = seen.flatMap(sql =>
    db
      .prepare(`EXPLAIN QUERY PLAN ${sql.replace(/[:?]\w*/g, match => (match === ':' ? match : "'x'"))}`)
      .all()
      .map(row => planRow.parse(row).detail),
  );
  db.close();
  return plans;
};

const PERIOD = { from: '2024-11-01', to: '2024-11-30' };

/** A scan of a list that came with the question, or of what another look-up found, is none of a table. */
const scans = (plans: readonly string[]): readonly string[] =>
  plans.filter(plan => /^SCAN (?!\w+ VIRTUAL TABLE|\(subquery)/.test(plan));

test.for<[claim: string, filter: Omit<FigureFilter, 'asOf'>]>([
  ['a place', { place: 'pk/balochistan' }],
  ['a place and a period', { place: 'pk', overlapping: PERIOD }],
  ['a place, a period and measures', { place: 'pk', within: PERIOD, measures: ['fatalities'] }],
  ['a body', { bodies: ['picss', 'crss'] }],
  ['a body and a period', { bodies: ['picss'], overlapping: PERIOD }],
  ['an article', { article: 'a' }],
  ['nothing but the cause', {}],
])('figures of %s are looked up, not looked through', ([, filter]) => {
  const plans = plansOf(prepare => factReads(prepare).figures({ asOf: LATE, ...filter }));
  expect(plans.length).toBeGreaterThan(1);
  expect(scans(plans)).toEqual([]);
  // By what narrows most, and not by the cause alone.
  if (filter.place !== undefined) expect(plans.join()).toContain('security=? AND place>? AND place<?');
  if (filter.bodies !== undefined) expect(plans.join()).toContain('security=? AND body=?');
});

test('figures of an article are found by the article, not among all that tell of violence', () => {
  const plans = plansOf(prepare => factReads(prepare).figures({ asOf: LATE, article: 'a' }));
  expect(plans.filter(plan => /security/.test(plan))).toEqual([]);
});

test.for<[claim: string, filter: Omit<ReportFilter, 'asOf'>]>([
  ['a place', { place: 'pk/balochistan' }],
  ['a group', { actor: 'bla' }],
  ['an article', { article: 'a' }],
])('reports of %s are looked up, not looked through', ([, filter]) => {
  const plans = plansOf(prepare => factReads(prepare).reports({ asOf: LATE, ...filter }));
  expect(plans.length).toBeGreaterThan(1);
  expect(scans(plans)).toEqual([]);
});

test('what tells of a place is counted by indexes that begin with the place', () => {
  const plans = plansOf(prepare =>
    factReads(prepare).telling({ asOf: LATE, place: 'pk', overlapping: PERIOD, most: 9 }),
  );
  expect(plans.filter(plan => /^SCAN [at]\b/.test(plan))).toEqual([]);
  expect(plans.filter(plan => /USING INDEX (?:figures|reports)_place/.test(plan))).toHaveLength(3);
});

test('one figure, near-copies, a text and stale versions are looked up, not looked through', () => {
  const plans = plansOf(prepare => {
    factReads(prepare).figure('a#1', LATE);
    const articles = versionedArticles(
      prepare,
      () => ({ ok: false, error: { fault: 'us', kind: 'broken', message: '' } }),
      () => {},
    );
    articles.copyCandidates([1, 2], 9);
    articles.copiesOf('a');
    articles.withText('Made up.');
    articles.versions('a');
    articles.stale('rules', 0, 9);
  });
  expect(plans.length).toBeGreaterThan(6);
  expect(scans(plans)).toEqual([]);
});

test('what was read from a version is taken away by its key', () => {
  const plans = plansOf(prepare => clearFacts(prepare, 7));
  expect(plans.length).toBeGreaterThan(6);
  expect(scans(plans)).toEqual([]);
});

test('a scan would be seen', () => {
  const plans = plansOf(prepare => prepare('SELECT key FROM figures WHERE doc = :doc').all({ doc: '' }));
  expect(scans(plans)).toEqual(['SCAN figures']);
});

test('what may be sent is looked up in the order in which it waits, however much was ever sent', () => {
  const here = { platform: 'x', channel: 'x', thread: null };
  const run = (use: (outbox: OutboxStore) => void): readonly string[] =>
    plansOf(prepare => use(outboxStore(prepare, work => ({ ok: true, value: work() }))));
  const claims = run(outbox =>
    outbox.claim({ platform: 'x', at: LATE.instant, until: LATE.instant, limit: 1 }),
  );
  // That index holds what is on its way alone.
  expect(scans(claims)).toEqual(['SCAN m USING INDEX messages_sending']);
  expect(claims.join()).toMatch(/messages_sending.*messages_pending/s);
  expect(claims.join()).not.toContain('FOR ORDER BY');
  const others = run(outbox => {
    outbox.lapse('x', LATE.instant, { state: 'pending', reason: '' });
    outbox.expire('x', LATE.instant, '');
    outbox.told(here);
  });
  expect(scans(others)).toEqual(['SCAN m USING INDEX messages_sending']);
  expect(others.join()).toMatch(/messages_sending.*messages_expiring/s);
});

test('what changed within a day is looked up, not looked through', () => {
  const plans = plansOf(prepare =>
    changedReads(prepare)('2025-03-01T00:00:00.000Z', '2025-03-02T00:00:00.000Z'),
  );
  expect(scans(plans).filter(plan => /\bSCAN (?:a|articles)\b/.test(plan))).toEqual([]);
});
