import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Asked } from '../../../src/platform/common/asking.ts';
import { createBudget } from '../../../src/platform/telegram/budget.ts';
import { readPress, writeOffer, writeState } from '../../../src/platform/telegram/data.ts';
import { linkOfQuestion, questionOfLink } from '../../../src/platform/telegram/deep-link.ts';

const keeping = () => {
  const all: Asked[] = [];
  return {
    keep: (asked: Asked): string => String(all.push(asked) - 1).padStart(16, '0'),
    kept: (id: string): Asked | null => all[Number(id)] ?? null,
  };
};

const asked = (question: string, previous: string | null = null): Asked => ({
  question,
  instant: '2025-03-01T09:00:00.000Z',
  previous,
});

const question = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 90 })
  .filter(text => text.trim() !== '');

describe('buttons', () => {
  test('hold any question within 64 bytes, and give it back', () => {
    fc.assert(
      fc.property(question, fc.option(question), fc.integer({ min: 1, max: 999 }), (text, previous, page) => {
        const store = keeping();
        const state = { view: 'why', page, n: 3, asked: asked(text, previous) } as const;
        const data = writeState(state, store) ?? '';
        expect(new TextEncoder().encode(data).length).toBeLessThanOrEqual(64);
        expect(readPress(data, store)).toEqual({ kind: 'show', state });
        const offer = writeOffer(asked(text), store) ?? '';
        expect(new TextEncoder().encode(offer).length).toBeLessThanOrEqual(64);
        expect(readPress(offer, store)).toEqual({ kind: 'ask', question: text });
      }),
    );
  });

  test.for([
    '',
    '1',
    '2a1~m7~qx',
    '1a1~m7~k9',
    '1ok5',
    '1fother',
    'x'.repeat(64),
  ])('%j is none of ours', data => {
    expect(readPress(data, keeping())).toBeNull();
  });
});

describe('links', () => {
  test.for([
    ['c_2024_kp', '/casualties 2024 kp'],
    ['i_Quetta', '/incident Quetta'],
    ['q_what_happened_in_quetta', 'what happened in quetta'],
  ] as const)('%s asks %s, and back', ([link, text]) => {
    const store = keeping();
    expect(questionOfLink(link, store)).toBe(text);
    expect(linkOfQuestion(asked(text), store)).toBe(link);
  });

  test('any question fits one', () => {
    fc.assert(
      fc.property(question, text => {
        const store = keeping();
        const link = linkOfQuestion(asked(text), store) ?? '';
        expect(link).toMatch(/^[\w-]{1,64}$/);
        expect(questionOfLink(link, store)).toBe(text);
      }),
    );
  });
});

describe('the budget', () => {
  const opened = () => {
    let at = 1_000_000;
    const budget = createBudget(() => at);
    return { budget, pass: (time: number): number => (at += time) };
  };

  test('lets a chat have one message a second, and others none the later', () => {
    const { budget, pass } = opened();
    expect([budget.take('1'), budget.take('2')]).toEqual([0, 0]);
    expect(budget.take('1')).toBe(1_050);
    pass(1_050);
    expect(budget.take('1')).toBe(0);
  });

  test('lets a group have 20 a minute', () => {
    const { budget, pass } = opened();
    const first = Array.from({ length: 20 }, () => [budget.take('-5'), pass(1_100)][0]);
    expect(first.every(wait => wait === 0)).toBe(true);
    expect(budget.take('-5')).toBe(60_500 - 20 * 1_100);
  });

  test('lets all have 30 a second, and waits as long as it is told', () => {
    const { budget } = opened();
    for (let chat = 1; chat <= 30; chat++) expect(budget.take(String(chat))).toBe(0);
    expect(budget.take('31')).toBe(1_050);
    budget.hold('31', 1_000_000 + 43_838_000);
    expect(budget.take('31')).toBe(43_838_000);
  });
});
