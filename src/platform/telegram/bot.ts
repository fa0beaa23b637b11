import { randomBytes } from 'node:crypto';
import type { Courier } from '../../digest/ports.ts';
import type { Flushed } from '../common/after-flush.ts';
import type { Asking } from '../common/asking.ts';
import type { Part } from '../common/health.ts';
import { createInFlight } from '../common/in-flight.ts';
import type { Log } from '../common/log.ts';
import type { MenuWords } from '../common/menu-words.ts';
import type { Metrics } from '../common/metrics.ts';
import { createPrevious } from '../common/previous.ts';
import { createRecent } from '../common/recent.ts';
import { Fatal, type Supervised } from '../common/supervise.ts';
import { userLimit } from '../common/user-limit.ts';
import { type Api, createApi } from './api.ts';
import { keptBudget } from './budget.ts';
import { adminCheck } from './chats.ts';
import { type Context, TELEGRAM } from './context.ts';
import { createTelegramCourier } from './courier.ts';
import { receiveDeliveries } from './deliveries.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { createKeptAnswers } from './kept-answers.ts';
import type { Memory } from './memory.ts';
import { writeMenus } from './menus.ts';
import { poll, telegramEnd } from './poll.ts';
import { createSender } from './sender.ts';
import { readMe } from './updates.ts';
import { rightsCheck } from './whereabouts.ts';
import { WORDS } from './words.ts';

export interface TelegramParts {
  readonly token: string;
  readonly api: string | null;
  /** Public address at which Telegram delivers updates; null: they are asked for. */
  readonly webhook: string | null;
  readonly secret: string | null;
  /** Where the updates of a webhook arrive on this machine. */
  readonly host: string;
  readonly port: number;
  readonly memory: Memory;
  readonly asking: Asking;
  readonly menuWords: MenuWords;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly flushed: Flushed;
}

/** How long a stop waits for answers that have begun, in milliseconds. */
const GRACE = 8_000;
/** Updates remembered in a run, beside those that are remembered on the disk. */
const MOST_RECENT = 20_000;
/** Milliseconds without a word of Telegram after which the bot is said not to serve. */
const SILENCE = 90_000;

/** Told of each word of Telegram, and of what is wrong with its deliveries. */
type Hear = (problem: string | null) => void;

/** The Telegram bot: one life at a time, to be supervised, and what to say of its health. */
export const createTelegramBot = (
  parts: TelegramParts,
): Pick<Supervised, 'name' | 'run'> & { readonly part: Part; readonly courier: Courier } => {
  const { token, webhook, memory, asking, log, metrics, flushed } = parts;
  const now = (): number => asking.now().getTime();
  const way = webhook === null ? 'polling' : 'webhook';
  const [ending, refusal, work] = [new AbortController(), new AbortController(), createInFlight()];
  const api: Api = createApi(token, parts.api, ending.signal, flushed);
  // A digest that is on its way is not cut off when answers are: it would be uncertain.
  const lasting = createApi(token, parts.api, new AbortController().signal, flushed);
  const budget = keptBudget(memory, asking.now);
  const refused = (): void => refusal.abort();
  const secret = parts.secret ?? randomBytes(24).toString('hex');
  let inbox: Inbox | null = null;
  let [heard, detail] = [0, 'starting'];
  const serves = (): boolean => now() - heard < SILENCE;
  metrics.watch(TELEGRAM, serves);

  const openInbox = (me: Context['me'], signal: AbortSignal): Inbox => {
    const context: Context = {
      asking,
      log,
      memory,
      metrics,
      me,
      sender: createSender({ api, memory, budget, log, now: asking.now, ending: ending.signal, refused }),
      isNew: createRecent(MOST_RECENT),
      limit: userLimit(now),
      previous: createPrevious(),
      keptAnswers: createKeptAnswers(),
      isAdmin: adminCheck(api, now),
      rights: rightsCheck(api, me.id),
    };
    const opened = createInbox(context, work, signal);
    opened.resume();
    return opened;
  };

  /** Once a run: what they say does not change. */
  let areMenusKept = false;
  const keepMenus = (signal: AbortSignal): void => {
    if (areMenusKept) return;
    areMenusKept = true;
    void writeMenus(api, asking.commands, parts.menuWords, signal).then(
      written => log.info({ platform: TELEGRAM, written }, 'the menus of commands are up to date'),
      (error: unknown) => {
        areMenusKept = false;
        if (!signal.aborted) log.warn({ platform: TELEGRAM, err: error }, 'the menus were not written');
      },
    );
  };

  const receive = async (take: Inbox['take'], hear: Hear, signal: AbortSignal): Promise<void> => {
    if (webhook === null) {
      await api.call('deleteWebhook', { drop_pending_updates: false });
      return poll(api, take, () => hear(null), now, signal);
    }
    const kept = async (data: unknown): Promise<void> => {
      take(data);
      await flushed();
    };
    const place = { host: parts.host, port: parts.port, secret };
    return receiveDeliveries({ api, address: webhook, place, log, now }, kept, hear, signal);
  };

  const run: Supervised['run'] = async (signal, up) => {
    const ends = AbortSignal.any([signal, refusal.signal]);
    let isUp = false;
    const hear: Hear = problem => {
      detail = problem === null ? way : WORDS.cannotDeliver(problem);
      if (problem !== null) return;
      heard = now();
      if (!isUp) up();
      isUp = true;
    };
    try {
      const me = readMe.parse(await api.call('getMe', {}));
      inbox ??= openInbox(me, signal);
      keepMenus(signal);
      await receive(inbox.take, hear, ends);
      if (refusal.signal.aborted) throw new Fatal(WORDS.tokenRefused);
    } catch (error) {
      [heard, detail] = [0, 'cut off'];
      throw telegramEnd(error);
    } finally {
      metrics.happened(TELEGRAM, 'ended');
      if (signal.aborted) {
        const left = await work.settled(GRACE);
        if (left > 0) log.warn({ platform: TELEGRAM, left }, 'answers were not finished; they are kept');
        ending.abort();
      }
    }
  };
  return {
    name: TELEGRAM,
    run,
    courier: createTelegramCourier({ api: lasting, budget, memory, now: asking.now, log, refused }),
    part: { name: TELEGRAM, state: () => ({ ok: serves(), detail }) },
  };
};
