import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/ports.ts';
import { saved } from '../keep.ts';

const [EARLY, LATE] = ['2025-03-01T09:00:00.000Z', '2025-03-01T09:00:00.001Z'];

export const discordContract = (open: () => Store): void => {
  describe('what the Discord bot keeps', () => {
    test('is each question until it is answered, without a lease, in the order in which they were taken', () => {
      const { discord, close } = open();
      expect(discord.unfinished()).toEqual([]);
      saved(discord.begin('2', 'made up کوئٹہ', LATE));
      saved(discord.begin('10', 'made up first', EARLY));
      saved(discord.begin('2', 'made up 👩‍👩‍👧', LATE));
      expect(discord.unfinished()).toEqual([
        { id: '10', body: 'made up first', at: EARLY },
        { id: '2', body: 'made up 👩‍👩‍👧', at: LATE },
      ]);
      saved(discord.done('10'));
      saved(discord.done('never there'));
      expect(discord.unfinished().map(({ id }) => id)).toEqual(['2']);
      close();
    });
  });
};
