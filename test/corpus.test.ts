import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Article } from '../src/core/article.ts';
import { indexMissing, takeIn } from '../src/corpus.ts';
import { END_OF_TIME, followNames, followTitles } from '../src/names.ts';
import type { Store } from '../src/store/ports.ts';
import { openStore } from '../src/store/sqlite.ts';
import { temporaryFolder } from './temporary-folder.ts';

const article = (id: string, title: string | null = null): Article => ({
  id,
  title,
  published: null,
  publisher: null,
  url: null,
  text: 'Two people were hurt in Quetta.',
});

describe('taking articles in', () => {
  const opened = (): Store => {
    const store = openStore(':memory:');
    if (!store.ok) throw new Error(store.error.message);
    return store.value;
  };
  const clock = { now: () => new Date('2025-03-01T00:00:00Z') };
  const read: string[] = [];
  const reader = (rules: string) => ({
    rules,
    clock,
    extract: (one: Article) => {
      read.push(one.id);
      if (one.id === 'bad') throw new Error('a bug');
      return { article: one, sentences: [], figures: [], reports: [] };
    },
  });
  const never = (error: unknown): never => {
    throw error;
  };

  test('keeps an article out on which the reader fails, and takes the rest in', async () => {
    const store = opened();
    const failed: unknown[] = [];
    const taken = await takeIn(
      [article('a'), article('bad'), article('c')],
      reader('1'),
      store,
      (error, one) => failed.push([error, one.id]),
    );
    expect(taken).toEqual({ ok: true, value: null });
    expect(store.articles(END_OF_TIME, 9).map(({ id }) => id)).toEqual(['a', 'c']);
    expect(failed).toEqual([[new Error('a bug'), 'bad']]);
  });

  test('reads only what is new, changed, or was read by other rules', async () => {
    const store = opened();
    await takeIn([article('a'), article('b')], reader('1'), store, never);
    read.length = 0;
    await takeIn([article('a'), article('b', 'Changed')], reader('1'), store, never);
    expect(read).toEqual(['b']);
    await takeIn([article('a')], reader('2'), store, never);
    expect(read).toEqual(['b', 'a']);
  });

  test('leaves the lease free', async () => {
    const store = opened();
    await takeIn([article('a')], reader('1'), store, never);
    expect(store.lease.take({ name: 'b', pid: 1, host: 'c' }, '2025-03-01T00:00:00.000Z', 1).ok).toBe(true);
  });

  test('says who else is the writer', async () => {
    const file = join(temporaryFolder(), 'a.db');
    const [one, other] = [openStore(file), openStore(file)];
    if (!one.ok || !other.ok) throw new Error('not opened');
    one.value.lease.take({ name: 'another', pid: 7, host: 'elsewhere' }, '2025-03-01T00:00:00.000Z', 60);
    expect(await takeIn([article('a')], reader('1'), other.value, never)).toMatchObject({
      ok: false,
      error: { kind: 'not-writer', message: expect.stringContaining('another (process 7 on elsewhere)') },
    });
    one.value.close();
    other.value.close();
  });

  test('finds out the language of an article, whose copy it is, whether it is old news, and whether it matters', async () => {
    const store = opened();
    const urdu =
      'یہ ایک فرضی خبر ہے جو صرف آزمائش کے لیے لکھی گئی ہے اور اس میں کوئی حقیقی واقعہ بیان نہیں کیا گیا۔ '.repeat(
        4,
      );
    const words = Array.from(
      { length: 9 },
      (_, i) =>
        `The made-up market of town ${i} was open until ${i + 3} in the evening and nobody was seen there.`,
    ).join(' ');
    const all = [
      { ...article('a'), text: words, published: '2025-03-01' },
      { ...article('b'), text: `${words} and one.`, published: '2025-01-01' },
      { ...article('c'), text: urdu },
    ];
    read.length = 0;
    await takeIn(all, reader('1'), store, never);
    expect(read).toEqual(['a', 'b']);
    expect(all.map(({ id }) => store.versions(id).at(-1))).toMatchObject([
      { relevant: false, copyOf: null, history: false },
      { relevant: false, copyOf: 'a', history: true },
      { language: 'ur', relevant: false, history: true },
    ]);
  });

  test('puts into the index what is not in it, once, and tells how much there is', async () => {
    const store = opened();
    await takeIn([article('a'), article('b')], reader('1'), store, never);
    expect(store.termsMissing(9).map(({ article: { id } }) => id)).toEqual(['a', 'b']);
    const told: unknown[] = [];
    const index = () =>
      indexMissing(store, { clock }, { longestAt: () => null }, total => {
        told.push(total);
        return { received: amount => told.push(amount), lineDone: () => {}, end: () => told.push('end') };
      });
    expect(index()).toEqual({ ok: true, value: null });
    expect(store.termsMissing(9)).toEqual([]);
    expect(index()).toEqual({ ok: true, value: null });
    expect(told).toEqual([2, 1, 1, 'end']);
  });
});

