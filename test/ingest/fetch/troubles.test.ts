import { describe, expect, test } from 'vitest';
import { troubleOf } from '../../../src/ingest/fetch/troubles.ts';

/** Errors that a server on this machine cannot bring about; all others are in `faults.test.ts`. */
describe('an error of the network is told in words', () => {
  test.for<[code: string, trouble: string, reason: string]>([
    ['CERT_HAS_EXPIRED', 'certificate', 'its certificate is not valid'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate', 'its certificate is not valid'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate', 'its certificate is not valid'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate', 'its certificate is not valid'],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'certificate', 'it does not speak https as it should'],
    ['EHOSTUNREACH', 'network', 'the server cannot be reached'],
    ['ENETUNREACH', 'network', 'the server cannot be reached'],
    ['ETIMEDOUT', 'timeout', 'the server did not take the connection in time'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout', 'the server did not take the connection in time'],
    ['EMADEUP', 'network', 'the connection failed (EMADEUP)'],
  ])('%s', ([code, trouble, reason]) => {
    const error = Object.assign(new Error('made up'), { code });
    expect(troubleOf(error, new URL('https://example.org/'), null)).toEqual({
      kind: 'failed',
      code: trouble,
      reason,
      status: null,
      url: 'https://example.org/',
    });
  });

  test('also when it is no error at all', () => {
    expect(troubleOf('made up', new URL('https://example.org/'), 200)).toMatchObject({
      code: 'network',
      reason: 'the connection broke off before its end',
      status: 200,
    });
  });
});
