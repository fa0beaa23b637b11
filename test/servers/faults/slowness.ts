import type { Socket } from 'node:net';
import { type Handler, type Routes, raw } from './handlers.ts';

const BETWEEN_BYTES = 10;

/** Sends a byte now and then for as long as somebody listens. */
const drip = (socket: Socket, byte: string): void => {
  const timer = setInterval(() => socket.write(byte), BETWEEN_BYTES);
  socket.once('close', () => clearInterval(timer));
  socket.once('error', () => clearInterval(timer));
};

const dripping =
  (beginning: string, byte: string): Handler =>
  ({ socket }) => {
    socket.write(beginning);
    drip(socket, byte);
  };

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';

/** Servers that take their time, and those that stop in the middle. */
export const slowness: Routes = [
  ['/slow/silent', raw('', 'stall')],
  ['/slow/headers', dripping(`${HEAD}X-Padding: `, 'a')],
  ['/slow/body', dripping(`${HEAD}Content-Length: 100000\r\n\r\n<p>`, 'a')],
  ['/slow/stalled', raw(`${HEAD}Content-Length: 100000\r\n\r\n<p>half`, 'stall')],
  ['/broken/reset', raw(`${HEAD}Content-Length: 100000\r\n\r\n<p>half`, 'reset')],
  ['/broken/reset-at-once', raw('', 'reset')],
  ['/broken/truncated', raw(`${HEAD}Content-Length: 100000\r\n\r\n<p>half`, 'end')],
  ['/broken/chunk', raw(`${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n<p>ha`, 'end')],
  ['/broken/no-answer', raw('', 'end')],
  ['/broken/not-http', raw('SSH-2.0-made-up\r\n', 'end')],
  ['/broken/huge-header', raw(`${HEAD}X-Padding: ${'a'.repeat(200_000)}\r\n\r\n`, 'stall')],
  ['/broken/many-headers', raw(`${HEAD}${'X-Padding: a\r\n'.repeat(20_000)}\r\n`, 'stall')],
  ['/fine/until-closed', raw(`${HEAD}Connection: close\r\n\r\n<p>whole</p>`, 'end')],
];
