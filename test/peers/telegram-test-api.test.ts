import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startSitrep } from '../e2e/run-sitrep.ts';
import { freePort } from '../free-port.ts';

/** Another project's Telegram for tests. It brings ninety packages, so it is no dependency. */
const PEER = 'telegram-test-api';
const VERSION = '4.2.1';

const isObject = (value: unknown): value is Record<string, unknown> =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** Calls a method of what nobody has described. */
const call = async (of: unknown, name: string, ...given: readonly unknown[]): Promise<unknown> => {
  const method = isObject(of) ? of[name] : null;
  if (typeof method !== 'function') throw new Error(`${PEER} has no ${name}`);
  const result: unknown = await Reflect.apply(method, of, given);
  return result;
};

/** Its server, installed beside the project; in words why not where that fails. */
const load = async (): Promise<unknown> => {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-peer-'));
  const words = ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder];
  try {
    await promisify(execFile)('npm', [...words, `${PEER}@${VERSION}`], { cwd: folder, timeout: 90_000 });
    const peer: unknown = createRequire(join(folder, 'index.js'))(PEER);
    return typeof peer === 'function' ? peer : 'it exports no server';
  } catch (error) {
    return String(error).split('\n')[0];
  }
};

const Peer = await load();
const why = `${PEER} ${VERSION} could not be installed: ${String(Peer)}`;
if (typeof Peer !== 'function') process.stdout.write(`skipped: ${why}\n`);

test.skipIf(typeof Peer !== 'function')(
  'the bot answers in a Telegram that others wrote',
  { timeout: 180_000 },
  async () => {
    if (typeof Peer !== 'function') throw new Error(why);
    const server: unknown = Reflect.construct(Peer, [{ port: await freePort(), host: '127.0.0.1' }]);
    await call(server, 'start');
    const token = '7000000001:made-up-telegram-token';
    const address = isObject(server) && isObject(server.config) ? String(server.config.apiURL) : '';
    const bot = startSitrep([], { TELEGRAM_TOKEN: token, TELEGRAM_API: address, SITREP_DB: ':memory:' });
    const ended = new Promise<number | null>(resolve => bot.on('close', resolve));
    try {
      const person = await call(server, 'getClient', token, { timeout: 120_000 });
      await call(person, 'sendMessage', await call(person, 'makeMessage', 'killed in KP in 2024'));
      const got = await call(person, 'getUpdates');
      expect(JSON.stringify(got)).toContain('Khyber Pakhtunkhwa');
      expect(JSON.stringify(got)).toContain('[1]');
      bot.kill('SIGTERM');
      expect(await ended).toBe(0);
    } finally {
      bot.kill('SIGKILL');
      await ended;
      await call(server, 'stop');
    }
  },
);
