import { Telegram, TelegramError } from 'telegraf';
import { z } from 'zod';
import type { Flushed } from '../common/after-flush.ts';
import { type Attachment, formOf, uploadTo } from './upload.ts';

/**
 * What a failed call means. `unsent`: it never reached Telegram; `uncertain`: it may have been carried out; `refused`: it
 * was not, and would not be again.
 */
export type Fault =
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'unauthorized' | 'conflict' | 'unsent' | 'uncertain' }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'refused'; readonly code: number; readonly description: string };

/** Errors of the line before anything was sent. */
const UNSENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'EAI_FAIL'];

const lineError = z.object({ code: z.string() });
/** What fetch throws has the error of the line inside. */
const fetchError = z.object({ cause: lineError });

const ofResponse = ({ code, description, parameters }: TelegramError): Fault => {
  const moved = parameters?.migrate_to_chat_id;
  if (code === 429) return { kind: 'wait', seconds: Math.max(1, parameters?.retry_after ?? 1) };
  // A token that is no token at all is "not found".
  if (code === 401 || (code === 404 && description === 'Not Found')) return { kind: 'unauthorized' };
  if (code === 409) return { kind: 'conflict' };
  if (moved !== undefined) return { kind: 'moved', to: String(moved) };
  if (code === 503) return { kind: 'unsent' };
  return code >= 500 ? { kind: 'uncertain' } : { kind: 'refused', code, description };
};

export const faultOf = (error: unknown): Fault => {
  if (error instanceof TelegramError) return ofResponse(error);
  const [line, inside] = [lineError.safeParse(error), fetchError.safeParse(error)];
  const code = line.success ? line.data.code : inside.success ? inside.data.cause.code : '';
  return { kind: UNSENT.includes(code) ? 'unsent' : 'uncertain' };
};

/** Milliseconds after which a call is given up whose answer does not come. */
const CALL_LIFE = 30_000;

export interface Api {
  /** @throws what `faultOf` explains */
  readonly call: (
    method: string,
    payload: object,
    milliseconds?: number,
    stop?: AbortSignal,
  ) => Promise<unknown>;
  /**
   * A call with a file, which stands in the field of that name.
   * @throws what `faultOf` explains
   */
  readonly upload: (method: string, payload: object, field: string, file: Attachment) => Promise<unknown>;
}

const OFFICIAL = 'https://api.telegram.org';

/**
 * @param ending aborted when nothing more is to be sent
 * @param flushed waited for before each call
 */
export const createApi = (
  token: string,
  root: string | null,
  ending: AbortSignal,
  flushed: Flushed = async () => {},
): Api => {
  const client = new Telegram(token, { webhookReply: false, ...(root === null ? {} : { apiRoot: root }) });
  return {
    call: async (method, payload, milliseconds = CALL_LIFE, stop = ending) => {
      await flushed();
      const signal = AbortSignal.any([ending, stop, AbortSignal.timeout(milliseconds)]);
      // telegraf lists the methods of its day; newer ones go the same way.
      const result: unknown = await Reflect.apply(client.callApi, client, [method, payload, { signal }]);
      return result;
    },
    upload: async (method, payload, field, file) => {
      await flushed();
      return await uploadTo(
        `${root ?? OFFICIAL}/bot${token}/${method}`,
        formOf(payload, field, file),
        AbortSignal.any([ending, AbortSignal.timeout(CALL_LIFE)]),
      );
    },
  };
};
