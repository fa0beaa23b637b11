import type { Answer } from '../../core/answer.ts';
import { type Body, FORMS } from '../../render/discord/payload.ts';
import type { Asking } from '../common/asking.ts';
import type { Log } from '../common/log.ts';
import type { Metrics, Outcome } from '../common/metrics.ts';
import type { Previous } from '../common/previous.ts';
import type { Limited } from '../common/user-limit.ts';
import { type Api, CODES, codeOf } from './api.ts';
import type { OpenQuestions } from './open-questions.ts';
import type { Draw } from './present.ts';

export const DISCORD = 'discord';

/** What the handlers of one life share. */
export interface Context {
  readonly api: Api;
  readonly open: OpenQuestions;
  /** Aborted when nothing more is to be sent. */
  readonly ending: AbortSignal;
  readonly asking: Asking;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Whether an id is seen for the first time. */
  readonly isNew: (id: string) => boolean;
  readonly limit: (user: string) => Limited;
  readonly previous: Previous;
  /** To be told when Discord refuses the token: discord.js forgets it then. */
  readonly refused: () => void;
}

export const outcomeOf = ({ refused }: Answer): Outcome => (refused ? 'refused' : 'answered');

/**
 * Sends a message in the richest form that is taken.
 * @throws what the last form was refused with
 */
export const sendDrawn = async (draw: Draw, send: (body: Body) => Promise<void>, log: Log): Promise<void> => {
  for (const form of FORMS) {
    try {
      await send(draw(form));
      return;
    } catch (error) {
      if (codeOf(error) !== CODES.invalidBody || form === FORMS.at(-1)) throw error;
      log.warn(
        { platform: DISCORD, form, err: error },
        'the message was refused; it is sent in a plainer form',
      );
    }
  }
};
