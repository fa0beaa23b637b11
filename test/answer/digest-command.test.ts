import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/ports.ts';
import { blast } from '../made-up/days.ts';
import { saved, writing } from '../store/keep.ts';
import { firstLine, HERE, room } from './room.ts';

const FILTERS = { places: [], groups: [], minToll: null, quiet: 'skip', crosspost: false };

describe('/digest subscribe', () => {
  test.for<[words: string, order: object]>([
    ['', { time: '08:00', zone: 'UTC', filters: FILTERS, nextDue: '2026-03-11T08:00:00.000Z' }],
    ['13:30', { time: '13:30', nextDue: '2026-03-10T13:30:00.000Z' }],
    ['7am', { time: '07:00' }],
    ['at 12 pm', { time: '12:00' }],
    ['08:00 Asia/Karachi', { zone: 'Asia/Karachi', nextDue: '2026-03-11T03:00:00.000Z' }],
    ['asia/karachi 08:00', { zone: 'Asia/Karachi' }],
    ['08:00 asia/kolkata', { zone: 'Asia/Kolkata' }],
    ['08:00 America/Argentina/Buenos_Aires', { zone: 'America/Argentina/Buenos_Aires' }],
    ['Balochistan', { filters: { ...FILTERS, places: ['pk/balochistan'] } }],
    [
      '08:00 UTC Balochistan, Khyber Pakhtunkhwa',
      { filters: { ...FILTERS, places: ['pk/balochistan', 'pk/khyber-pakhtunkhwa'] } },
    ],
    ['BLA', { filters: { ...FILTERS, groups: ['bla'] } }],
    ['min toll 5', { filters: { ...FILTERS, minToll: 5 } }],
    ['08:00 10+ say so', { filters: { ...FILTERS, minToll: 10, quiet: 'say' } }],
    ['toll 0', { filters: FILTERS }],
    ['quiet days: skip', { filters: FILTERS }],
    ['no crosspost', { filters: FILTERS }],
  ])('“%s” is an order', async ([words, order]) => {
    const { ask, store } = room();
    const answer = await ask(`/digest subscribe ${words}`);
    expect([answer.refused, firstLine(answer)]).toEqual([false, 'A digest is sent here every day.']);
    expect(store.subscriptions.get(HERE)).toMatchObject({
      state: 'active',
      addedBy: 'made-up admin',
      ...order,
    });
  });

  test.for<[words: string, line: RegExp]>([
    ['25:00', /^“25:00” is no time of day; write it like 08:00 or 20:30\.$/],
    ['13pm', /^“13pm” is no time of day/],
    ['08:00 Asia/Karachee', /^“Asia\/Karachee” is no time zone by its IANA name; perhaps Asia\/Karachi\.$/],
    ['08:00 Mars/Olympus', /^“Mars\/Olympus” is no time zone .*; write one like Asia\/Karachi or UTC\.$/],
    ['08:00 +05:00', /^“\+05:00” is no time zone/],
    ['08:00 nowhereland', /^“nowhereland” is no place and no armed group\. .*\/digest subscribe 08:00/],
    ['crosspost', /^Only an announcement channel passes posts on/],
  ])('“%s” is refused in one line', async ([words, line]) => {
    const { ask, store } = room();
    const answer = await ask(`/digest subscribe ${words}`);
    expect(answer.refused).toBe(true);
    expect(firstLine(answer)).toMatch(line);
    expect(store.subscriptions.list()).toEqual([]);
  });

  test('an announcement channel may pass it on', async () => {
    const { ask, store } = room({ ...HERE, announces: true });
    await ask('/digest subscribe 08:00 crosspost');
    expect(store.subscriptions.get(HERE)?.filters.crosspost).toBe(true);
  });

  test('what the bot may not do there is said before anything is saved', async () => {
    const { ask, store } = room({ ...HERE, missing: async () => ['SEND_MESSAGES'] });
    expect(firstLine(await ask('/digest subscribe 08:00'))).toBe(
      'The bot may not post here: it lacks SEND_MESSAGES. Give it that, and subscribe again.',
    );
    expect(store.subscriptions.list()).toEqual([]);
  });

  test('where nothing can be sent later, it says where to ask', async () => {
    const { ask } = room(null);
    for (const action of ['subscribe', 'unsubscribe', 'pause', 'resume', 'test'])
      expect(firstLine(await ask(`/digest ${action}`))).toMatch(/^Nothing can be sent here by itself/);
  });

  test('a second order takes the place of the first', async () => {
    const { ask, store } = room();
    await ask('/digest subscribe 08:00');
    expect(firstLine(await ask('/digest subscribe 09:00'))).toBe(
      'The digest of this channel is another one now.',
    );
    expect(store.subscriptions.list().map(({ time }) => time)).toEqual(['09:00']);
  });

  test('a name that was mistyped is told', async () => {
    const { ask, store } = room();
    const answer = await ask('/digest subscribe 08:00 Balochistn');
    expect(firstLine(answer)).toBe('· note: “Balochistn” is read as “Balochistan”.');
    expect(store.subscriptions.get(HERE)?.filters.places).toEqual(['pk/balochistan']);
  });
});

