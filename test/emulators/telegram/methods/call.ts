import type { Fields, Json } from '../../json.ts';
import type { Updates } from '../updates.ts';
import type { Webhook } from '../webhook.ts';
import type { World } from '../world.ts';

/** One call of the bot, with all that it may touch. */
export interface Call {
  readonly method: string;
  readonly params: Fields;
  readonly world: World;
  readonly updates: Updates;
  readonly webhook: Webhook;
  /** Registers what is to be done when the client hangs up. */
  readonly gone: (left: () => void) => void;
}

/** Gives the result; throws ApiError. */
export type Method = (call: Call) => Json | Promise<Json>;
export type Methods = Readonly<Record<string, Method>>;
