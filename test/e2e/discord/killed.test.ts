import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../temporary-folder.ts';
import { openDiscord, registered, startBot, until } from './run-bot.ts';

const LONG = { timeout: 240_000 };

const open = async () => {
  const environment = { SITREP_DB: join(temporaryFolder(), 'bot.db') };
  const discord = await openDiscord();
  const bot = startBot(discord, environment);
  await registered(discord, bot);
  const again = async () => {
    await until('the end of the session', () => discord.gateway.live() === 0);
    const next = startBot(discord, environment);
    await registered(discord, next);
    return next;
  };
  return { discord, bot, again };
};

test(
  'questions that were on their way when the bot was killed are each answered once by the next one',
  LONG,
  async () => {
    const { discord, bot, again } = await open();
    const { user } = discord;
    const shown = await user.slash('casualties', { period: '2024' });
    // Whatever it sends from now on gets no reply, and is not done.
    discord.faults.add(
      { kind: 'hang', match: '@original', times: 3 },
      { kind: 'hang', match: /POST \/channels/ },
    );
    const begun = [
      user.beginSlash('incident', { where: 'Quetta' }),
      user.beginSlash('help'),
      user.beginClick(shown, 'Sources'),
    ];
    const written = user.dm('how many soldiers were killed in balochistan in 2024?');
    await until('all to be on their way', () => discord.faults.left() === 0);
    bot.stop('SIGKILL');
    expect(await bot.ended).toBeNull();

    const next = await again();
    const [incident, help, sources] = await Promise.all(begun.map(user.outcome));
    expect([incident?.ephemeral, incident?.text]).toEqual([false, expect.stringMatching(/\\\[1\\\]/)]);
    expect(help?.text).toContain('Ask in plain words');
    expect([sources?.ephemeral, sources?.text]).toEqual([true, expect.stringContaining('> “')]);
    expect((await written).text).toMatch(/\d/);
    expect(await next.metrics()).toContain('event="resumed"} 4');
    const ours = discord.messagesIn(discord.channel);
    next.stop();
    await next.ended;
    const third = await again();
    expect(discord.messagesIn(discord.channel)).toHaveLength(ours.length);
    expect(await third.metrics()).not.toContain('event="resumed"');
  },
);

test('what changes something and was cut off is not done twice', LONG, async () => {
  const { discord, bot, again } = await open();
  discord.faults.add({ kind: 'hang', match: '@original' });
  const begun = discord.user.beginSlash('withdraw', { article: '000_dacc30807b447544' });
  await until('it to be on its way', () => discord.faults.left() === 0);
  bot.stop('SIGKILL');
  await bot.ended;
  await again();
  expect((await discord.user.outcome(begun)).text).toContain('I was stopped in the middle of this.');
});
