import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/ports.ts';
import { saved } from '../keep.ts';

const AT = '2025-03-01T09:00:00.000Z';
const LATER = '2025-03-02T09:00:00.000Z';

export const telegramContract = (open: () => Store): void => {
  describe('what the Telegram bot must know', () => {
    test('an update is new once, and open until it is done', () => {
      const { telegram, close } = open();
      expect(saved(telegram.receive(7, '{"a":1}', AT))).toBe(true);
      expect(saved(telegram.receive(7, '{"a":1}', LATER))).toBe(false);
      expect(saved(telegram.receive(6, '{}', AT))).toBe(true);
      saved(telegram.begin(7, true));
      expect(telegram.unfinished()).toEqual([
        { id: 6, body: '{}', begun: false },
        { id: 7, body: '{"a":1}', begun: true },
      ]);
      saved(telegram.done(7));
      expect(telegram.unfinished().map(({ id }) => id)).toEqual([6]);
      saved(telegram.forget(LATER));
      expect(saved(telegram.receive(7, '{}', LATER))).toBe(true);
      expect(saved(telegram.receive(6, '{}', LATER))).toBe(false);
      close();
    });

    test('a group that moves takes its settings, waits and doubts along', () => {
      const { telegram, close } = open();
      expect(telegram.chat('-5')).toBeNull();
      saved(telegram.saveChat('-5', { form: 'rich', suspended: null }));
      saved(telegram.wait('-5', LATER));
      saved(telegram.doubt('-5', AT, 'quetta'));
      saved(telegram.move('-5', '-100'));
      expect([telegram.chat('-5'), telegram.chat('-100')]).toEqual([null, { form: 'rich', suspended: null }]);
      expect(telegram.waits(AT)).toEqual([{ chat: '-100', until: LATER }]);
      expect(telegram.doubts('-100')).toEqual([{ instant: AT, question: 'quetta' }]);
      saved(telegram.settle('-100', AT));
      expect(telegram.doubts('-100')).toEqual([]);
      close();
    });

    test('a wait is never shortened, and ends', () => {
      const { telegram, close } = open();
      saved(telegram.wait('', LATER));
      saved(telegram.wait('', AT));
      expect(telegram.waits(AT)).toEqual([{ chat: '', until: LATER }]);
      expect(telegram.waits(LATER)).toEqual([]);
      close();
    });
  });
};
