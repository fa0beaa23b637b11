import { expect, test } from 'vitest';
import { lastDigest } from '../../src/digest/state.ts';
import type { DigestOutcome, Settlement } from '../../src/store/ports/outbox.ts';
import { saved } from '../store/keep.ts';
import { HERE, type MadeUpHouse, madeUpHouse, wanted } from './made-up.ts';

const START = '2026-03-01T02:30:00.000Z';

const planned = (house: MadeUpHouse, outcome: DigestOutcome, bodies: readonly string[]): void => {
  const at = house.now().toISOString();
  const digest = { outcome, until: START, merges: 'x' };
  saved(
    house.store.outbox.plan([
      { address: HERE, occasion: '2026-03-01', bodies, at, notBefore: at, digest, nextDue: null },
    ]),
  );
};

const settled = (house: MadeUpHouse, settlement: Settlement): void => {
  const [at, until] = [house.now().toISOString(), '2026-03-01T02:31:00.000Z'];
  for (const { id, fence } of saved(house.store.outbox.claim({ platform: 'made-up', at, until, limit: 1 })))
    saved(house.store.outbox.settle(id, fence, settlement));
};

const TOLD = 'The digest of 2026-03-01 tells what was known by 2026-03-01 07:30 Asia/Karachi.';
const NEXT = 'The next one is due at 2026-03-01 07:30 Asia/Karachi.';

test.for<[claim: string, prepare: (house: MadeUpHouse) => void, lines: readonly string[]]>([
  ['none was due yet', () => undefined, ['No digest has been due here yet.', NEXT]],
  ['it is to be sent', house => planned(house, 'posted', ['one']), [TOLD, 'It is to be sent.', NEXT]],
  [
    'it was sent',
    house => {
      planned(house, 'posted', ['one']);
      settled(house, { state: 'sent', at: START, posted: '1' });
    },
    [TOLD, 'It was sent at 2026-03-01 07:30 Asia/Karachi.', NEXT],
  ],
  [
    'a part is uncertain',
    house => {
      planned(house, 'posted', ['one', 'two']);
      settled(house, { state: 'uncertain', reason: 'no reply came' });
    },
    [
      TOLD,
      'Part 1 of 2 may have arrived or not, and is not repeated by itself; it can be sent again: no reply came.',
      'Part 2 of 2 is held back: the part before it is uncertain: no reply came.',
      NEXT,
    ],
  ],
  [
    'the day was quiet',
    house => planned(house, 'quiet', []),
    ['The digest of 2026-03-01 was left out: nothing was new, and quiet days are skipped.', NEXT],
  ],
  [
    'it came too late',
    house => planned(house, 'merged', []),
    ['The digest of 2026-03-01 was more than 12 hours late; its news goes into the next.', NEXT],
  ],
  [
    'somebody paused it',
    house => saved(house.store.subscriptions.pause(HERE, 'holidays')),
    ['No digest has been due here yet.', 'It is paused: holidays.'],
  ],
  [
    'the platform refuses it',
    house => saved(house.store.subscriptions.pause(HERE, 'Missing Permissions', true)),
    [
      'No digest has been due here yet.',
      'It is paused because the platform refuses it: Missing Permissions. It is tried again at 2026-03-01 07:30 Asia/Karachi.',
    ],
  ],
  [
    'it has ended',
    house => saved(house.store.subscriptions.end(HERE, 'asked for')),
    ['No digest has been due here yet.', 'It has ended: asked for.'],
  ],
])('why the last one came or did not: %s', ([, prepare, lines]) => {
  const house = madeUpHouse(START);
  saved(house.store.subscriptions.put(wanted()));
  prepare(house);
  expect(lastDigest(HERE, house.store).lines).toEqual(lines);
});

test('what may be sent again is named', () => {
  const house = madeUpHouse(START);
  planned(house, 'posted', ['one']);
  settled(house, { state: 'uncertain', reason: 'no reply came' });
  const { parts, lines } = lastDigest(HERE, house.store);
  expect(parts).toMatchObject([{ part: 1, again: true, state: 'uncertain' }]);
  expect(lines.at(-1)).toBe('There is no daily digest here.');
});
