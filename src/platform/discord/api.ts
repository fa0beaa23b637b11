import { Buffer } from 'node:buffer';
import { setTimeout as pause } from 'node:timers/promises';
import { DiscordAPIError, HTTPError, type REST, Routes } from 'discord.js';
import type { Body } from '../../render/discord/payload.ts';
import { afterFlush, type Flushed } from '../common/after-flush.ts';

/** Codes of Discord's errors that say what to do next. */
export const CODES = {
  unknownInteraction: 10062,
  acknowledged: 40060,
  invalidBody: 50035,
  missingAccess: 50001,
  missingPermissions: 50013,
  noHistory: 160002,
  alreadyCrossposted: 40033,
} as const;

/** Of an answer of Discord; null for what never reached it or came back as something else. */
export const codeOf = (error: unknown): number | null =>
  error instanceof DiscordAPIError ? Number(error.code) : null;

const statusOf = (error: unknown): number | null =>
  error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : null;

/** Whether another attempt may succeed: the server failed, or the line did. */
const isPassing = (error: unknown): boolean => {
  const status = statusOf(error);
  return status === null || status >= 500;
};

export const isUnauthorized = (error: unknown): boolean => statusOf(error) === 401;

/** Milliseconds between attempts; the last is repeated. */
const PAUSES = [200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600];

/**
 * Repeats what may be repeated: an edit, or a message with a nonce. discord.js would, but without a pause.
 * @param signal ends the attempts
 * @throws what the last attempt threw
 */
export const persist = async <T>(attempt: (tries: number) => Promise<T>, signal: AbortSignal): Promise<T> => {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt(tries);
    } catch (error) {
      if (!isPassing(error) || signal.aborted) throw error;
      await pause(PAUSES[Math.min(tries, PAUSES.length - 1)], undefined, { signal }).catch(() => undefined);
      if (signal.aborted) throw error;
    }
  }
};

/** The longest an interaction may wait for its first response, in milliseconds, less what the way takes. */
const FIRST_RESPONSE = 2_800;

/** The longest an interaction may be edited, in milliseconds: 15 minutes, less what the way takes. */
export const TOKEN_LIFE = 14 * 60_000 + 45_000;

export interface Interaction {
  readonly id: string;
  readonly application_id: string;
  readonly token: string;
}

/** A message, with the files that go beside it. */
export interface Sendable extends Partial<Body> {
  readonly nonce?: string;
  readonly enforce_nonce?: boolean;
  readonly message_reference?: { readonly message_id: string; readonly fail_if_not_exists: boolean };
}

export interface Api {
  /** The first response. @returns whether it counts: false when Discord gave it up or somebody else responded */
  readonly respond: (interaction: Interaction, type: number, data: object | null) => Promise<boolean>;
  /** Puts the answer where the first response holds its place. */
  readonly edit: (interaction: Interaction, body: Sendable) => Promise<void>;
  /** A message of its own beside the first response; it is not repeated, since it has no nonce. */
  readonly follow: (interaction: Interaction, body: Sendable) => Promise<void>;
  readonly removeResponse: (interaction: Interaction) => Promise<void>;
  /** A message to a channel; the nonce makes a repeated one the same one. */
  readonly post: (channel: string, nonce: string, body: Sendable) => Promise<void>;
}

/** A body with its files as the library sends them. */
const sending = ({ files = [], ...body }: Sendable) => ({
  body,
  ...(files.length === 0
    ? {}
    : { files: files.map(({ name, type, text }) => ({ name, contentType: type, data: Buffer.from(text) })) }),
});

/** @param ending aborted when nothing more is to be sent */
const openApi = (rest: REST, ending: AbortSignal): Api => {
  const within = (milliseconds: number): AbortSignal =>
    AbortSignal.any([ending, AbortSignal.timeout(milliseconds)]);
  const original = ({ application_id, token }: Interaction): `/${string}` =>
    Routes.webhookMessage(application_id, token, '@original');
  return {
    respond: async ({ id, token }, type, data) => {
      const signal = within(FIRST_RESPONSE);
      const body = data === null ? { type } : { type, data };
      let tries = 0;
      try {
        await persist(count => {
          tries = count;
          return rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal });
        }, signal);
        return true;
      } catch (error) {
        // A response whose receipt was lost counts all the same.
        if (codeOf(error) === CODES.acknowledged) return tries > 0;
        if (codeOf(error) === CODES.unknownInteraction || signal.aborted) return false;
        throw error;
      }
    },
    edit: async (interaction, body) => {
      const signal = within(TOKEN_LIFE);
      const options = { ...sending(body), auth: false, signal };
      await persist(() => rest.patch(original(interaction), options), signal);
    },
    follow: async ({ application_id, token }, body) => {
      await rest.post(Routes.webhook(application_id, token), {
        ...sending(body),
        auth: false,
        signal: within(TOKEN_LIFE),
      });
    },
    removeResponse: async interaction => {
      await rest.delete(original(interaction), { auth: false, signal: within(TOKEN_LIFE) });
    },
    post: async (channel, nonce, body) => {
      const signal = within(TOKEN_LIFE);
      const options = { ...sending({ ...body, nonce, enforce_nonce: true }), signal };
      await persist(() => rest.post(Routes.channelMessages(channel), options), signal);
    },
  };
};

/**
 * @param ending aborted when nothing more is to be sent
 * @param flushed waited for before each call
 */
export const createApi = (rest: REST, ending: AbortSignal, flushed: Flushed): Api => {
  const { respond, edit, follow, removeResponse, post } = openApi(rest, ending);
  return {
    respond: afterFlush(flushed, respond),
    edit: afterFlush(flushed, edit),
    follow: afterFlush(flushed, follow),
    removeResponse: afterFlush(flushed, removeResponse),
    post: afterFlush(flushed, post),
  };
};
