import type { IncomingMessage, ServerResponse } from 'node:http';
import { copy, type Fields, fieldsOf, type Json, textOf } from '../json.ts';
import { paramsOf } from './body.ts';
import { knownMethod, requestProblems, resultProblems } from './facts.ts';
import { bodyOf, describe, type Fault, type Faults } from './faults.ts';
import type { Flood } from './flood.ts';
import { answers } from './methods/answers.ts';
import type { Methods } from './methods/call.ts';
import { chats } from './methods/chats.ts';
import { menus } from './methods/commands.ts';
import { receive } from './methods/receive.ts';
import { sending } from './methods/send.ts';
import { ApiError, bad } from './problem.ts';
import { chatOf } from './target.ts';
import { kindOf, type Updates } from './updates.ts';
import type { Webhook } from './webhook.ts';
import type { World } from './world.ts';

const METHODS: Methods = { ...receive, ...sending, ...answers, ...menus, ...chats };

/** Edits count as messages do. */
const COUNTED = [
  'sendMessage',
  'sendRichMessage',
  'sendPhoto',
  'sendDocument',
  'editMessageText',
  'editMessageReplyMarkup',
];

export interface Inside {
  readonly world: World;
  readonly updates: Updates;
  readonly webhook: Webhook;
  readonly faults: Faults;
  readonly flood: Flood;
  readonly token: string;
}

/** Carries a call out; throws ApiError. */
export const perform = async (
  { world, updates, webhook, flood }: Inside,
  method: string,
  params: Fields,
  gone: (left: () => void) => void,
): Promise<Json> => {
  const known = METHODS[method];
  if (known === undefined || !knownMethod(method)) {
    world.transcript.violate({ by: 'client', what: method, problem: 'the emulator knows no such method' });
    throw new ApiError(404, 'Not Found');
  }
  const problems = requestProblems(method, params);
  for (const problem of problems) world.transcript.violate({ by: 'client', what: method, problem });
  if (COUNTED.includes(method) && params.chat_id !== undefined) flood(chatOf(world, params.chat_id).id);
  const result = await known({ method, params, world, updates, webhook, gone });
  // What was sent wrong comes back wrong, and a test may make updates up: that is no fault of the emulator.
  for (const problem of problems.length > 0 || method === 'getUpdates' ? [] : resultProblems(method, result))
    world.transcript.violate({ by: 'emulator', what: method, problem });
  return typeof result === 'object' && result !== null && !Array.isArray(result) ? copy(result) : result;
};

const answered = async (call: () => Promise<Json>): Promise<Fields> => {
  try {
    return { ok: true, result: await call() };
  } catch (error) {
    if (error instanceof ApiError) return error.body();
    throw error;
  }
};

const statusOf = (body: Fields): number => (body.ok === true ? 200 : Number(body.error_code));

const PAGE = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';

/** Whether a fault took the answer into its own hands, and with which status. */
const spoil = (
  response: ServerResponse,
  { wrong }: Fault,
  say: (status: number, text: string) => void,
): number => {
  if (wrong === 'html') {
    response.setHeader('content-type', 'text/html');
    say(502, PAGE);
    return 502;
  }
  if (wrong === 'garbage') {
    say(200, '{"ok":true,"resu');
    return 200;
  }
  if (wrong === 'stored-then-500') {
    say(500, JSON.stringify(bodyOf(500)));
    return 500;
  }
  if (wrong === 'reset' || wrong === 'stored-then-reset') response.socket?.resetAndDestroy();
  if (typeof wrong !== 'object') return 0;
  const body = bodyOf(wrong.status, wrong.description, wrong.parameters);
  say(wrong.status, JSON.stringify(body));
  return wrong.status;
};

/** Answers `/bot<token>/<method>` as the Bot API does. */
export const apiServer = (inside: Inside) => {
  const { world, faults } = inside;
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const at = world.clock.now();
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, token = '', method = ''] = /^\/bot([^/]*)\/(\w+)$/.exec(url.pathname) ?? [];
    const params = (await paramsOf(request, method, url.searchParams)) ?? null;
    const say = (status: number, text: string): void => {
      response.statusCode = status;
      if (!response.hasHeader('content-type')) response.setHeader('content-type', 'application/json');
      response.end(text);
    };
    const record = (status: number, reply: Json, fault?: string): void =>
      world.transcript.record({
        at,
        kind: 'call',
        what: method,
        body: params,
        status,
        reply,
        ...(fault === undefined ? {} : { fault }),
      });
    const call = (): Promise<Fields> =>
      answered(async () => {
        if (decodeURIComponent(token) !== inside.token) throw new ApiError(401, 'Unauthorized');
        if (params === null) throw bad("can't parse request: the body is no JSON object");
        return perform(inside, method, params, left => response.once('close', left));
      });
    const fault = faults.take(method, params?.chat_id);
    if (fault !== null) {
      const stored = textOf(typeof fault.wrong === 'string' ? fault.wrong : '').startsWith('stored');
      const reply = stored ? await call() : null;
      record(spoil(response, fault, say), reply, describe(fault));
      return;
    }
    const body = await call();
    if (response.destroyed) {
      record(0, null, 'the client went away');
      return;
    }
    record(statusOf(body), body);
    if (method === 'getUpdates' && Array.isArray(body.result))
      for (const update of body.result.map(fieldsOf))
        world.transcript.record({ at, kind: 'update', what: kindOf(update), body: update });
    say(statusOf(body), JSON.stringify(body));
  };
};
