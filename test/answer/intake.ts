import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Services } from '../../src/query/services.ts';
import type { Reading } from '../../src/store/ports.ts';
import { corpus } from '../made-up/corpus.ts';
import { temporaryFolder } from '../temporary-folder.ts';

export const MOMENT = '2026-03-10T12:00:00.000Z';

/** A database of one's own, and an administrator who asks about it. */
export const administrator = (readings: readonly Reading[] = []) => {
  const database = join(temporaryFolder(), 'archive.db');
  const at = corpus(readings, undefined, undefined, database);
  const services = at(MOMENT);
  const ask = async (question: string, admin = true, asked: Services = services): Promise<Answer> => {
    const [, name = '', words = ''] = /^\/(\w+) ?(.*)$/s.exec(question) ?? [];
    const command = commands.find(each => each.name === name);
    if (command === undefined) throw new Error(question);
    return await command.run({ question, words, admin, by: 'made-up admin' }, asked);
  };
  return { ask, at, store: services.store, database };
};
