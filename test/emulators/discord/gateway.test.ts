import { type Client, Events, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bareClient, COMMANDS, INTENTS, login } from './client.ts';
import { type DiscordEmulator, type DiscordOptions, startDiscord } from './start.ts';

let discord: DiscordEmulator;
let client: Client;

const begin = async (options: DiscordOptions = {}): Promise<void> => {
  discord = await startDiscord(options);
  client = bareClient(discord);
};

const count = (what: string): number =>
  discord.transcript.entries.filter(({ kind, what: said }) => kind !== 'rest' && said === what).length;

const until = (what: string, times = 1): Promise<true> =>
  discord.transcript.until(() => count(what) >= times, `${what} ${times} times`);

/** Whatever the client does with an error of its own is its affair. */
const quiet = (): void => {
  client.on('error', () => {});
  client.on(Events.ShardError, () => {});
};

beforeEach(() => begin());

afterEach(async () => {
  await client.destroy();
  await discord.close();
  expect(discord.transcript.violations).toEqual([]);
});

describe('a session', () => {
  beforeEach(async () => {
    await login(client, discord.token);
    await client.application?.commands.set(COMMANDS);
    quiet();
  });

  /** Resolves when the client has a session again, new or resumed. */
  const again = (): Promise<void> =>
    new Promise(resolve => {
      client.once(Events.ShardReady, () => resolve());
      client.once(Events.ShardResume, () => resolve());
    });

  const answering = (): void => {
    client.on('interactionCreate', async interaction => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: `answer to ${interaction.id}` });
    });
  };

  test('is resumed after a cut, and gets what was kept for it, once each', async () => {
    answering();
    discord.gateway.cut();
    const asked = [1, 2, 3].map(() => discord.user.beginSlash('casualties'));
    const seen = await Promise.all(asked.map(discord.user.outcome));
    expect(seen.map(({ text }) => text)).toEqual(asked.map(({ id }) => `answer to ${id}`));
    expect(discord.transcript.requests('/callback')).toHaveLength(3);
    expect([count('RESUME'), count('RESUMED'), count('IDENTIFY')]).toEqual([1, 1, 1]);
  });

  test('that is held back and then cut gets its events when it resumes', async () => {
    answering();
    discord.gateway.hold();
    const asked = discord.user.beginSlash('casualties');
    expect(discord.transcript.requests('/callback')).toEqual([]);
    discord.gateway.cut();
    expect((await discord.user.outcome(asked)).text).toContain(asked.id);
  });

  test('that is held back gets its events when it is let go', async () => {
    answering();
    discord.gateway.hold();
    const asked = discord.user.beginSlash('casualties');
    discord.gateway.release();
    expect((await discord.user.outcome(asked)).text).toContain(asked.id);
    expect(count('INTERACTION_CREATE')).toBe(1);
  });

  test('whose resume is refused starts anew', async () => {
    discord.gateway.behaviours.set({ resume: 'refuse' });
    const ready = again();
    discord.gateway.cut();
    await ready;
    expect([count('RESUME'), count('RESUMED'), count('IDENTIFY')]).toEqual([1, 0, 2]);
  });

  test('whose resume is never answered does not come back by that', async () => {
    discord.gateway.behaviours.set({ resume: ['never', 'accept'] });
    discord.gateway.cut();
    await until('RESUME');
    expect(discord.gateway.live()).toBe(0);
    discord.gateway.cut();
    await until('RESUMED');
    expect(discord.gateway.live()).toBe(1);
  });

  test('whose connections are refused comes back when they are taken', async () => {
    discord.gateway.behaviours.set({ connect: ['refuse', 'refuse', 'accept'] });
    const ready = again();
    discord.gateway.cut();
    await ready;
    expect(count('refused')).toBe(2);
  });

  test('that is asked to connect again resumes', async () => {
    const ready = again();
    discord.gateway.reconnect();
    await ready;
    expect(count('IDENTIFY')).toBe(1);
  });

  test('that is invalid starts anew', async () => {
    const ready = again();
    discord.gateway.invalidate(false);
    await ready;
    expect([count('RESUME'), count('IDENTIFY')]).toEqual([0, 2]);
  });

  test.for([4000, 4009])('that is closed with %i goes on', async code => {
    const ready = again();
    discord.gateway.close(code);
    await ready;
    expect(count('RESUMED') + count('READY')).toBe(2);
  });

  test.for([4004, 4014])('that is closed with %i does not come back', async code => {
    const ended = new Promise<number>(resolve =>
      client.once(Events.ShardDisconnect, event => resolve(event.code)),
    );
    discord.gateway.close(code);
    expect(await ended).toBe(code);
    expect(discord.gateway.live()).toBe(0);
  });

  test('is told of a guild that is out, back, left and new', async () => {
    const heard: string[] = [];
    client.on('guildUnavailable', ({ name }) => heard.push(`out ${name}`));
    client.on('guildAvailable', ({ name }) => heard.push(`back ${name}`));
    client.on('guildDelete', ({ name }) => heard.push(`left ${name}`));
    client.on('guildCreate', ({ name }) => heard.push(`new ${name}`));
    discord.outage(discord.guild);
    discord.restoreGuild(discord.guild);
    discord.removeGuild(discord.guild);
    discord.addGuild('desk');
    await until('GUILD_CREATE', 3);
    await client.application?.commands.fetch();
    expect(heard).toEqual(['out newsroom', 'back newsroom', 'left newsroom', 'new desk']);
  });

  test('gets an interaction twice where that is asked for', async () => {
    const heard: string[] = [];
    client.on('interactionCreate', async interaction => {
      heard.push(interaction.id);
      if (interaction.isChatInputCommand() && heard.length === 1)
        await interaction.reply({ content: 'once' });
    });
    const seen = await discord.user.slash('casualties');
    discord.user.again(seen);
    await until('INTERACTION_CREATE', 2);
    await client.application?.commands.fetch();
    expect(heard).toEqual([seen.interaction, seen.interaction]);
  });

  test('without the content intent does not see what others write to one another', async () => {
    const heard: string[] = [];
    client.on('messageCreate', ({ content }) => heard.push(content));
    discord.user.say('between us');
    await until('MESSAGE_CREATE');
    await client.application?.commands.fetch();
    expect(heard).toEqual(['']);
  });
});

