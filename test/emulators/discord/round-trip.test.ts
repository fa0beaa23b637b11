import { type Client, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bareClient, COMMANDS, login } from './client.ts';
import { type DiscordEmulator, startDiscord } from './start.ts';

let discord: DiscordEmulator;
let client: Client;

beforeEach(async () => {
  discord = await startDiscord();
  client = bareClient(discord);
  await login(client, discord.token);
  await client.application?.commands.set(COMMANDS);
});

afterEach(async () => {
  await client.destroy();
  await discord.close();
  expect(discord.transcript.violations).toEqual([]);
});

test('a client logs in and is told of its guild', () => {
  expect(client.guilds.cache.map(({ name }) => name)).toEqual(['newsroom']);
  expect(client.channels.cache.has(discord.channel.id)).toBe(true);
});

test('what discord.js asks of an application, a guild and its channels is there', async () => {
  expect((await client.application?.fetch())?.name).toBe('sitrep');
  const guild = await client.guilds.fetch({ guild: discord.guild.id, force: true });
  const channel = await guild.channels.fetch(discord.channel.id, { force: true });
  expect((await guild.members.fetchMe({ force: true })).permissions.has('SendMessages')).toBe(true);
  const can = (): boolean | undefined => channel?.permissionsFor(client.user?.id ?? '')?.has('SendMessages');
  expect(can()).toBe(true);
  const changed = new Promise(resolve => client.once('channelUpdate', resolve));
  discord.deny(discord.channel, 'SEND_MESSAGES');
  await changed;
  expect(can()).toBe(false);
  expect((await guild.channels.fetch()).size).toBe(1);
  expect((await client.users.fetch(discord.world.person.id)).username).toBe('reader');
});

test('a person who installed it uses it where the bot is not', async () => {
  client.on('interactionCreate', async interaction => {
    const more = { type: 1, components: [{ type: 2, style: 1, label: 'more', custom_id: 'more' }] } as const;
    if (interaction.isChatInputCommand())
      await interaction.reply({ content: `${interaction.guild}`, components: [more] });
    if (interaction.isButton()) await interaction.reply({ content: interaction.channelId });
  });
  const seen = await discord.user.slash('casualties', {}, { elsewhere: true });
  expect(seen.text).toBe('null');
  expect((await discord.user.click(seen, 'more')).text).toBe(seen.channel);
});

test('a command that is deferred and edited is seen when it is there', async () => {
  client.on('interactionCreate', async interaction => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.editReply({ content: `in ${interaction.options.getString('period')}` });
  });
  const seen = await discord.user.slash('casualties', { period: '2024' });
  expect(seen.text).toBe('in 2024');
  expect(discord.transcript.requests('/callback')).toHaveLength(1);
});

test('buttons, selects, components and private answers', async () => {
  client.on('interactionCreate', async interaction => {
    if (interaction.isChatInputCommand())
      await interaction.reply({
        flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
        components: [
          { type: 17, accent_color: 255, components: [{ type: 10, content: 'twelve killed' }, { type: 14 }] },
          { type: 1, components: [{ type: 2, style: 1, label: 'Sources', custom_id: 's:1' }] },
          {
            type: 1,
            components: [{ type: 3, custom_id: 'pick', options: [{ label: 'Quetta', value: 'q' }] }],
          },
        ],
      });
    if (interaction.isButton())
      await interaction.reply({ content: 'the sentence', flags: MessageFlags.Ephemeral });
    if (interaction.isStringSelectMenu()) {
      await interaction.deferUpdate();
      await interaction.editReply({ components: [{ type: 10, content: `picked ${interaction.values[0]}` }] });
    }
  });
  const first = await discord.user.slash('casualties', {}, { direct: true });
  expect(first).toMatchObject({ text: 'twelve killed', ephemeral: true });
  const clicked = await discord.user.click(first, 'Sources');
  expect(clicked).toMatchObject({ text: 'the sentence', ephemeral: true });
  const picked = await discord.user.select(first, 'Quetta');
  expect(picked).toMatchObject({ text: 'picked q', id: first.id });
});

test('choices, mentions and direct messages', async () => {
  client.on('interactionCreate', async interaction => {
    if (interaction.isAutocomplete())
      await interaction.respond([{ name: `${interaction.options.getFocused()}tta`, value: 'pk/quetta' }]);
  });
  client.on('messageCreate', async message => {
    if (!message.author.bot)
      await message.reply({ content: `you said ${message.content.replace(/<@\d+> /, '')}` });
  });
  expect(await discord.user.autocomplete('casualties', { place: 'Que' })).toEqual([
    { name: 'Quetta', value: 'pk/quetta' },
  ]);
  expect((await discord.user.mention('how many in Quetta?')).text).toBe('you said how many in Quetta?');
  expect((await discord.user.dm('and in 2023?')).text).toBe('you said and in 2023?');
});