describe('the names that can be typed', () => {
  const place = (id: string, name: string) => ({
    id,
    name,
    kind: 'city' as const,
    admin2: null,
    admin1: null,
    country: null,
    aliases: ['x'],
    latitude: null,
    longitude: null,
    population: 0,
    listed: true,
  });
  const places = [place('pk', 'Pakistan'), place('pk/quetta', 'Quetta'), place('pk/zhob', 'Zhob')];
  const ttp = { id: 'ttp', name: 'TTP', kind: 'armed-group' as const, aliases: [], parent: null };
  const picss = {
    id: 'picss',
    name: 'PICSS',
    kind: 'monitor' as const,
    aliases: [],
    counts: null,
    listed: true,
  };
  const among = <T extends { readonly id: string }>(all: readonly T[]) => ({
    all: () => all,
    byId: (id: string) => all.find(one => one.id === id) ?? null,
  });
  const store = {
    revision: () => 1,
    named: () => [
      { kind: 'place' as const, name: 'pk', count: 1 },
      { kind: 'place' as const, name: 'pk/quetta', count: 1 },
      { kind: 'place' as const, name: 'pk/zhob/made-up-post', count: 1 },
      { kind: 'period' as const, name: '2023-06-01/2024-05-31', count: 1 },
      { kind: 'period' as const, name: '2024-01-01/2024-12-31', count: 1 },
      { kind: 'period' as const, name: '2024-11-09/2024-11-09', count: 1 },
      { kind: 'body' as const, name: 'picss', count: 2 },
      { kind: 'actor' as const, name: 'bla', count: 1 },
    ],
    titles: () => [{ id: 'a', title: 'A headline' }],
    retitled: () => [],
  };
  const { put } = followNames(
    { gazetteer: among(places), actors: among([ttp]), bodies: among([picss]) },
    store,
  )();
  // What is put later stands in the place of what was put before.
  const last = new Map([...put, ...followTitles(store)().put].map(one => [`${one.kind} ${one.id}`, one]));
  const names = [...last.values()];

  test.for<[kind: string, id: string, weight: number]>([
    ['place', 'pk', 3],
    ['place', 'pk/zhob/made-up-post', 1],
    ['place', 'pk/quetta', 1],
    ['place', 'pk/zhob', 1],
    ['period', '2024', 2],
    ['period', 'nov 2024', 1],
    ['period', 'last month', 0],
    ['body', 'picss', 2],
    ['group', 'ttp', 0],
    ['victims', 'soldiers', 0],
    ['article', 'a', 0],
  ])('hold the %s %j, found %i times', ([kind, id, weight]) => {
    expect(names.filter(name => name.kind === kind && name.id === id).map(name => name.weight)).toEqual([
      weight,
    ]);
  });

  test('hold no year of a period that lies in two', () => {
    expect(names.some(name => name.name === '2023')).toBe(false);
  });

  test('hold the places that only articles name', () => {
    expect(names.find(name => name.id === 'pk/zhob/made-up-post')?.name).toBe('Made Up Post');
  });

  test('lead to an article by its headline', () => {
    expect(names.find(name => name.kind === 'article')?.aliases).toEqual(['A headline']);
  });
});
