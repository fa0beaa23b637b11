import { TelegramError } from 'telegraf';
import { z } from 'zod';

const reply = z.union([
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error_code: z.number(),
    description: z.string(),
    parameters: z
      .object({ retry_after: z.number().exactOptional(), migrate_to_chat_id: z.number().exactOptional() })
      .exactOptional(),
  }),
]);

/** A file of text to be sent. */
export interface Attachment {
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  readonly text: string;
}

export const formOf = (payload: object, field: string, { name, type, text }: Attachment): FormData => {
  const form = new FormData();
  for (const [key, value] of Object.entries(payload))
    form.set(key, typeof value === 'string' ? value : JSON.stringify(value));
  form.set(field, new Blob([text], { type }), name);
  return form;
};

/**
 * Posts a form. telegraf's own uploads never end on the Node that this runs on.
 * @throws a TelegramError where Telegram refuses, what fetch throws where there is no answer
 */
export const uploadTo = async (url: string, form: FormData, signal: AbortSignal): Promise<unknown> => {
  const response = await fetch(url, { method: 'POST', body: form, signal });
  const read = reply.parse(await response.json());
  if (read.ok) return read.result;
  throw new TelegramError(read);
};
