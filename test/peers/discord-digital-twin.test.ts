import { expect, test } from 'vitest';
import { startBot, until } from '../e2e/discord/run-bot.ts';

/** Another project's Discord for tests. It is no dependency: `npm install --no-save discord-digital-twin` brings it. */
const PEER = 'discord-digital-twin';

const isObject = (value: unknown): value is Record<string, unknown> =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

const load = async (): Promise<unknown> => {
  try {
    const peer: unknown = await import(PEER);
    return isObject(peer) ? peer.DigitalDiscord : null;
  } catch {
    return null;
  }
};

const Twin = await load();
const why = `${PEER} is not installed (0.1.1 needs spiceflow 1.26.0-rsc.3, which registries may lack)`;
if (typeof Twin !== 'function') process.stdout.write(`skipped: ${why}\n`);

test.skipIf(typeof Twin !== 'function')(
  'the bot connects to a Discord that others wrote',
  { timeout: 120_000 },
  async () => {
    if (typeof Twin !== 'function') throw new Error(why);
    const twin: unknown = Reflect.construct(Twin, [
      {
        guild: { name: 'newsroom' },
        channels: [{ name: 'general', type: 0 }],
        users: [{ username: 'reader' }],
      },
    ]);
    if (!isObject(twin)) throw new Error('no twin');
    const call = async (name: string): Promise<void> => {
      const method = twin[name];
      if (typeof method === 'function') await Reflect.apply(method, twin, []);
    };
    await call('start');
    try {
      const bot = startBot({ api: String(twin.restUrl), token: String(twin.botToken) });
      await until('the session', async () => (await bot.health()).status === 200);
      bot.stop();
      expect(await bot.ended).toBe(0);
    } finally {
      await call('stop');
    }
  },
);
