import { once } from 'node:events';

/** Resolves when the stream can take more: who waits for it never piles up what nobody reads. */
export const write = async (stream: NodeJS.WritableStream, text: string): Promise<void> => {
  if (!stream.write(text)) await once(stream, 'drain');
};
