import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { Fatal } from '../common/supervise.ts';
import { WORDS } from './words.ts';

/** Bytes of one update: Telegram's own are far smaller. */
const MOST_BYTES = 1_000_000;

const HEADER = 'x-telegram-bot-api-secret-token';

const isSame = (a: string, b: string): boolean => {
  const [left, right] = [a, b].map(text => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
};

/** @returns null when it is too long or was cut off */
const bodyOf = async (request: IncomingMessage): Promise<string | null> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request) {
      const bytes = chunk instanceof Uint8Array ? chunk : new TextEncoder().encode(String(chunk));
      length += bytes.length;
      if (length > MOST_BYTES) return null;
      chunks.push(bytes);
    }
  } catch {
    return null;
  }
  return new TextDecoder().decode(await new Blob(chunks.map(bytes => new Uint8Array(bytes))).arrayBuffer());
};

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};

export interface WebhookPlace {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly secret: string;
}

/**
 * Listens for updates that Telegram delivers. Each is acknowledged when it is kept.
 * @returns the port, and what ends it
 * @throws a Fatal when it cannot listen there
 */
export const startWebhook = async (
  { host, port, secret }: WebhookPlace,
  take: (data: unknown) => Promise<void>,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> => {
  const server = createServer((request, response) => {
    const reply = (status: number): void => {
      response.writeHead(status, { connection: status === 200 ? 'keep-alive' : 'close' }).end();
    };
    const given = request.headers[HEADER];
    if (request.method !== 'POST') return reply(405);
    if (typeof given !== 'string' || !isSame(given, secret)) return reply(401);
    void bodyOf(request)
      .then(async body => {
        if (body === null) return reply(413);
        const data = parsed(body);
        if (data === null) return reply(400);
        await take(data);
        reply(200);
      })
      .catch(() => reply(500));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(new Fatal(WORDS.webhookAt(host, port, error.message))));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
