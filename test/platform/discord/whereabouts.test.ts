import { expect, test } from 'vitest';
import { whereaboutsOf } from '../../../src/platform/discord/whereabouts.ts';

const VIEW = 1n << 10n;
const SEND = 1n << 11n;
const SEND_IN_THREADS = 1n << 38n;

const TEXT = { id: '11', type: 0, parent_id: '5' };
const scene = (channel: object, rights: bigint, owners: Record<string, string> = { '0': '1' }) => ({
  channel: { ...TEXT, ...channel },
  member: {},
  app_permissions: rights.toString(),
  authorizing_integration_owners: owners,
});

test.for<[claim: string, scene: ReturnType<typeof scene>, where: object, missing: readonly string[]]>([
  ['a channel', scene({}, VIEW | SEND), { channel: '11', thread: null, announces: false }, []],
  ['an announcement channel', scene({ type: 5 }, VIEW | SEND), { channel: '11', announces: true }, []],
  ['a thread', scene({ type: 11 }, VIEW | SEND_IN_THREADS), { channel: '5', thread: '11' }, []],
  ['a thread it may not write in', scene({ type: 11 }, VIEW | SEND), {}, ['Send Messages in Threads']],
  ['a channel it may only read', scene({}, VIEW), {}, ['Send Messages']],
  ['a channel it does not see', scene({}, 0n), {}, ['View Channel', 'Send Messages']],
  ['a channel it manages', scene({}, 1n << 3n), {}, []],
  [
    'a server it is not on',
    scene({}, VIEW | SEND, { '1': '2' }),
    {},
    ['membership of this server (invite it)'],
  ],
])('what posting in %s takes', async ([, event, where, missing]) => {
  const found = whereaboutsOf(event);
  expect(found).toMatchObject({ platform: 'discord', ...where });
  expect(await found?.missing()).toEqual(missing);
});

test('a chat of two is no place for a digest', () => {
  expect(whereaboutsOf({ channel: { id: '1', type: 1 } })).toBeNull();
});
