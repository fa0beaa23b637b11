import { expect, test } from 'vitest';
import { startHealth } from '../../../src/platform/common/health.ts';
import { createInFlight } from '../../../src/platform/common/in-flight.ts';
import { createMetrics } from '../../../src/platform/common/metrics.ts';
import { createRecent } from '../../../src/platform/common/recent.ts';
import { tooFast, userLimit } from '../../../src/platform/common/user-limit.ts';

test('a person may ask some questions at once, then one at a time; another one meanwhile', () => {
  let now = 0;
  const limit = userLimit(() => now, { atOnce: 2, every: 5_000 });
  expect([limit('a'), limit('a'), limit('a')]).toEqual([
    { ok: true },
    { ok: true },
    { ok: false, seconds: 5 },
  ]);
  expect(limit('b')).toEqual({ ok: true });
  now = 4_999;
  expect(limit('a')).toEqual({ ok: false, seconds: 1 });
  now = 5_000;
  expect([limit('a').ok, limit('a').ok]).toEqual([true, false]);
  now = 1e9;
  expect([limit('a').ok, limit('a').ok, limit('a').ok]).toEqual([true, true, false]);
  expect(tooFast(1)).toBe('That is faster than I read. Ask again in 1 second.');
});

test('the last ids are remembered, older ones are not', () => {
  const isNew = createRecent(2);
  expect(['a', 'a', 'b', 'a', 'c', 'a'].map(isNew)).toEqual([true, false, true, false, true, true]);
});

test('a stop waits for what is under way and for what that begins, and not for ever', async () => {
  const work = createInFlight();
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  work.add(first.promise.then(() => work.add(second.promise)));
  work.add(Promise.reject(new Error('made up')));
  expect(await work.settled(1)).toBe(1);
  const settled = work.settled(60_000);
  first.resolve();
  second.resolve();
  expect(await settled).toBe(0);
  expect(work.count()).toBe(0);
});

test('health names the part that does not serve; metrics count what became of questions', async () => {
  const metrics = createMetrics();
  let ok = true;
  const part = (name: string) => ({ name, state: () => ({ ok, detail: ok ? 'connected' : 'no heartbeat' }) });
  metrics.watch('made-up', () => ok);
  const server = await startHealth(0, [part('made-up')], metrics);
  if (!server.ok) throw new Error(server.error.message);
  const get = (path: string, method = 'GET') =>
    fetch(`http://127.0.0.1:${server.value.port}${path}`, { method });
  const healthy = await get('/healthz');
  expect([healthy.status, await healthy.json()]).toEqual([
    200,
    { ok: true, parts: { 'made-up': { ok: true, detail: 'connected' } } },
  ]);
  ok = false;
  const ill = await get('/healthz?now');
  expect([ill.status, await ill.json()]).toMatchObject([503, { ok: false }]);
  metrics.answered('made-up', 'answered', 0.01);
  metrics.happened('made-up', 'restart');
  const text = await (await get('/metrics')).text();
  expect(text).toContain('sitrep_answers_total{platform="made-up",outcome="answered"} 1');
  expect(text).toContain('sitrep_platform_events_total{platform="made-up",event="restart"} 1');
  expect(text).toContain('sitrep_platform_up{platform="made-up"} 0');
  expect([(await get('/other')).status, (await get('/healthz', 'POST')).status]).toEqual([404, 405]);
  const taken = await startHealth(server.value.port, [], metrics);
  expect(taken).toMatchObject({ ok: false, error: { message: expect.stringContaining('EADDRINUSE') } });
  await server.value.close();
});
