import type { IncomingMessage, ServerResponse } from 'node:http';
import { at, type Fields, given, type Json, textOf } from '../../json.ts';
import { operationFor } from '../description.ts';
import { Breach, Refusal } from '../problem.ts';
import type { Transcript } from '../transcript.ts';
import type { World } from '../world.ts';
import { receive, withFiles } from './body.ts';
import type { Emit, Handler, Reply } from './call.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import type { Failure, Faults } from './faults.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import type { Limiter } from './limits.ts';

export interface Rest {
  readonly world: World;
  readonly transcript: Transcript;
  readonly faults: Faults;
  readonly limiter: Limiter;
  readonly emit: Emit;
  readonly gatewayUrl: () => string;
  /** Identifies left today. */
  readonly starts: () => number;
}

const PREFIX = '/api/v10';
const HTML = '<!DOCTYPE html><html><head><title>Error</title></head><body>upstream error</body></html>';
const PUBLIC = /^\/(?:interactions\/|webhooks\/\d+\/[^/]+|gateway$)/;
const INVALID = [401, 403, 429];

const session = (rest: Rest): Fields => ({
  url: rest.gatewayUrl(),
  shards: 1,
  session_start_limit: { total: 1000, remaining: rest.starts(), reset_after: 86_400_000, max_concurrency: 1 },
});

const handlers = (rest: Rest): ReadonlyMap<string, Handler> =>
  new Map<string, Handler>([
    ...guildRoutes,
    ...commandRoutes,
    ...interactionRoutes,
    ...channelRoutes,
    ['GET /gateway', () => ({ status: 200, body: { url: rest.gatewayUrl() } })],
    ['GET /gateway/bot', () => ({ status: 200, body: session(rest) })],
  ]);

const send = (
  response: ServerResponse,
  { status, body }: Reply,
  headers: Readonly<Record<string, string>>,
): void => {
  response.writeHead(status, {
    ...headers,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
};

const limited = (retryAfter: number, scope: string): readonly [Reply, Readonly<Record<string, string>>] => {
  const global = scope === 'global';
  const headers = given({
    'retry-after': String(Math.max(0, Number(retryAfter.toFixed(3)))),
    'x-ratelimit-scope': scope,
    'x-ratelimit-global': global ? 'true' : undefined,
  });
  const body = { message: 'You are being rate limited.', retry_after: retryAfter, global, code: 0 };
  return [
    { status: 429, body },
    Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, String(value)])),
  ];
};

/** A limit over hours or days says in its header too how long to wait. */
const waiting = ({ status, body }: Reply): Readonly<Record<string, string>> =>
  status === 429 ? { 'retry-after': textOf(at(body, 'retry_after')), 'x-ratelimit-scope': 'user' } : {};