describe('who connects', () => {
  test('with a wrong token is shut out', async () => {
    await expect(client.login('wrong')).rejects.toThrow(/token/i);
    expect(discord.gateway.live()).toBe(0);
  });

  test('with an intent that is not granted is closed with 4014', async () => {
    await client.destroy();
    client = bareClient(discord, [...INTENTS, GatewayIntentBits.MessageContent]);
    await expect(client.login(discord.token)).rejects.toThrow(/intent/i);
    expect(count('close 4014')).toBe(1);
  });

  test('with an intent that is granted is let in', async () => {
    await discord.close();
    await begin({ privileged: ['content'] });
    client = bareClient(discord, [...INTENTS, GatewayIntentBits.MessageContent]);
    await login(client, discord.token);
    const heard = new Promise(resolve => client.once('messageCreate', ({ content }) => resolve(content)));
    discord.user.say('to all');
    expect(await heard).toBe('to all');
  });

  test('is closed in the middle of its identify with any code', async () => {
    discord.gateway.behaviours.set({ identify: [4000, 'accept'] });
    await login(client, discord.token);
    expect(count('IDENTIFY')).toBe(2);
  });

  test('without an intent gets no such events', async () => {
    await client.destroy();
    client = bareClient(discord, [GatewayIntentBits.Guilds]);
    await login(client, discord.token);
    await expect(discord.user.mention('hello')).rejects.toThrow(/intent/);
  });

  test('leaves a session without heartbeats that are answered', async () => {
    await discord.close();
    await begin({ heartbeat: 100 });
    quiet();
    await login(client, discord.token);
    discord.gateway.behaviours.set({ heartbeat: ['never', 'never', 'answer'] });
    await until('RESUMED');
    expect(count('HEARTBEAT') - count('ACK')).toBeGreaterThan(0);
  });
});
