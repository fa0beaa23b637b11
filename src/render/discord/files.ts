import type { Answer } from '../../core/answer.ts';
import { FILE_BYTES, FILES } from './limits.ts';

/** What is sent beside a message. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** Discord changes other characters, and the name in the message would then name no file. */
const named = (name: string, at: number): string => {
  const plain = name.replace(/[^\w.-]/g, '_').replace(/^[._]+/, '');
  return plain === '' ? `file-${at + 1}` : plain;
};

/**
 * The files of an answer, under names that Discord keeps, each another; none where they are too many or too large for a
 * message: then they are shown line for line.
 */
export const filesOf = ({ blocks }: Pick<Answer, 'blocks'>): readonly SentFile[] => {
  const all = blocks.flatMap(block => (block.kind === 'file' ? [block] : []));
  const bytes = all.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  if (all.length > FILES || bytes > FILE_BYTES) return [];
  const names = all.map(({ name }, at) => named(name, at));
  return all.map(({ type, text }, at) => {
    const name = names[at] ?? '';
    return { name: names.indexOf(name) === at ? name : `${at + 1}-${name}`, type, text };
  });
};