/** Answers requests as Discord's API does; to be given to `createServer`. */
export const restServer = (
  rest: Rest,
): ((request: IncomingMessage, response: ServerResponse) => Promise<void>) => {
  const known = handlers(rest);
  const { world, transcript, faults, limiter } = rest;

  const handle = (
    method: string,
    path: string,
    query: URLSearchParams,
    received: Awaited<ReturnType<typeof receive>>,
  ) => {
    const what = `${method} ${path}`;
    const violate = (by: 'client' | 'emulator', problems: readonly string[]): void => {
      for (const problem of problems) transcript.violate({ by, what, problem });
    };
    const operation = operationFor(method, path);
    const handler = operation === null ? undefined : known.get(`${method} ${operation.path}`);
    if (operation === null || handler === undefined) {
      violate('client', ['the emulator knows no such request']);
      return { reply: { status: 404, body: { message: '404: Not Found', code: 0 } } };
    }
    const refused = (problem: Refusal): Reply => ({ status: problem.status, body: problem.body });
    const run = (): Reply => {
      try {
        const problems = [
          ...(received.problem === null ? [] : [received.problem]),
          ...operation.checkRequest(query, received.body),
        ];
        if (problems.length > 0) throw new Breach(problems);
        const body = withFiles(received.body, received.files);
        const note = (found: readonly string[]): void => violate('client', found);
        const reply = handler({ world, params: operation.params, query, body, emit: rest.emit, note });
        violate('emulator', operation.checkReply(reply.status, reply.body));
        return reply;
      } catch (problem) {
        if (problem instanceof Breach) violate('client', problem.problems);
        if (problem instanceof Refusal) return refused(problem);
        violate('emulator', [String(problem instanceof Error ? problem.stack : problem)]);
        return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
      }
    };
    return { reply: null, operation, run };
  };

  const hurt = (
    failure: Failure | null,
    response: ServerResponse,
    note: (status: number, body?: Json) => void,
  ): boolean => {
    if (failure === null || failure.kind === 'slow' || failure.kind === 'stored') return false;
    if (failure.kind === 'hang') note(0);
    if (failure.kind === 'reset') {
      note(0);
      response.socket?.resetAndDestroy();
    }
    if (failure.kind === 'html') {
      note(failure.status);
      response.writeHead(failure.status, { 'content-type': 'text/html' }).end(HTML);
    }
    if (failure.kind === 'status') {
      const { status, retryAfter = 0, scope = 'user', code = 0 } = failure;
      const [reply, headers] =
        status === 429
          ? limited(retryAfter, scope)
          : [{ status, body: { message: `${status}: the fault that was asked for`, code } }, {}];
      note(reply.status, reply.body);
      if (INVALID.includes(status) && scope !== 'shared') limiter.invalid();
      send(response, reply, headers);
    }
    return true;
  };

  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = decodeURIComponent(url.pathname.replace(PREFIX, ''));
    const method = request.method ?? 'GET';
    const what = `${method} ${path}`;
    const received = await receive(request);
    const failure = faults.take(what);
    const note = (status: number, reply?: Json): void =>
      transcript.record(
        Object.assign(
          {
            at: world.clock.now(),
            kind: 'rest' as const,
            what,
            body: received.body ?? null,
            status,
            reply: reply ?? null,
          },
          failure === null ? {} : { fault: failure.kind },
        ),
      );
    if (!url.pathname.startsWith(PREFIX))
      transcript.violate({ by: 'client', what, problem: 'only API version 10' });
    if (!/^DiscordBot \(/.test(request.headers['user-agent'] ?? ''))
      transcript.violate({
        by: 'client',
        what,
        problem: 'the user agent must be "DiscordBot (URL, VERSION)"',
      });
    if (hurt(failure, response, note)) return;
    if (limiter.isBanned()) {
      note(429);
      response.writeHead(429, { 'content-type': 'text/html', 'retry-after': '3600' }).end(HTML);
      return;
    }
    const answer = (reply: Reply, headers: Readonly<Record<string, string>> = {}): void => {
      if (INVALID.includes(reply.status)) limiter.invalid();
      note(reply.status, reply.body);
      send(response, reply, headers);
    };
    if (!PUBLIC.test(path) && request.headers.authorization !== `Bot ${world.token}`)
      return answer({ status: 401, body: { message: '401: Unauthorized', code: 0 } });
    const found = handle(method, path, url.searchParams, received);
    if (found.reply !== null) return answer(found.reply);
    const { headers, wait, scope } = limiter.pass(method, found.operation.path, found.operation.params);
    if (wait !== null) {
      const [reply, more] = limited(wait, scope);
      return answer(reply, { ...headers, ...more });
    }
    const reply = found.run();
    if (failure?.kind === 'slow') await new Promise(resolve => setTimeout(resolve, failure.milliseconds));
    if (failure?.kind !== 'stored') return answer(reply, { ...headers, ...waiting(reply) });
    if (failure.answer === 'reset') {
      note(0, reply.body);
      response.socket?.resetAndDestroy();
      return;
    }
    note(failure.answer, reply.body);
    send(
      response,
      { status: failure.answer, body: { message: 'stored, and yet an error', code: 0 } },
      headers,
    );
  };
};