describe('a digest that is set', () => {
  test('is paused, goes on and ends', async () => {
    const { ask, store } = room();
    const state = () => store.subscriptions.get(HERE)?.state;
    await ask('/digest subscribe 08:00');
    await ask('/digest pause over the holidays');
    expect([state(), store.subscriptions.get(HERE)?.reason]).toEqual([
      'paused',
      'over the holidays (made-up admin)',
    ]);
    expect(firstLine(await ask('/digest pause'))).toBe('It is paused already.');
    await ask('/digest resume');
    expect(state()).toBe('active');
    await ask('/digest unsubscribe');
    expect(state()).toBe('ended');
    expect(firstLine(await ask('/digest pause'))).toBe('No digest is sent here.');
  });

  test('is listed with its settings', async () => {
    const { ask } = room();
    await ask('/digest subscribe 08:00 Asia/Karachi Balochistan 5 say so');
    expect((await ask('/digest')).text.split('\n')).toEqual([
      'Every day at: 08:00 (Asia/Karachi)',
      'Places: Balochistan, Pakistan',
      'Groups: all',
      'Least toll: 5 reported killed',
      'Quiet days: one line says so',
      'Next: 11 March 2026, 08:00 (Asia/Karachi)',
      'State: active',
    ]);
  });

  test('is listed with all others for who runs the program', async () => {
    const { ask, services } = room(null);
    const admin = services.digests;
    const order = { time: '08:00', zone: 'UTC', filters: { ...FILTERS, quiet: 'skip' as const } };
    admin.subscribe(HERE, order, 'made-up admin');
    admin.subscribe({ ...HERE, thread: '7' }, order, 'made-up admin');
    const { text } = await ask('/digest list');
    expect(text).toContain('discord channel 100000000000000001, thread 7: 08:00'.replace(': 08', ' · 08'));
    expect(text.split('\n')).toHaveLength(2);
  });
});

/** Plans a message at the address and takes it out for sending. */
const uncertain = (store: Store): number => {
  const at = '2026-03-10T08:00:00.000Z';
  const address = { platform: HERE.platform, channel: HERE.channel, thread: null };
  const digest = { outcome: 'posted', until: at, merges: '' } as const;
  const plan = { address, occasion: '2026-03-10', bodies: ['{}'], at, notBefore: at, digest, nextDue: null };
  saved(writing(store, at).outbox.plan([plan]));
  const until = '2026-03-10T08:01:00.000Z';
  const [message] = saved(store.outbox.claim({ platform: 'discord', at, until, limit: 1 }));
  if (message === undefined) throw new Error('nothing to send');
  saved(store.outbox.begin(message.id, message.fence, at));
  saved(store.outbox.settle(message.id, message.fence, { state: 'uncertain', reason: 'the reply was lost' }));
  return message.id;
};

