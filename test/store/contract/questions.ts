import { describe, expect, test } from 'vitest';
import type { KeptQuestion } from '../../../src/store/ports/questions.ts';
import type { Store } from '../../../src/store/ports.ts';
import { saved } from '../keep.ts';

const ASKED: KeptQuestion = {
  question: 'what happened in کوئٹہ 👩‍👩‍👧?',
  instant: '2025-03-01T09:00:00.000Z',
  previous: null,
};

export const questionsContract = (open: () => Store): void => {
  describe('questions', () => {
    test('one that is kept comes back, without a lease, under a short id', () => {
      const { questions, close } = open();
      const before = { ...ASKED, previous: '/casualties 2024' };
      const [id, other] = [saved(questions.keep(ASKED)), saved(questions.keep(before))];
      expect(id).toMatch(/^[0-9a-f]{16}$/);
      expect(questions.kept(id)).toEqual(ASKED);
      expect(questions.kept(other)).toEqual(before);
      expect(questions.kept('0'.repeat(16))).toBeNull();
      close();
    });

    test('the same question has one id, another moment another', () => {
      const { questions, close } = open();
      const id = saved(questions.keep(ASKED));
      expect(saved(questions.keep(ASKED))).toBe(id);
      expect(saved(questions.keep({ ...ASKED, instant: '2025-03-01T09:00:00.001Z' }))).not.toBe(id);
      close();
    });
  });
};
