import { z } from 'zod';
import type { Asker } from '../../core/command.ts';
import { whereaboutsOf } from './whereabouts.ts';
import { WORDS } from './words.ts';

/** What the gateway sends is taken apart by discord.js and by no schema: only what is used is asked for here. */
const user = z.object({ id: z.string(), bot: z.boolean().optional() });

const option = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
});

const common = {
  id: z.string(),
  application_id: z.string(),
  token: z.string(),
  channel_id: z.string().optional(),
  channel: z
    .object({ id: z.string(), type: z.number(), parent_id: z.string().nullable().optional() })
    .optional(),
  /** What the bot itself may do there. */
  app_permissions: z
    .string()
    .regex(/^\d{1,30}$/)
    .optional(),
  authorizing_integration_owners: z.record(z.string(), z.string()).optional(),
  user: user.optional(),
  member: z
    .object({
      user,
      permissions: z
        .string()
        .regex(/^\d{1,30}$/)
        .optional(),
    })
    .optional(),
};

const commandData = z.object({ name: z.string(), options: z.array(option).default([]) });

const interaction = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal(2), data: commandData }),
  z.object({ ...common, type: z.literal(4), data: commandData }),
  z.object({
    ...common,
    type: z.literal(3),
    data: z.object({ custom_id: z.string(), values: z.array(z.string()).default([]) }),
    message: z.object({ flags: z.number().default(0) }),
  }),
]);

const message = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().optional(),
  webhook_id: z.string().optional(),
  author: user,
  content: z.string(),
  mentions: z.array(z.object({ id: z.string() })).default([]),
});

type InteractionEvent = z.infer<typeof interaction>;
export type CommandEvent = Extract<InteractionEvent, { type: 2 }>;
export type TypingEvent = Extract<InteractionEvent, { type: 4 }>;
export type ComponentEvent = Extract<InteractionEvent, { type: 3 }>;
export type MessageEvent = z.infer<typeof message>;

/** @returns null for what is malformed, or of a kind that nobody here has asked for */
export const readInteraction = (data: unknown): InteractionEvent | null => {
  const read = interaction.safeParse(data);
  return read.success ? read.data : null;
};

export const readMessage = (data: unknown): MessageEvent | null => {
  const read = message.safeParse(data);
  return read.success ? read.data : null;
};

const ADMINISTRATOR = 1n << 3n;
const MANAGE_SERVER = 1n << 5n;

/** Who asks, and whether the server lets them manage it; nobody manages a chat of two. */
export const askerOf = (event: InteractionEvent): Asker => {
  const permissions = BigInt(event.member?.permissions ?? '0');
  const at = whereaboutsOf(event);
  return {
    name: `discord:${userOf(event)}`,
    admin: (permissions & (ADMINISTRATOR | MANAGE_SERVER)) !== 0n,
    ...(at === null ? {} : { at }),
    lacks: event.member === undefined ? WORDS.aServer : WORDS.manageServer,
  };
};

/**
 * Who asks, with no more rights than all who see the answer: names of processes and addresses of feeds are for
 * administrators alone, and what one of them asks openly is read by everybody.
 */
export const askerFor = (event: InteractionEvent, isAlone: boolean): Asker => {
  const asker = askerOf(event);
  return isAlone ? asker : { ...asker, admin: false };
};

/** Who acts; in servers it is a member. */
export const userOf = ({ user: direct, member }: InteractionEvent): string =>
  member?.user.id ?? direct?.id ?? '';
