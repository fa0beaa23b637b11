import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Whereabouts } from '../../src/core/command.ts';
import type { Reading } from '../../src/store/ports.ts';
import { corpus } from '../made-up/corpus.ts';
import { temporaryFolder } from '../temporary-folder.ts';

export const HERE: Whereabouts = {
  platform: 'discord',
  channel: '100000000000000001',
  thread: null,
  announces: false,
  missing: async () => [],
};

/** A channel with an administrator who asks in it, over a database of its own. */
export const room = (
  at: Whereabouts | null = HERE,
  readings: readonly Reading[] = [],
  moment = '2026-03-10T12:00:00.000Z',
) => {
  const services = corpus(readings, undefined, undefined, join(temporaryFolder(), 'archive.db'))(moment);
  const ask = async (question: string, admin = true): Promise<Answer> => {
    const [, name = '', words = ''] = /^\/(\w+) ?(.*)$/s.exec(question) ?? [];
    const command = commands.find(each => each.name === name);
    if (command === undefined) throw new Error(question);
    const where = at === null ? {} : { at };
    return await command.run({ question, words, admin, by: 'made-up admin', ...where }, services);
  };
  return { ask, services, store: services.store };
};

/** The first line of an answer. */
export const firstLine = ({ text }: Answer): string => text.split('\n')[0] ?? '';