test('a dialogue is opened and filled in', async () => {
  client.on('interactionCreate', async interaction => {
    if (interaction.isChatInputCommand())
      await interaction.showModal({
        custom_id: 'ask',
        title: 'Ask',
        components: [
          { type: 1, components: [{ type: 4, custom_id: 'question', label: 'Question', style: 1 }] },
        ],
      });
    if (interaction.isModalSubmit())
      await interaction.reply({ content: interaction.fields.getTextInputValue('question') });
  });
  const opened = await discord.user.slash('casualties', {}, { elsewhere: true });
  expect(opened.modal).toMatchObject({ title: 'Ask' });
  expect((await discord.user.submit(opened, { question: 'how many?' })).text).toBe('how many?');
});

test('the same commands written again are no new ones, and come back as Discord keeps them', async () => {
  const before = await client.application?.commands.fetch();
  await client.application?.commands.set(COMMANDS);
  const after = await client.application?.commands.fetch();
  expect(after?.map(({ id }) => id)).toEqual(before?.map(({ id }) => id));
  expect(discord.writes).toMatchObject({ put: 2, creates: 2 });
  expect(after?.find(({ name }) => name === 'casualties')?.options.map(({ name }) => name)).toEqual([
    'place',
    'period',
  ]);
});

test('files of a message are shown, and kept by an edit', async () => {
  client.on('interactionCreate', async interaction => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    const files = [{ attachment: Buffer.from('made up'), name: 'map.png' }];
    await interaction.editReply({ content: 'a map', files });
    await interaction.editReply({ content: 'the map' });
  });
  const first = await discord.user.slash('casualties');
  const shown = await discord.transcript.until(() => {
    const { text, message } = discord.user.now(first);
    return text === 'the map' ? message : null;
  });
  expect(shown.attachments).toMatchObject([{ filename: 'map.png', size: 7 }]);
});

test('answers that all see are told to the gateway, private ones are not', async () => {
  const heard: string[] = [];
  client.on('messageCreate', ({ content }) => heard.push(content));
  client.on('messageUpdate', (_, { content }) => heard.push(`then ${content}`));
  client.on('interactionCreate', async interaction => {
    if (!interaction.isChatInputCommand()) return;
    const flags = interaction.options.getString('period') === 'private' ? MessageFlags.Ephemeral : undefined;
    await interaction.reply({ content: 'x', ...(flags === undefined ? {} : { flags }) });
    await interaction.editReply({ content: 'y' });
  });
  await discord.user.slash('casualties', { period: 'private' });
  await discord.user.slash('casualties', { period: 'public' });
  await discord.transcript.until(() =>
    discord.transcript.entries.find(({ what }) => what === 'MESSAGE_UPDATE'),
  );
  await client.application?.commands.fetch();
  expect(heard).toEqual(['x', 'then y']);
});

test('a bot that mentions somebody unasked, or forgets to forbid it, is written down', async () => {
  const channel = await client.channels.fetch(discord.channel.id);
  if (channel?.isSendable())
    await channel.send({ content: '@everyone', allowedMentions: { parse: ['everyone'] } });
  expect(discord.transcript.violations).toMatchObject([
    { by: 'client', problem: expect.stringContaining('parse') },
  ]);
  discord.transcript.clear();
});

test('other programs steer it by HTTP', async () => {
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { 'content-type': 'application/json' };
    return (
      await fetch(`${discord.api.replace('/api', '/_emulator')}${path}`, { method, headers, ...init })
    ).json();
  };
  client.on('interactionCreate', async interaction => {
    if (interaction.isAutocomplete()) await interaction.respond([{ name: 'a', value: 'b' }]);
    if (interaction.isChatInputCommand())
      await interaction.reply({
        content: 'x',
        components: [{ type: 1, components: [{ type: 2, style: 1, label: 'more', custom_id: 'more' }] }],
      });
    if (interaction.isButton()) await interaction.update({ content: 'more', components: [] });
  });
  await ask('POST', '/faults', [{ kind: 'status', status: 503, match: 'GET /users/@me' }]);
  expect(discord.faults.left()).toBe(1);
  discord.faults.clear();
  const seen = await ask('POST', '/user/slash', { name: 'casualties', options: { period: '2024' } });
  expect(seen).toMatchObject({ text: 'x', buttons: [{ label: 'more' }] });
  const message = discord.messagesIn(discord.channel)[0]?.id;
  expect(await ask('POST', '/user/click', { message, label: 'more' })).toMatchObject({ text: 'more' });
  const typing = { name: 'casualties', options: { place: 'Que' } };
  expect(await ask('POST', '/user/autocomplete', typing)).toEqual([{ name: 'a', value: 'b' }]);
  expect(await ask('POST', '/user/click', { message, label: 'gone' })).toMatchObject({
    error: expect.stringContaining('gone'),
  });
  expect(await ask('GET', '/transcript')).toMatchObject({ violations: [] });
  expect(await ask('GET', '/made-up')).toMatchObject({ error: expect.stringContaining('possible are') });
});
