import { expect, test } from 'vitest';
import { openBot } from './run-bot.ts';

const LONG = { timeout: 120_000 };

test('a digest is ordered where it is wanted, and not where the bot may not post', LONG, async () => {
  const { discord } = await openBot();
  const ordered = await discord.user.slash('digest', {
    action: 'subscribe',
    time: '08:00',
    zone: 'Asia/Karachi',
    places: 'Balochistan',
    quiet: 'say so',
  });
  for (const line of ['A digest is sent here every day', '08:00 (Asia/Karachi)', 'one line says so'])
    expect(ordered.text.replaceAll('\\', '')).toContain(line);
  expect((await discord.user.slash('digest', { action: 'list' })).text).toContain('Balochistan');
  expect((await discord.user.slash('why', { citation: 'digest' })).text).toContain('No digest has been due');
  discord.deny(discord.channel, 'SEND_MESSAGES');
  const refused = await discord.user.slash('digest', { action: 'subscribe', time: '09:00' });
  expect(refused.text).toContain('it lacks Send Messages');
  expect((await discord.user.slash('digest', { action: 'list' })).text.replaceAll('\\', '')).toContain(
    '08:00',
  );
});

test('zones are completed by any part of their names', LONG, async () => {
  const { discord } = await openBot();
  const choices = await discord.user.autocomplete('digest', { action: 'subscribe', zone: 'kara' }, 'zone');
  expect(choices.map(({ value }) => value)).toEqual(['Asia/Karachi']);
});