describe('a message that may not have arrived', () => {
  test('is listed, and sent again when somebody asks', async () => {
    const { ask, store } = room();
    await ask('/digest subscribe 08:00');
    const id = uncertain(store);
    const { text } = await ask('/digest list');
    expect(text).toContain(
      'digest of 2026-03-10, part 1: may have arrived, and is not repeated by itself: the reply was lost',
    );
    expect(text).toContain(`/digest again ${id}`);
    expect(firstLine(await ask(`/digest again ${id}`))).toMatch(/^It is sent again\./);
    expect(store.outbox.of(HERE, 1)[0]?.state).toBe('pending');
    expect(firstLine(await ask(`/digest again ${id}`))).toMatch(/^It arrived, or it is on its way/);
  });

  test('of another channel is nobody’s here', async () => {
    const { ask, store } = room({ ...HERE, channel: '2' });
    const id = uncertain(store);
    expect(firstLine(await ask(`/digest again ${id}`))).toMatch(/needs the number of a message/);
    expect(store.outbox.of(HERE, 1)[0]?.state).toBe('uncertain');
  });

  test('is told by /why digest, with the offer for administrators alone', async () => {
    const { ask, store } = room();
    await ask('/digest subscribe 08:00');
    const id = uncertain(store);
    const [told, open] = [await ask('/why digest'), await ask('/why digest', false)];
    expect(told.text).toContain('may have arrived or not');
    expect(told.text).toContain(`/digest again ${id}`);
    expect(open.text).not.toContain('/digest again');
  });
});

describe('/why digest', () => {
  test.for<[claim: string, before: readonly string[], line: RegExp]>([
    ['where there is none', [], /There is no daily digest here/],
    ['before the first', ['/digest subscribe 08:00'], /No digest has been due here yet/],
    ['when it is paused', ['/digest subscribe 08:00', '/digest pause holidays'], /It is paused: holidays/],
  ])('says why %s', async ([, before, line]) => {
    const { ask } = room();
    for (const question of before) await ask(question);
    expect((await ask('/why digest')).text).toMatch(line);
  });
});

describe('/digest preview', () => {
  const news = [blast({ id: 'a', killed: 3, published: '2024-05-13' })];

  test('tells the last day where no digest was sent yet, and keeps nothing', async () => {
    const { ask, store } = room(HERE, news, '2024-05-13T12:00:00.000Z');
    const answer = await ask('/digest preview');
    expect(answer.question).toBe('/digest preview');
    expect(firstLine(answer)).toBe('Since 12 May 2024, 12:00 UTC: 1 new incident.');
    expect(store.outbox.of(HERE, 1)).toEqual([]);
  });

  test('tells what an order would, before it is made', async () => {
    const { ask } = room(null, news, '2024-05-13T12:00:00.000Z');
    expect(firstLine(await ask('/digest preview Sindh'))).toMatch(/^Nothing new since/);
    expect(firstLine(await ask('/digest preview 5'))).toMatch(/^Nothing new since/);
    expect(firstLine(await ask('/digest preview 3'))).toMatch(/1 new incident/);
  });

  test('tells what is set in the channel', async () => {
    const { ask } = room(HERE, news, '2024-05-13T12:00:00.000Z');
    await ask('/digest subscribe 08:00 Asia/Karachi Sindh');
    expect(firstLine(await ask('/digest preview'))).toBe(
      'Nothing new since 12 May 2024, 17:00 (Asia/Karachi).',
    );
  });

  test('where nothing is sent by the program, a test is the answer itself', async () => {
    const { ask } = room(HERE, news, '2024-05-13T12:00:00.000Z');
    expect(firstLine(await ask('/digest test'))).toMatch(/^· note: This is a test\./);
  });
});

test('what /digest does not know is refused with what it does', async () => {
  expect(firstLine(await room().ask('/digest nonsense'))).toBe(
    '/digest does not know “nonsense”; it can subscribe, unsubscribe, list, pause, resume, preview, test, again.',
  );
});
