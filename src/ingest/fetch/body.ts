import { type Readable, type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';
import type { Trouble } from './fetched.ts';
import { WORDS } from './words.ts';

/** A body that is not taken in, and why. */
export class BadBody extends Error {
  readonly code: Trouble;
  constructor(code: Trouble, reason: string) {
    super(reason);
    this.code = code;
  }
}

/** Encodings that `unpacker` undoes, as they are offered to servers. */
export const ENCODINGS = 'gzip, deflate, br, zstd';

/** Text packs to a tenth, tables to a fiftieth; repeated bytes to a thousandth. */
const HIGHEST_RATIO = 150;

/** Unpacked bytes below which the ratio says nothing: a short page may well be one repeated line. */
const RATIO_COUNTS_FROM = 1_000_000;

/** "deflate" is meant to have a header, and some servers leave it out; the first byte tells. */
const hasZlibHeader = (first: number): boolean => (first & 0x0f) === 8;

const unpacker = (encoding: string, first: number): Transform => {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return hasZlibHeader(first) ? createInflate() : createInflateRaw();
    case 'br':
      return createBrotliDecompress();
    case 'zstd':
      // RFC 9659 limits the window to 8 MB on the web; more would be memory for the asking.
      return createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: 23 } });
    default:
      throw new BadBody('packing', WORDS.packing);
  }
};

/** The one encoding of a body; null when it is sent as it is. */
const encodingOf = (header: string): string | null => {
  const layers = header
    .toLowerCase()
    .split(',')
    .map(layer => layer.trim())
    .filter(layer => layer !== '' && layer !== 'identity');
  if (layers.length > 1) throw new BadBody('packing', WORDS.packedTwice);
  return layers[0] ?? null;
};

/** Passes chunks on, and stops the one that are more than may be. */
async function* metered(
  source: AsyncIterable<Buffer>,
  onChunk: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    onChunk(chunk.byteLength);
    yield chunk;
  }
}

/** A stream whose first chunk was looked at, whole again. */
async function* rejoined(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

const collector = (chunks: Buffer[], onChunk: (bytes: number) => void): Writable =>
  new Writable({
    write(chunk: Buffer, _, done) {
      try {
        onChunk(chunk.byteLength);
      } catch (error) {
        return done(error instanceof Error ? error : new Error(String(error)));
      }
      chunks.push(chunk);
      done();
    },
  });

/**
 * Takes a body in and unpacks it on the way, never holding more than `maxBytes`.
 * @param length Content-Length; a body that announces too much is not begun
 * @returns the unpacked bytes; throws BadBody when it is too large or badly packed, and what the stream throws when it
 * breaks off
 */
export const readBody = async (
  body: Readable,
  encoding: string,
  length: number | null,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> => {
  const tooLarge = new BadBody('too-large', WORDS.tooLarge(Math.ceil(maxBytes / 1_000_000)));
  const packed = encodingOf(encoding);
  if (length !== null && length > maxBytes) throw tooLarge;
  let received = 0;
  let unpacked = 0;
  const chunks: Buffer[] = [];
  const source = metered(body, bytes => {
    received += bytes;
    if (received > maxBytes) throw tooLarge;
  });
  const sink = collector(chunks, bytes => {
    unpacked += bytes;
    if (unpacked > RATIO_COUNTS_FROM && unpacked > received * HIGHEST_RATIO)
      throw new BadBody('too-large', WORDS.bomb);
    if (unpacked > maxBytes) throw tooLarge;
  });
  const first = await source.next();
  if (first.done === true) return new Uint8Array();
  const whole = rejoined(first.value, source);
  if (packed === null) await pipeline(whole, sink, { signal });
  else await pipeline(whole, unpacker(packed, first.value[0] ?? 0), sink, { signal });
  return Buffer.concat(chunks);
};
