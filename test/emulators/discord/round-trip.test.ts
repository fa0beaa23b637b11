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
