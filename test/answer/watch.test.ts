import { describe, expect, test } from 'vitest';
import { firstLine, HERE, room } from './room.ts';

describe('/watch', () => {
  test('is set, listed and removed', async () => {
    const { ask, store } = room();
    expect(firstLine(await ask('/watch'))).toMatch(/^Nothing is watched for here\./);
    const added = await ask('/watch add Balochistan BLA 5 quiet 22:00-06:00 Asia/Karachi');
    expect(firstLine(added)).toBe(
      'Watch 1 tells this channel at once of incidents in Balochistan, Pakistan by Balochistan Liberation Army with 5 or more killed; told again when the toll changes by 5; at most 6 an hour; nothing between 22:00 and 06:00 (Asia/Karachi).',
    );
    expect(store.watches.list(HERE)).toHaveLength(1);
    expect(firstLine(await ask('/watch list'))).toMatch(/^- Watch 1: incidents in Balochistan/);
    expect(firstLine(await ask('/watch remove 1'))).toMatch(/^Watch 1 is gone\./);
    expect(store.watches.list()).toEqual([]);
  });

  test.for<[question: string, line: RegExp]>([
    ['/watch add', /^Name a place, an armed group or a least number of killed/],
    ['/watch remove', /^\/watch remove needs the number of a watch/],
    ['/watch remove 7', /^There is no watch 7 here\.$/],
    ['/watch nonsense', /^\/watch does not know “nonsense”; it can add, list, remove\.$/],
  ])('%s is refused in one line', async ([question, line]) => {
    const answer = await room().ask(question);
    expect([answer.refused, firstLine(answer)]).toEqual([true, expect.stringMatching(line)]);
  });

  test('says what the bot lacks before anything is set', async () => {
    const { ask, store } = room({ ...HERE, missing: async () => ['Send Messages'] });
    expect(firstLine(await ask('/watch add Balochistan'))).toMatch(/it lacks Send Messages/);
    expect(store.watches.list()).toEqual([]);
  });

  test('of another channel is not removed here', async () => {
    const { ask, services } = room();
    const wish = { places: ['pk'], groups: [], minToll: null, step: 5, quiet: null, perHour: 6 };
    services.digests.watch({ ...HERE, channel: '2' }, wish, 'made-up admin');
    expect(firstLine(await ask('/watch remove 1'))).toBe('There is no watch 1 here.');
  });

  test('where nothing can be sent later, it says where to ask', async () => {
    expect(firstLine(await room(null).ask('/watch add Balochistan'))).toMatch(
      /^Nothing can be sent here by itself/,
    );
  });
});
