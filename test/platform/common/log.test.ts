import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { createLog, redactor } from '../../../src/platform/common/log.ts';

/** Made up, in the shapes that the platforms give out. */
const DISCORD = 'MTAwMDAwMDAwMDAwMDAwMDAwMA.GmadeU.p-madeup_madeup_madeup_madeup_made00';
const TELEGRAM = '1000000000:AAmadeup_madeup-madeup+madeup/made0';

const SECRETS = [DISCORD, TELEGRAM];

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const SPELLINGS: readonly [what: string, text: string][] = [
  ['as it is', TELEGRAM],
  ['in an address', `http://127.0.0.1/bot${TELEGRAM}/getMe`],
  ['in an escaped address', `http://127.0.0.1/bot${encodeURIComponent(TELEGRAM)}/getMe`],
  ['in an address escaped in small letters', encodeURIComponent(TELEGRAM).toLowerCase()],
  ['in a header', `authorization: Bot ${DISCORD}`],
  ['in base64', base64(DISCORD)],
  ['in base64, behind one character', base64(`a${DISCORD}`)],
  ['in base64, behind two', base64(`ab${DISCORD}`)],
  ['in base64 of addresses', Buffer.from(`ab${TELEGRAM}`).toString('base64url')],
  ['in hexadecimal', Buffer.from(DISCORD).toString('hex')],
  ['its secret part', 'p-madeup_madeup_madeup_madeup_made00'],
];

test.for(SPELLINGS)('no token reaches the log %s', ([, spelling]) => {
  const lines: string[] = [];
  const log = createLog('trace', redactor(SECRETS), line => lines.push(line));
  const error = new Error(`request to ${spelling} failed`, { cause: new Error(spelling) });
  log.debug({ spelling, [spelling]: { deep: [spelling] } }, `got ${spelling}`);
  log.error({ err: error, url: new URL(`http://127.0.0.1/${encodeURIComponent(spelling)}`) }, spelling);
  expect(lines).toHaveLength(2);
  const logged = lines.join('');
  for (const part of ['madeup_madeup', 'bWFkZXVwX21hZGV1c', base64(spelling).slice(8, 40)])
    expect(logged).not.toContain(part);
  expect(logged).not.toContain(spelling);
  expect(logged).toContain('[redacted]');
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) });
});

test('what is no secret stays', () => {
  const lines: string[] = [];
  createLog('info', redactor([]), line => lines.push(line)).info({ platform: 'discord' }, 'up');
  createLog('info', redactor(SECRETS), line => lines.push(line)).info({ bot: '1000000000' }, 'up');
  createLog('warn', redactor([]), line => lines.push(line)).info({}, 'below the level');
  expect(lines.map(line => JSON.parse(line))).toEqual([
    { level: 30, time: expect.any(String), platform: 'discord', msg: 'up' },
    { level: 30, time: expect.any(String), bot: '1000000000', msg: 'up' },
  ]);
});
