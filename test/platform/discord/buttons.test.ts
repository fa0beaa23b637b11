import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/answer.ts';
import type { Asked, Asking, Listed } from '../../../src/platform/common/asking.ts';
import { whyQuestion } from '../../../src/platform/common/why.ts';
import { commandBodies, commandChanges, saysTheSame } from '../../../src/platform/discord/commands.ts';
import { drawAnswer, drawSources, whyMenu } from '../../../src/platform/discord/present.ts';
import {
  readOffer,
  readState,
  type State,
  writeOffer,
  writeState,
} from '../../../src/platform/discord/state.ts';
import { FORMS } from '../../../src/render/discord/payload.ts';
import { arbitraryAnswer, arbitraryText } from '../../arbitrary-answer.ts';

const keeping = (): Asking => {
  const questions = new Map<string, Asked>();
  return {
    keep: asked => {
      const id = questions.size.toString(16).padStart(16, '0');
      questions.set(id, asked);
      return id;
    },
    kept: id => questions.get(id) ?? null,
    ask: async () => Promise.reject(new Error('nobody asks here')),
    complete: async () => [],
    commands: [],
    now: () => new Date(0),
  };
};

const asked = fc.record({
  question: fc.oneof(
    arbitraryText(),
    fc.constantFrom('/casualties 2024', 'x'.repeat(90), 'کوئٹہ 👩‍👩‍👧'.repeat(9)),
  ),
  instant: fc
    .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    .map(day => day.toISOString()),
  previous: fc.option(arbitraryText()),
});

const state: fc.Arbitrary<State> = fc.record({
  view: fc.constantFrom('answer' as const, 'sources' as const, 'why' as const),
  opens: fc.boolean(),
  page: fc.nat(200),
  asked: asked.filter(({ question }) => question !== ''),
});

test('what a button says comes back, and fits', () => {
  fc.assert(
    fc.property(state, given => {
      const store = keeping();
      const id = writeState(given, store) ?? '';
      expect(id.length).toBeLessThanOrEqual(100);
      expect(readState(id, store)).toEqual(given);
    }),
  );
});

test('what a menu offers comes back, and fits', () => {
  fc.assert(
    fc.property(asked, given => {
      const store = keeping();
      const value = writeOffer(given, store) ?? '';
      expect([value.length <= 100, readOffer(value, store)]).toEqual([true, given.question]);
    }),
  );
});

test.for([
  '',
  'x',
  '1oa1~0~k0000',
  '1oa1~zzzzzzzzzz~qhi',
  '2oa1~0~qhi',
  '1ob1~0~qhi',
  `1oa1~0~q`,
])('a button that is none of ours is none: %j', id => {
  expect(readState(id, keeping())).toBeNull();
});

interface Component {
  readonly custom_id?: string;
  readonly type: number;
  readonly label?: string;
  readonly placeholder?: string;
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
  }[];
  readonly components?: readonly Component[];
}

const flat = (components: readonly Component[]): readonly Component[] =>
  components.flatMap(component => [component, ...flat(component.components ?? [])]);

const lengthsFit = (components: readonly Component[]): void => {
  const all = flat(components);
  const ids = all.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  expect(new Set(ids).size).toBe(ids.length);
  expect(all.length).toBeLessThanOrEqual(40);
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(100);
  for (const { placeholder, options, components: inside } of all) {
    expect((inside ?? []).filter(({ type }) => type === 2).length).toBeLessThanOrEqual(5);
    if (options === undefined) continue;
    expect(placeholder?.length).toBeLessThanOrEqual(150);
    expect([options.length > 0, options.length <= 25]).toEqual([true, true]);
    expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
    for (const { label, value, description = 'x' } of options)
      for (const text of [label, value, description])
        expect([text.trim().length > 0, text.length <= 100]).toEqual([true, true]);
  }
};

test('controls of any answer keep the limits of Discord', () => {
  const drawn = (answer: Answer, given: State): void => {
    const store = keeping();
    const menu = whyMenu(answer, 2, given, store);
    for (const form of FORMS) {
      lengthsFit(drawAnswer(answer, given, store, menu)(form).components);
      lengthsFit(drawSources(answer, { ...given, view: 'sources' }, store)(form).components);
    }
  };
  fc.assert(fc.property(arbitraryAnswer, state, drawn), { numRuns: 60 });
});

test('a citation of an answer that rests on another is named by its place', () => {
  const citation = { n: 3, article: 'a', start: 7 };
  const whole = {
    ...citation,
    title: null,
    publisher: null,
    published: null,
    url: null,
    quote: '',
    sentence: '',
    end: 9,
  };
  const question = {
    question: 'and in 2023?',
    instant: '2025-01-01T00:00:00.000Z',
    previous: '/casualties 2024',
  };
  expect(whyQuestion(question, whole)).toEqual({ ...question, question: '/why a#7', previous: null });
  expect(whyQuestion({ ...question, previous: null }, whole).question).toBe('/why 3 of and in 2023?');
});

const LISTED: readonly Listed[] = [
  {
    name: 'casualties',
    description: 'x'.repeat(120),
    options: [
      { name: 'place', kind: 'place', description: 'Where', required: false },
      { name: 'words', kind: 'words', description: 'What', required: true },
      { name: 'command', kind: 'command', description: 'Which', required: false },
    ],
  },
  { name: 'feed', description: 'Feeds', options: [], admin: true },
];

const WORDLESS = { languages: [], describe: () => null, option: () => null };

describe('commands', () => {
  const wanted = commandBodies(LISTED, true, WORDLESS);

  test('say what Discord needs to know', () => {
    expect(wanted[0]).toMatchObject({
      contexts: [0, 1, 2],
      integration_types: [0, 1],
      default_member_permissions: null,
    });
    expect(wanted[0]?.description).toHaveLength(100);
    expect(
      wanted[0]?.options.map(({ name, required, autocomplete = false }) => [name, required, autocomplete]),
    ).toEqual([
      ['words', true, false],
      ['place', false, true],
      ['command', false, false],
      ['private', false, false],
    ]);
    expect(wanted[1]?.default_member_permissions).toBe('32');
    expect(commandBodies(LISTED, false, WORDLESS)[0]).not.toHaveProperty('contexts');
  });

  test('are written only where they differ', () => {
    const held = wanted.map((body, i) => ({ ...body, id: String(i), version: '1', nsfw: false }));
    expect(commandChanges(held, wanted)).toEqual({ create: [], change: [], remove: [] });
    expect(commandChanges([], wanted)).toEqual({ create: wanted, change: [], remove: [] });
    const [first, second] = held;
    if (first === undefined || second === undefined) throw new Error('two were made');
    const changed = { ...first, description: 'old' };
    expect(commandChanges([changed, second], wanted).change).toEqual([{ id: '0', body: wanted[0] }]);
    expect(commandChanges([...held, { ...first, id: '9', name: 'gone' }], wanted).remove).toMatchObject([
      { id: '9' },
    ]);
  });

  test.for<[held: unknown, ours: unknown, same: boolean]>([
    [undefined, false, true],
    [undefined, null, true],
    [undefined, [], true],
    [[1, 2], [1], false],
    [{ a: 1, b: 2 }, { a: 1 }, true],
    [{ a: 1 }, { a: 2 }, false],
    [true, false, false],
    [null, 'a', false],
  ])('%j is what %j asks for: %j', ([held, ours, same]) => {
    expect(saysTheSame(held, ours)).toBe(same);
  });
});
