import { Telegram, TelegramError } from 'telegraf';
import { type Fields, fieldsOf, parseJson } from '../json.ts';
import type { TelegramEmulator } from './start.ts';

/** A bare client of the emulator, without a loop: calls alone. */
export const clientOf = ({ token, apiRoot }: TelegramEmulator): Telegram => new Telegram(token, { apiRoot });

/** Any call at all, whatever it holds. */
export const raw = async (
  { token, apiRoot }: TelegramEmulator,
  method: string,
  params: object | string = {},
): Promise<Fields> => {
  const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof params === 'string' ? params : JSON.stringify(params),
  });
  return fieldsOf(parseJson(await response.text())?.value);
};

/** What a call was refused with; `fine` where it was not. */
export const refusal = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return 'fine';
  } catch (error) {
    if (error instanceof TelegramError) return error.description;
    throw error;
  }
};
