import { errors } from 'undici';
import { BadBody } from './body.ts';
import { ForbiddenAddress } from './connect.ts';
import type { Failed, Refused, Trouble } from './fetched.ts';
import { WORDS } from './words.ts';

type Words = string | ((host: string) => string);

/** What Node and undici call their errors, and what that means to people. */
const BY_CODE: Readonly<Record<string, readonly [code: Trouble, words: Words]>> = {
  ENOTFOUND: ['name', WORDS.unknownHost],
  ENODATA: ['name', WORDS.unknownHost],
  EAI_AGAIN: ['name', WORDS.lookupFailed],
  ECONNREFUSED: ['network', WORDS.refusedConnection],
  EHOSTUNREACH: ['network', WORDS.unreachable],
  ENETUNREACH: ['network', WORDS.unreachable],
  EADDRNOTAVAIL: ['network', WORDS.unreachable],
  ECONNRESET: ['network', WORDS.brokeOff],
  EPIPE: ['network', WORDS.brokeOff],
  ERR_STREAM_PREMATURE_CLOSE: ['network', WORDS.brokeOff],
  UND_ERR_SOCKET: ['network', WORDS.brokeOff],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['network', WORDS.brokeOff],
  ETIMEDOUT: ['timeout', WORDS.connectTimeout],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', WORDS.connectTimeout],
  UND_ERR_HEADERS_TIMEOUT: ['timeout', WORDS.headersTimeout],
  UND_ERR_BODY_TIMEOUT: ['timeout', WORDS.bodyTimeout],
  UND_ERR_HEADERS_OVERFLOW: ['protocol', WORDS.headers],
  Z_BUF_ERROR: ['network', WORDS.brokeOff],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['certificate', WORDS.certificate],
  SELF_SIGNED_CERT_IN_CHAIN: ['certificate', WORDS.certificate],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['certificate', WORDS.certificate],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['certificate', WORDS.certificate],
  EPROTO: ['certificate', WORDS.encryption],
  HOSTNAME_MISMATCH: ['certificate', WORDS.certificate],
};

/** Families of codes that differ only in detail: zlib, brotli, zstd, certificates. */
const BY_BEGINNING: readonly (readonly [beginning: string, code: Trouble, words: string])[] = [
  ['Z_', 'packing', WORDS.packing],
  ['ERR__ERROR_', 'packing', WORDS.packing],
  ['ERR_BROTLI', 'packing', WORDS.packing],
  ['ERR_PADDING', 'packing', WORDS.packing],
  ['ZSTD_', 'packing', WORDS.packing],
  ['ERR_ZSTD', 'packing', WORDS.packing],
  ['CERT_', 'certificate', WORDS.certificate],
  ['ERR_TLS_CERT', 'certificate', WORDS.certificate],
  ['ERR_SSL', 'certificate', WORDS.encryption],
];

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const explained = (code: string, host: string): readonly [code: Trouble, reason: string] => {
  const known = BY_CODE[code];
  if (known !== undefined) {
    const [trouble, words] = known;
    return [trouble, typeof words === 'string' ? words : words(host)];
  }
  const family = BY_BEGINNING.find(([beginning]) => code.startsWith(beginning));
  return family === undefined
    ? ['network', code === '' ? WORDS.brokeOff : WORDS.network(code)]
    : [family[1], family[2]];
};

export const failed = (url: URL, code: Trouble, reason: string, status: number | null = null): Failed => ({
  kind: 'failed',
  code,
  reason,
  status,
  url: url.href,
});

/** What an error on the way means. @param status of the answer, when its headers had come */
export const troubleOf = (error: unknown, url: URL, status: number | null): Failed | Refused => {
  if (error instanceof ForbiddenAddress)
    return { kind: 'refused', code: 'address', reason: error.message, url: url.href };
  if (error instanceof BadBody) return failed(url, error.code, error.message, status);
  if (error instanceof errors.HTTPParserError) return failed(url, 'protocol', WORDS.protocol, status);
  const [code, reason] = explained(codeOf(error), url.hostname);
  return failed(url, code, reason, status);
};
