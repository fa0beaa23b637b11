import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodies } from './faults/bodies.ts';
import { caching } from './faults/caching.ts';
import { type Handler, text } from './faults/handlers.ts';
import { redirects } from './faults/redirects.ts';
import { slowness } from './faults/slowness.ts';
import { texts } from './faults/texts.ts';

/** A request as it came in. */
export interface Seen {
  /** Host header without its port: one server stands for several hosts. */
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** A web server of our own on this machine that can go wrong in every way in which servers do. */
export interface FaultServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly port: number;
  /** A path on this server, under a name of its own when one is given. */
  readonly url: (path: string, host?: string) => string;
  /** Adds a path, with its query, or replaces one. A text is served as it is. */
  readonly serve: (path: string, handler: Handler | string) => void;
  /** Requests so far, in order; of one path, or of all but robots.txt. */
  readonly requests: (path?: string) => readonly Seen[];
  /** Most requests that were open at the same moment, to one host or to all. */
  readonly mostAtOnce: (host?: string) => number;
  /** Ends all connections, those that stall as well. */
  readonly close: () => Promise<void>;
}

const ROBOTS = '/robots.txt';

const EVERYWHERE = '*';

const counter = () => {
  const open = new Map<string, number>();
  const most = new Map<string, number>();
  const add = (host: string, by: number): void => {
    for (const key of [host, EVERYWHERE]) {
      const now = (open.get(key) ?? 0) + by;
      open.set(key, now);
      most.set(key, Math.max(most.get(key) ?? 0, now));
    }
  };
  return { add, most: (host: string): number => most.get(host) ?? 0 };
};

const isAddressInfo = (address: unknown): address is AddressInfo =>
  typeof address === 'object' && address !== null && 'port' in address;

/** Starts a server with all faults on a free port; what is not there answers 404, robots.txt too. */
export const startFaults = async (): Promise<FaultServer> => {
  const routes = new Map<string, Handler>([...redirects, ...caching, ...slowness, ...bodies, ...texts]);
  const seen: Seen[] = [];
  const atOnce = counter();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    seen.push({ host, path, headers: request.headers });
    atOnce.add(host, 1);
    response.once('close', () => atOnce.add(host, -1));
    const handler = routes.get(path) ?? text('not here', { status: 404 });
    handler(request, response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!isAddressInfo(address)) throw new Error('the server has no port');
  const { port } = address;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    port,
    url: (path, host = '127.0.0.1') => `http://${host}:${port}${path}`,
    serve: (path, handler) => routes.set(path, typeof handler === 'string' ? text(handler) : handler),
    requests: path =>
      seen.filter(request => (path === undefined ? request.path !== ROBOTS : request.path === path)),
    mostAtOnce: (host = EVERYWHERE) => atOnce.most(host),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>(resolve => server.close(() => resolve()));
    },
  };
};
