import type { IncomingMessage, ServerResponse } from 'node:http';
import { at, fieldsOf, type Json, listOf, numberOf, textOf } from '../json.ts';
import type { EmulatorClock } from './clock.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { Place } from './interact.ts';
import { receive } from './rest/body.ts';
import type { Fault, Faults } from './rest/faults.ts';
import { type Seen, seen } from './seen.ts';
import type { Transcript } from './transcript.ts';
import type { Chosen } from './typed.ts';
import type { Person } from './user.ts';
import type { World } from './world.ts';

/** Where the emulator is steered by HTTP, for programs that cannot call it. */
export const CONTROL = '/_emulator';

export interface Controlled {
  readonly world: World;
  readonly transcript: Transcript;
  readonly faults: Faults;
  readonly gateway: Gateway;
  readonly user: Person;
  readonly clock: EmulatorClock;
}

/** `{"kind": "status", "status": 503, "match": "POST /channels/", "times": 3}`; the kinds that need no more than that. */
const faultOf = (value: Json): Fault => {
  const match = textOf(at(value, 'match'));
  const shared = { ...(match === '' ? {} : { match }), times: numberOf(at(value, 'times')) || 1 };
  const kind = textOf(at(value, 'kind'));
  const status = numberOf(at(value, 'status')) || 503;
  if (kind === 'status') return { kind, status, retryAfter: numberOf(at(value, 'retryAfter')), ...shared };
  if (kind === 'html') return { kind, status, ...shared };
  if (kind === 'reset' || kind === 'hang') return { kind, ...shared };
  if (kind === 'slow') return { kind, milliseconds: numberOf(at(value, 'milliseconds')), ...shared };
  if (kind === 'stored') return { kind, answer: numberOf(at(value, 'answer')) || 'reset', ...shared };
  throw new Error(`there is no fault "${kind}"`);
};

const chosenOf = (value: Json): Chosen =>
  Object.fromEntries(
    Object.entries(fieldsOf(value)).filter(
      (entry): entry is [string, string | number | boolean] =>
        entry[1] !== null && typeof entry[1] !== 'object',
    ),
  );

const placeOf = (value: Json): Place => {
  const channel = textOf(at(value, 'channel'));
  return {
    ...(channel === '' ? {} : { channel }),
    direct: at(value, 'direct') === true,
    elsewhere: at(value, 'elsewhere') === true,
  };
};

type Act = (controlled: Controlled, body: Json) => unknown;

const on = ({ world }: Controlled, body: Json): Seen => seen(world, textOf(at(body, 'message')), null);

const ACTS: ReadonlyMap<string, Act> = new Map<string, Act>([
  ['GET /transcript', ({ transcript: { entries, violations } }) => ({ entries, violations })],
  ['POST /faults', ({ faults }, body) => faults.add(...listOf(body).map(faultOf))],
  ['POST /clock', ({ clock }, body) => clock.advance(numberOf(at(body, 'advance')))],
  ['POST /gateway/cut', ({ gateway }) => gateway.cut()],
  ['POST /gateway/reconnect', ({ gateway }) => gateway.reconnect()],
  ['POST /gateway/close', ({ gateway }, body) => gateway.close(numberOf(at(body, 'code')))],
  [
    'POST /user/slash',
    ({ user }, body) => user.slash(textOf(at(body, 'name')), chosenOf(at(body, 'options')), placeOf(body)),
  ],
  [
    'POST /user/autocomplete',
    ({ user }, body) =>
      user.autocomplete(textOf(at(body, 'name')), chosenOf(at(body, 'options')), undefined, placeOf(body)),
  ],
  ['POST /user/click', (all, body) => all.user.click(on(all, body), textOf(at(body, 'label')))],
  [
    'POST /user/select',
    (all, body) => all.user.select(on(all, body), listOf(at(body, 'values')).map(textOf)),
  ],
  ['POST /user/mention', ({ user }, body) => user.mention(textOf(at(body, 'text')), placeOf(body))],
  ['POST /user/dm', ({ user }, body) => user.dm(textOf(at(body, 'text')))],
]);

/** Does what the path says, and answers with what came of it; 400 with one line where that is impossible. */
export const control = async (
  controlled: Controlled,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const act = ACTS.get(`${request.method} ${(request.url ?? '').slice(CONTROL.length)}`);
  const answer = (status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? null));
  };
  if (act === undefined) return answer(404, { error: `possible are ${[...ACTS.keys()].join(', ')}` });
  try {
    const { body } = await receive(request);
    answer(200, await act(controlled, body ?? null));
  } catch (error) {
    answer(400, { error: error instanceof Error ? error.message : String(error) });
  }
};
