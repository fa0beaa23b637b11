import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  brotliCompressSync,
  constants,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { bytes, type Handler, type Routes } from './handlers.ts';

const PAGE = Buffer.from('<p>A made-up page, packed.</p>');
const LARGE = 50_000_000;
const CHUNK = Buffer.alloc(100_000, 'a');

/** Bytes of large bodies that went out, by path. */
export const sent = new Map<string, number>();

const large =
  (announced: boolean): Handler =>
  (request, response) => {
    const path = request.url ?? '';
    response.writeHead(200, {
      'content-type': 'text/html',
      ...(announced ? { 'content-length': LARGE } : {}),
    });
    const chunks = function* (): Generator<Buffer> {
      for (let bytesSent = 0; bytesSent < LARGE; bytesSent += CHUNK.byteLength) {
        sent.set(path, (sent.get(path) ?? 0) + CHUNK.byteLength);
        yield CHUNK;
      }
    };
    const source = Readable.from(chunks());
    source.pipe(response);
    response.once('close', () => source.destroy());
  };

/** Text that hardly packs at all, always the same. */
const dense = (length: number): Buffer =>
  Buffer.from(
    Array.from({ length: Math.ceil(length / 64) }, (_, index) =>
      createHash('sha256').update(String(index)).digest('hex'),
    ).join(''),
  );

const once = (make: () => Buffer): (() => Buffer) => {
  let made: Buffer | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/** What is costly to make is made when it is first asked for. */
const packed = (encoding: string, make: () => Buffer): Handler => {
  const body = once(make);
  return (request, response) =>
    bytes(body(), { headers: { 'content-encoding': encoding } })(request, response);
};

const PACKERS: readonly (readonly [encoding: string, pack: (text: Buffer) => Buffer])[] = [
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', text => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })],
  ['zstd', zstdCompressSync],
];

/** Encodings of which there is a packed page, a bomb and a cut-off body. */
export const ENCODED: readonly string[] = PACKERS.map(([encoding]) => encoding);

/** Large and badly packed bodies. */
export const bodies: Routes = [
  ['/large/announced', large(true)],
  ['/large/unannounced', large(false)],
  ['/large/packed', packed('gzip', () => gzipSync(dense(1_000_000)))],
  ['/large/just-below', bytes(Buffer.alloc(1_000, 'a'))],
  ['/large/just-above', bytes(Buffer.alloc(1_001, 'a'))],
  ...PACKERS.flatMap(
    ([encoding, pack]): Routes => [
      [`/packed/${encoding}`, packed(encoding, () => pack(PAGE))],
      [`/bomb/${encoding}`, packed(encoding, () => pack(Buffer.alloc(30_000_000)))],
      [`/packed/cut-off/${encoding}`, packed(encoding, () => pack(dense(100_000)).subarray(0, 20_000))],
      [`/packed/not/${encoding}`, packed(encoding, () => PAGE)],
    ],
  ),
  ['/packed/raw-deflate', packed('deflate', () => deflateRawSync(PAGE))],
  ['/packed/x-gzip', packed('X-GZIP', () => gzipSync(PAGE))],
  ['/packed/identity', packed('identity', () => PAGE)],
  ['/packed/nothing', packed('gzip', () => Buffer.alloc(0))],
  [
    '/packed/hollow',
    // Packages of nothing, one after another: however many come, nothing is ever unpacked.
    (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.write(Buffer.concat(Array.from({ length: 10_000 }, () => gzipSync(''))));
      response.end();
    },
  ],
  ['/packed/twice', packed('gzip, gzip', () => gzipSync(gzipSync(PAGE)))],
  ['/packed/unknown', packed('compress', () => PAGE)],
];
