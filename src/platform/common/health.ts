import { createServer, type Server } from 'node:http';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Metrics } from './metrics.ts';

/** Whether one part of the program serves, and in a few words why not. */
export interface Part {
  readonly name: string;
  readonly state: () => { readonly ok: boolean; readonly detail: string };
}

interface HealthServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Nobody but this machine is to read it: there is no password. */
const HOST = '127.0.0.1';

const healthOf = (parts: readonly Part[]): { readonly ok: boolean; readonly body: string } => {
  const states = parts.map(({ name, state }) => ({ name, ...state() }));
  const all = states.every(state => state.ok);
  const body = { ok: all, parts: Object.fromEntries(states.map(({ name, ...state }) => [name, state])) };
  return { ok: all, body: `${JSON.stringify(body)}\n` };
};

const listening = (server: Server, port: number): Promise<Result<number>> =>
  new Promise(resolve => {
    server.once('error', error => resolve(fail('input', `SITREP_PORT ${port}: ${error.message}`)));
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(ok(typeof address === 'object' && address !== null ? address.port : port));
    });
  });

/**
 * Serves `GET /healthz` (200 when all parts serve, otherwise 503, with the state of each in JSON) and `GET /metrics`
 * (Prometheus) to this machine alone.
 * @param port 0 for any that is free
 */
export const startHealth = async (
  port: number,
  parts: readonly Part[],
  { registry }: Pick<Metrics, 'registry'>,
): Promise<Result<HealthServer>> => {
  const server = createServer((request, response) => {
    const reply = (status: number, type: string, body: string): void => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    };
    const path = request.url?.split('?')[0];
    if (request.method !== 'GET') return reply(405, 'text/plain', 'Only GET.\n');
    if (path === '/healthz') {
      const { ok: all, body } = healthOf(parts);
      return reply(all ? 200 : 503, 'application/json', body);
    }
    if (path !== '/metrics') return reply(404, 'text/plain', 'There are /healthz and /metrics.\n');
    registry.metrics().then(
      body => reply(200, registry.contentType, body),
      () => reply(500, 'text/plain', 'The metrics could not be read.\n'),
    );
  });
  const bound = await listening(server, port);
  if (!bound.ok) return bound;
  return ok({
    port: bound.value,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
};
