import { isList, type Json, listOf, numberOf, textOf } from '../../json.ts';
import { ApiError } from '../problem.ts';
import type { Methods } from './call.ts';

const kinds = (value: Json | undefined): readonly string[] | undefined =>
  value === undefined ? undefined : listOf(value).map(textOf);

const number = (value: Json | undefined): number | undefined =>
  value === undefined ? undefined : numberOf(value);

/** How updates reach the bot. */
export const receive: Methods = {
  getUpdates: async ({ params, updates, webhook, gone }) => {
    if (webhook.set())
      throw new ApiError(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    const found = await updates.poll(
      {
        offset: number(params.offset),
        limit: number(params.limit),
        timeout: number(params.timeout),
        allowed: kinds(params.allowed_updates),
      },
      gone,
    );
    return [...found];
  },
  setWebhook: ({ params, updates, webhook }) => {
    if (params.drop_pending_updates === true) updates.drop();
    updates.allow(isList(params.allowed_updates) ? kinds(params.allowed_updates) : undefined);
    webhook.change({
      url: textOf(params.url),
      secret: textOf(params.secret_token),
      most: number(params.max_connections) ?? 40,
    });
    if (webhook.set()) updates.interrupt('setWebhook request');
    return true;
  },
  deleteWebhook: ({ params, updates, webhook }) => {
    if (params.drop_pending_updates === true) updates.drop();
    webhook.change({ url: '', secret: '', most: 40 });
    return true;
  },
  getWebhookInfo: ({ webhook }) => webhook.info(),
  close: () => true,
  logOut: () => true,
};
