import type { IncomingMessage, ServerResponse } from 'node:http';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export type Routes = readonly (readonly [path: string, handler: Handler])[];

interface Shape {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
}

/** Answers with this body, its length announced. */
export const bytes =
  (body: Uint8Array, { status = 200, headers = {} }: Shape = {}): Handler =>
  (_, response) => {
    response.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': body.byteLength,
      ...headers,
    });
    response.end(body);
  };

export const text = (body: string, shape: Shape = {}): Handler => bytes(Buffer.from(body), shape);

/** Answers with nothing but a status and headers. */
export const bare = (status: number, headers: Shape['headers'] = {}): Handler =>
  text('', { status, headers });

/** Puts bytes on the socket that need be no HTTP at all, and then does with it what it is told. */
export const raw =
  (beginning: string | Uint8Array, then: 'end' | 'reset' | 'stall'): Handler =>
  ({ socket }) => {
    socket.write(beginning, () => {
      if (then === 'end') socket.end();
      if (then === 'reset') socket.resetAndDestroy();
    });
  };
