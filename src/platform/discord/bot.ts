import { Events } from 'discord.js';
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
import type { Supervised } from '../common/supervise.ts';
import { userLimit } from '../common/user-limit.ts';
import { createApi, isUnauthorized } from './api.ts';
import { commandBodies } from './commands.ts';
import { type Context, DISCORD } from './context.ts';
import { createDiscordCourier } from './courier.ts';
import { handleInteraction } from './interactions.ts';
import { handleMessage } from './messages.ts';
import type { OpenQuestions } from './open-questions.ts';
import { registerCommands } from './register.ts';
import { resumeAll } from './resume.ts';
import { createClient, listen, openSession } from './session.ts';

export interface DiscordParts {
  readonly token: string;
  readonly api: string | null;
  readonly guild: string | null;
  readonly asking: Asking;
  readonly menuWords: MenuWords;
  readonly open: OpenQuestions;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly flushed: Flushed;
}

/** How long a stop waits for answers that have begun, in milliseconds. */
const GRACE = 8_000;
/** Interactions remembered, so that one that arrives twice is answered once. */
const MOST_RECENT = 20_000;

/** The Discord bot: one life at a time, to be supervised, and what to say of its health. */
export const createDiscordBot = ({
  token,
  api,
  guild,
  asking,
  menuWords,
  open,
  log,
  metrics,
  flushed,
}: DiscordParts): Pick<Supervised, 'name' | 'run'> & { readonly part: Part; readonly courier: Courier } => {
  const now = (): number => asking.now().getTime();
  // These outlive a connection: what was answered in one is not answered again in the next.
  const lasting = {
    asking,
    log,
    metrics,
    open,
    isNew: createRecent(MOST_RECENT),
    limit: userLimit(now),
    previous: createPrevious(),
  };
  let serves = (): boolean => false;
  let detail = (): string => 'starting';
  metrics.watch(DISCORD, () => serves());

  const run: Supervised['run'] = async (signal, up) => {
    const client = createClient({ token, api });
    const [ending, work] = [new AbortController(), createInFlight()];
    const session = openSession(client, { token, api }, { log, now, signal });
    [serves, detail] = [session.serves, session.detail];
    const context: Context = {
      ...lasting,
      api: createApi(client.rest, ending.signal, flushed),
      ending: ending.signal,
      refused: session.refused,
    };
    listen(client, {
      interaction: data => work.add(handleInteraction(data, context)),
      message: data => {
        if (client.user !== null) work.add(handleMessage(data, client.user.id, context));
      },
    });
    const register = async (application: string): Promise<void> => {
      try {
        const bodies = commandBodies(asking.commands, guild === null, menuWords);
        const written = await registerCommands(client.rest, { application, guild }, bodies, signal);
        log.info({ platform: DISCORD, written }, 'the commands are registered');
      } catch (error) {
        if (isUnauthorized(error)) session.refused();
        else if (!signal.aborted)
          log.error({ platform: DISCORD, err: error }, 'the commands are not registered');
      }
    };
    client.once(Events.ClientReady, ready => {
      up();
      work.add(resumeAll(context));
      void register(ready.application.id);
    });
    try {
      await session.ended;
    } finally {
      const left = await work.settled(GRACE);
      if (left > 0) log.warn({ platform: DISCORD, left }, 'answers were not finished');
      ending.abort();
      metrics.happened(DISCORD, 'ended');
      await session.close();
    }
  };
  return {
    name: DISCORD,
    run,
    courier: createDiscordCourier({ token, api, now: asking.now, log }),
    part: { name: DISCORD, state: () => ({ ok: serves(), detail: detail() }) },
  };
};
