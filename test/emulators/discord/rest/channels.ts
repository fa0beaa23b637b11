import { at, type Fields, fieldsOf, listOf, numberOf, textOf } from '../../json.ts';
import { editMessage, postMessage } from '../messages.ts';
import { Breach, missingPermissions, Refusal, tooMany, unknown } from '../problem.ts';
import { showChannel, showUser } from '../show.ts';
import { addChannel, directChannel, type Message } from '../world.ts';
import {
  announce,
  type Call,
  channelOf,
  checkMessage,
  type Handler,
  INTENT,
  messageIntent,
  NOTHING,
  need,
  ok,
} from './call.ts';

const HOUR = 3600 * 1000;
const CROSSPOSTS_AN_HOUR = 10;
/** Discord does not say how many; few are meant. */
const LATE_EDITS_AN_HOUR = 3;
const NONCE_LIFE = 5 * 60 * 1000;
const ANNOUNCEMENTS = 5;
const CROSSPOSTED = 1;

const messageOf = ({ world, params }: Call): Message => {
  const message = world.messages.get(params.message_id ?? '');
  if (message === undefined || message.deleted || message.ephemeral || message.channel !== params.channel_id)
    throw unknown('Message', 10008);
  return message;
};

/** A channel's posts with a nonce are told apart for some minutes: a repeated one is the first one. */
const create: Handler = call => {
  const { world } = call;
  const channel = channelOf(call);
  need(world, channel, channel.type === 11 ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES');
  const sent = checkMessage(call, 'create', {}, call.body);
  if (listOf(sent.embeds).length > 0) need(world, channel, 'EMBED_LINKS');
  const key = `${channel.id} ${textOf(sent.nonce)}`;
  const known = world.nonces.get(key);
  if (sent.enforce_nonce === true && textOf(sent.nonce) === '')
    throw new Breach(['enforce_nonce needs a nonce']);
  const first = known === undefined ? undefined : world.messages.get(known.message);
  if (
    sent.enforce_nonce === true &&
    known !== undefined &&
    world.clock.now() - known.at < NONCE_LIFE &&
    first
  )
    return ok(first.body);
  const reference = textOf(at(sent, 'message_reference', 'message_id'));
  if (
    reference !== '' &&
    !world.messages.has(reference) &&
    at(sent, 'message_reference', 'fail_if_not_exists') !== false
  )
    throw new Breach(['message_reference: unknown message']);
  const message = postMessage(world, { channel: channel.id, sent });
  if (textOf(sent.nonce) !== '') world.nonces.set(key, { message: message.id, at: world.clock.now() });
  announce(call, 'MESSAGE_CREATE', message);
  return ok(message.body);
};

const guildOf = (guild: string | null): Fields => (guild === null ? {} : { guild_id: guild });

const edit: Handler = call => {
  const { world } = call;
  channelOf(call);
  const message = messageOf(call);
  if (at(message.body, 'author', 'id') !== world.bot.id)
    throw new Refusal(403, 50005, 'Cannot edit a message authored by another user');
  const now = world.clock.now();
  const recent = message.lateEdits.filter(at => at > now - HOUR);
  const isOld = now - message.createdAt > HOUR;
  if (isOld && recent.length >= LATE_EDITS_AN_HOUR)
    throw tooMany(
      30046,
      'Maximum number of edits to messages older than 1 hour reached. Try again later',
      recent,
      HOUR,
      now,
    );
  message.lateEdits = isOld ? [...recent, now] : [];
  editMessage(world, message, checkMessage(call, 'edit', message.body, call.body));
  announce(call, 'MESSAGE_UPDATE', message);
  return ok(message.body);
};

const crosspost: Handler = call => {
  const { world } = call;
  const channel = channelOf(call);
  const message = messageOf(call);
  if (channel.type !== ANNOUNCEMENTS)
    throw new Refusal(400, 50024, 'Cannot execute action on this channel type');
  need(world, channel, 'SEND_MESSAGES');
  if ((numberOf(message.body.flags) & CROSSPOSTED) !== 0)
    throw new Refusal(400, 40033, 'This message has already been crossposted.');
  const recent = (world.crosspostedAt.get(channel.id) ?? []).filter(at => at > world.clock.now() - HOUR);
  if (recent.length >= CROSSPOSTS_AN_HOUR)
    throw tooMany(20016, 'This channel has hit its crosspost limit', recent, HOUR, world.clock.now());
  world.crosspostedAt.set(channel.id, [...recent, world.clock.now()]);
  message.body = { ...message.body, flags: numberOf(message.body.flags) | CROSSPOSTED };
  return ok(message.body);
};

const thread = (call: Call, from: Message | null): Fields => {
  const { world, body, emit } = call;
  const channel = channelOf(call);
  if (channel.guild === null) throw new Refusal(400, 50024, 'Cannot execute action on this channel type');
  need(world, channel, 'CREATE_PUBLIC_THREADS');
  const made = addChannel(world, {
    name: textOf(fieldsOf(body).name),
    guild: channel.guild,
    type: 11,
    parent: channel.id,
  });
  if (from !== null) from.body = { ...from.body, flags: numberOf(from.body.flags) | (1 << 5) };
  emit('THREAD_CREATE', { ...showChannel(world, made), newly_created: true }, INTENT.guilds);
  return showChannel(world, made);
};

const history: Handler = call => {
  const channel = channelOf(call);
  need(call.world, channel, 'READ_MESSAGE_HISTORY');
  const limit = Number(call.query.get('limit') ?? 50);
  const found = [...call.world.messages.values()].filter(
    ({ channel: where, deleted, ephemeral }) => where === channel.id && !deleted && !ephemeral,
  );
  return ok(
    found
      .toReversed()
      .slice(0, limit)
      .map(({ body }) => body),
  );
};

const openDirect: Handler = ({ world, body }) => {
  if (textOf(fieldsOf(body).recipient_id) !== world.person.id)
    throw new Refusal(400, 50033, 'Invalid Recipient(s)');
  return ok(showChannel(world, directChannel(world)));
};

const CHANNEL = '/channels/{channel_id}';
const MESSAGE = `${CHANNEL}/messages/{message_id}`;

export const channelRoutes: readonly (readonly [string, Handler])[] = [
  [`GET ${CHANNEL}`, call => ok(showChannel(call.world, channelOf(call)))],
  [`GET ${CHANNEL}/messages`, history],
  [`POST ${CHANNEL}/messages`, create],
  [
    `GET ${MESSAGE}`,
    call => {
      need(call.world, channelOf(call), 'READ_MESSAGE_HISTORY');
      return ok(messageOf(call).body);
    },
  ],
  [`PATCH ${MESSAGE}`, edit],
  [
    `DELETE ${MESSAGE}`,
    call => {
      const channel = channelOf(call);
      const message = messageOf(call);
      if (at(message.body, 'author', 'id') !== call.world.bot.id) throw missingPermissions();
      message.deleted = true;
      call.emit(
        'MESSAGE_DELETE',
        { id: message.id, channel_id: channel.id, ...guildOf(channel.guild) },
        messageIntent(channel),
      );
      return NOTHING;
    },
  ],
  [`POST ${MESSAGE}/crosspost`, crosspost],
  [`POST ${MESSAGE}/threads`, call => ({ status: 201, body: thread(call, messageOf(call)) })],
  [`POST ${CHANNEL}/threads`, call => ({ status: 201, body: thread(call, null) })],
  [
    `PUT ${CHANNEL}/thread-members/@me`,
    call => {
      if (channelOf(call).type !== 11)
        throw new Refusal(400, 50024, 'Cannot execute action on this channel type');
      return NOTHING;
    },
  ],
  [
    `POST ${CHANNEL}/typing`,
    call => {
      need(call.world, channelOf(call), 'SEND_MESSAGES');
      return NOTHING;
    },
  ],
  ['POST /users/@me/channels', openDirect],
  [
    'GET /users/{user_id}',
    ({ world, params }) => {
      const found = [world.bot, world.person].find(({ id }) => id === params.user_id);
      if (found === undefined) throw unknown('User', 10013);
      return ok(showUser(found));
    },
  ],
];
