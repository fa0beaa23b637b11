import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { openFaults } from '../ingest/fetch/opened.ts';

const run = async (addresses: readonly string[], environment: NodeJS.ProcessEnv = {}) => {
  const child = spawn(process.execPath, ['scripts/try-fetch.ts', ...addresses], {
    env: { PATH: process.env.PATH, ...environment },
  });
  const ended = new Promise<number | null>(resolve => child.on('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { stdout, stderr, code };
};

const FOR_TESTS = { SITREP_ALLOW_LOOPBACK: 'tests' };

describe('fetching by hand', () => {
  test('shows what came', async () => {
    const server = await openFaults();
    const { stdout, code } = await run([server.url('/redirect/301')], {
      ...FOR_TESTS,
      SITREP_CONTACT: 'mailto:me@example.org',
    });
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'fresh',
      url: server.url('/redirect/target'),
      permanentUrl: server.url('/redirect/target'),
      beginning: '<p>where it leads</p>',
    });
    expect(code).toBe(0);
    expect(server.requests()[0]?.headers['user-agent']).toMatch(/^Sitrep\/\S+ \(\+mailto:me@example\.org\)$/);
  });

  test('shows why nothing came', async () => {
    const server = await openFaults();
    const { stdout, code } = await run([server.url('/nothing')], FOR_TESTS);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'failed', reason: 'there is no such page (404)' });
    expect(code).toBe(1);
  });

  test('reaches nothing on this machine unless it is a test', async () => {
    const server = await openFaults();
    const { stdout, code } = await run([server.url('/feed/fine')]);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'refused' });
    expect(code).toBe(1);
    expect(server.requests()).toEqual([]);
  });

  test.for<[what: string, addresses: readonly string[], environment: NodeJS.ProcessEnv, line: string]>([
    ['without an address', [], {}, 'npm run try-fetch -- ADDRESS…'],
    [
      'with a wrong setting',
      ['https://example.org/'],
      { SITREP_ALLOW_LOOPBACK: '1' },
      'SITREP_ALLOW_LOOPBACK is',
    ],
  ])('%s says what to do', async ([, addresses, environment, line]) => {
    const { stderr, code } = await run(addresses, environment);
    expect(stderr).toContain(line);
    expect(code).toBe(2);
  });
});
