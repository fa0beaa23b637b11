import { type Fields, given, type Json, numberOf } from '../json.ts';
import { bad } from './problem.ts';
import { kindOf, queueOf, type Updates } from './updates.ts';
import type { World } from './world.ts';

export interface WebhookSetting {
  readonly url: string;
  readonly secret: string;
  readonly most: number;
}

/** Delivers updates to the bot's address, again with growing pauses until it says 2xx. */
export interface Webhook {
  readonly set: () => boolean;
  readonly change: (setting: WebhookSetting) => void;
  readonly info: () => Fields;
  /** What is delivered to this https address arrives at that one of this machine, as behind a proxy of the bot's own. */
  readonly front: (address: string, to: string) => void;
  /** Loses the receipts of so many of the next deliveries: they are made once more. */
  readonly lose: (receipts: number) => void;
  readonly stop: () => void;
}

const OFF: WebhookSetting = { url: '', secret: '', most: 40 };
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;
const PATIENCE = 60_000;

const PORTS = ['', '80', '88', '443', '8443'];

const isHere = (url: URL): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);

const check = (address: string): void => {
  if (address === '') return;
  if (!URL.canParse(address)) throw bad('bad webhook: invalid webhook URL specified');
  const url = new URL(address);
  if (url.protocol !== 'https:' && !isHere(url))
    throw bad('bad webhook: An HTTPS URL must be provided for webhook');
  if (!PORTS.includes(url.port) && !isHere(url))
    throw bad('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
};

/** `reply` is given what the bot answers a delivery with: a call in the body of the response. */
export const makeWebhook = (world: World, updates: Updates, reply: (call: Json) => void): Webhook => {
  let setting = OFF;
  let failed: { readonly at: number; readonly why: string } | null = null;
  let stopped = false;
  let lost = 0;
  const fronts = new Map<string, string>();
  const busy = new Set<number>();
  const chats = new Set<Json>();
  const pauses = new Map<number, number>();
  const waits = new Set<() => void>();
  const record = (update: Fields, status: number): void =>
    world.transcript.record({
      at: world.clock.now(),
      kind: 'webhook',
      what: kindOf(update),
      body: update,
      status,
    });
  const deliver = async (update: Fields, { url, secret }: WebhookSetting): Promise<string | null> => {
    try {
      const response = await fetch(fronts.get(url) ?? url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret === '' ? {} : { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.timeout(PATIENCE),
      });
      const body = await response.text();
      record(update, response.status);
      if (lost > 0) {
        lost--;
        return 'Read timeout expired';
      }
      if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`;
      if (body.startsWith('{')) reply(JSON.parse(body));
      return null;
    } catch (error) {
      record(update, 0);
      return error instanceof Error && error.name === 'TimeoutError'
        ? 'Read timeout expired'
        : 'Connection refused';
    }
  };
  const one = async (update: Fields, id: number, queue: Json): Promise<void> => {
    const problem = await deliver(update, setting);
    chats.delete(queue);
    if (problem === null) {
      updates.confirm(id);
      pauses.delete(id);
      busy.delete(id);
    } else {
      failed = { at: world.seconds(), why: problem };
      const pause = Math.min(LONGEST_PAUSE, (pauses.get(id) ?? FIRST_PAUSE / 2) * 2);
      pauses.set(id, pause);
      chats.add(queue);
      const back = world.clock.after(pause, () => {
        waits.delete(back);
        chats.delete(queue);
        busy.delete(id);
        pump();
      });
      waits.add(back);
    }
    pump();
    world.transcript.changed();
  };
  const pump = (): void => {
    if (stopped || setting.url === '') return;
    for (const update of updates.pending()) {
      const [id, queue] = [numberOf(update.update_id), queueOf(update)];
      if (busy.size >= setting.most) return;
      if (busy.has(id) || chats.has(queue)) continue;
      busy.add(id);
      chats.add(queue);
      void one(update, id, queue);
    }
  };
  updates.listen(pump);
  const forget = (): void => {
    for (const back of waits) back();
    waits.clear();
    busy.clear();
    chats.clear();
    pauses.clear();
  };
  return {
    set: () => setting.url !== '',
    change: next => {
      check(next.url);
      forget();
      setting = next;
      failed = null;
      pump();
      world.transcript.changed();
    },
    info: () =>
      given({
        url: setting.url,
        has_custom_certificate: false,
        pending_update_count: updates.pending().length,
        last_error_date: failed?.at,
        last_error_message: failed?.why,
        max_connections: setting.url === '' ? undefined : setting.most,
        allowed_updates: updates.allowed().length === 0 ? undefined : [...updates.allowed()],
      }),
    front: (address, to) => {
      fronts.set(address, to);
    },
    lose: receipts => {
      lost = receipts;
    },
    stop: () => {
      stopped = true;
      forget();
    },
  };
};
