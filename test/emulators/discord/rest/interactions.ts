import {
  at,
  type Fields,
  fieldsOf,
  given,
  isFields,
  type Json,
  listOf,
  numberOf,
  textOf,
} from '../../json.ts';
import { FLAGS } from '../check-message.ts';
import { editMessage, postMessage } from '../messages.ts';
import { Breach, Refusal, unknown } from '../problem.ts';
import { showUser } from '../show.ts';
import type { Interaction, Message, World } from '../world.ts';
import { announce, type Call, checkMessage, type Handler, NOTHING, ok } from './call.ts';

const FIRST_RESPONSE = 3000;
const TOKEN_LIFE = 15 * 60 * 1000;

export const CALLBACK = { message: 4, defer: 5, deferUpdate: 6, update: 7, choices: 8, modal: 9 } as const;

const KIND_NUMBER = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** Which first responses an interaction of each kind may get. */
const POSSIBLE: Readonly<Record<Interaction['kind'], readonly number[]>> = {
  command: [CALLBACK.message, CALLBACK.defer, CALLBACK.modal],
  component: [CALLBACK.message, CALLBACK.defer, CALLBACK.deferUpdate, CALLBACK.update, CALLBACK.modal],
  autocomplete: [CALLBACK.choices],
  modal: [CALLBACK.message, CALLBACK.defer, CALLBACK.deferUpdate, CALLBACK.update],
};

const metadata = (world: World, interaction: Interaction): Fields =>
  given({
    id: interaction.id,
    type: KIND_NUMBER[interaction.kind],
    user: showUser(world.person),
    authorizing_integration_owners: { '0': interaction.guild ?? '0' },
    interacted_message_id: interaction.kind === 'component' ? (interaction.source ?? '0') : undefined,
    triggering_interaction_metadata: undefined,
  });

/** A message that answers an interaction; a deferred one is loading. */
const answer = (call: Call, interaction: Interaction, sent: Fields, flags: number): Message => {
  const { world } = call;
  const known = interaction.kind === 'command' || interaction.kind === 'component';
  const message = postMessage(world, {
    channel: interaction.channel,
    sent,
    flags,
    interaction: interaction.id,
    extra: known
      ? { interaction_metadata: metadata(world, interaction), type: interaction.kind === 'command' ? 20 : 0 }
      : {},
  });
  interaction.shown.push(message.id);
  announce(call, 'MESSAGE_CREATE', message);
  return message;
};

const change = (call: Call, interaction: Interaction, message: Message, sent: Fields): void => {
  editMessage(call.world, message, sent);
  interaction.shown.push(message.id);
  announce(call, 'MESSAGE_UPDATE', message);
};

const sourceOf = (world: World, interaction: Interaction): Message => {
  const message = world.messages.get(interaction.source ?? '');
  if (message === undefined || message.deleted) throw unknown('Message', 10008);
  return message;
};

const choicesOf = (interaction: Interaction, data: Json): readonly Fields[] => {
  const choices = listOf(at(data, 'choices')).map(fieldsOf);
  const focused = interaction.body.data;
  const type = numberOf(at(focusedOption(listOf(at(focused, 'options'))), 'type'));
  const isText = type === 3;
  const wrong = choices.filter(
    ({ name, value }) =>
      textOf(name).length === 0 ||
      (isText ? typeof value !== 'string' || value.length > 100 : typeof value !== 'number'),
  );
  if (wrong.length > 0) throw new Breach([`the choice ${JSON.stringify(wrong[0])} does not fit the option`]);
  return choices;
};

const focusedOption = (options: readonly Json[]): Json => {
  for (const option of options) {
    if (at(option, 'focused') === true) return option;
    const inner = focusedOption(listOf(at(option, 'options')));
    if (inner !== null) return inner;
  }
  return null;
};

const respond = (call: Call, interaction: Interaction, type: number, data: Json): Message | null => {
  const { world } = call;
  const sent = fieldsOf(data);
  if (type === CALLBACK.message) {
    checkMessage(call, 'callback', {}, sent);
    return answer(call, interaction, sent, 0);
  }
  if (type === CALLBACK.defer) {
    const others = Object.keys(sent).filter(
      key => !(key === 'flags' || (key === 'tts' && sent[key] === false)),
    );
    if (others.length > 0 || (numberOf(sent.flags) & ~FLAGS.ephemeral) !== 0)
      throw new Breach([`deferring takes only the flag EPHEMERAL, not ${JSON.stringify(sent)}`]);
    return answer(call, interaction, {}, FLAGS.loading | numberOf(sent.flags));
  }
  if (type === CALLBACK.update) {
    const message = sourceOf(world, interaction);
    checkMessage(call, 'update', message.body, sent);
    change(call, interaction, message, sent);
    return message;
  }
  if (type === CALLBACK.deferUpdate) {
    if (Object.keys(sent).length > 0) throw new Breach(['deferring an update takes no data']);
    return sourceOf(world, interaction);
  }
  if (type === CALLBACK.choices) interaction.choices = choicesOf(interaction, data);
  if (type === CALLBACK.modal) interaction.modal = sent;
  return null;
};

const callback: Handler = call => {
  const { world, params, body } = call;
  const interaction = world.interactions.get(params.interaction_id ?? '');
  if (interaction === undefined || interaction.token !== params.interaction_token)
    throw unknown('interaction', 10062);
  if (interaction.responded !== null)
    throw new Refusal(400, 40060, 'Interaction has already been acknowledged.');
  if (world.clock.now() - interaction.createdAt > FIRST_RESPONSE) throw unknown('interaction', 10062);
  const type = numberOf(at(body, 'type'));
  if (!POSSIBLE[interaction.kind].includes(type))
    throw new Breach([`the callback ${type} does not answer a ${interaction.kind}`]);
  const message = respond(call, interaction, type, at(body, 'data'));
  interaction.responded = type;
  interaction.original = message?.id ?? null;
  interaction.ephemeral = message?.ephemeral ?? false;
  if (call.query.get('with_response') !== 'true') return NOTHING;
  const described = message !== null && (type === CALLBACK.message || type === CALLBACK.update);
  return ok(
    given({
      interaction: given({
        id: interaction.id,
        type: KIND_NUMBER[interaction.kind],
        response_message_id: message?.id,
        response_message_ephemeral: message?.ephemeral,
        response_message_loading: type === CALLBACK.defer ? true : undefined,
      }),
      resource: described ? { type, message: message.body } : undefined,
    }),
  );
};

/** The interaction whose token stands in the path, while it lives. */
const living = ({ world, params }: Call): Interaction => {
  const interaction = [...world.interactions.values()].find(({ token }) => token === params.webhook_token);
  if (interaction === undefined || params.webhook_id !== world.bot.id) throw unknown('Webhook', 10015);
  if (world.clock.now() - interaction.createdAt > TOKEN_LIFE)
    throw new Refusal(401, 50027, 'Invalid Webhook Token');
  if (interaction.responded === null) throw unknown('Webhook', 10015);
  return interaction;
};

const addressed = (call: Call, interaction: Interaction): Message => {
  const id = call.params.message_id ?? interaction.original ?? '';
  const message = call.world.messages.get(id);
  const own = message?.interaction === interaction.id || id === interaction.original;
  if (message === undefined || message.deleted || !own) throw unknown('Message', 10008);
  return message;
};

const show: Handler = call => ok(addressed(call, living(call)).body);

const edit: Handler = call => {
  const interaction = living(call);
  const message = addressed(call, interaction);
  const isLoading = (numberOf(message.body.flags) & FLAGS.loading) !== 0;
  const sent = checkMessage(call, 'edit', isLoading ? {} : message.body, call.body);
  change(call, interaction, message, sent);
  return ok(message.body);
};

const remove: Handler = call => {
  addressed(call, living(call)).deleted = true;
  return NOTHING;
};

/** After a deferred first response, the first follow-up is that response. */
const followUp: Handler = call => {
  const { world } = call;
  const interaction = living(call);
  const original = world.messages.get(interaction.original ?? '');
  if (original !== undefined && interaction.responded === CALLBACK.defer && isFields(original.body)) {
    if ((numberOf(original.body.flags) & FLAGS.loading) !== 0) {
      change(call, interaction, original, checkMessage(call, 'follow-up', {}, call.body));
      return ok(original.body);
    }
  }
  return ok(answer(call, interaction, checkMessage(call, 'follow-up', {}, call.body), 0).body);
};

const WEBHOOK = '/webhooks/{webhook_id}/{webhook_token}';

export const interactionRoutes: readonly (readonly [string, Handler])[] = [
  ['POST /interactions/{interaction_id}/{interaction_token}/callback', callback],
  [`POST ${WEBHOOK}`, followUp],
  ...[`${WEBHOOK}/messages/@original`, `${WEBHOOK}/messages/{message_id}`].flatMap(
    (path): readonly (readonly [string, Handler])[] => [
      [`GET ${path}`, show],
      [`PATCH ${path}`, edit],
      [`DELETE ${path}`, remove],
    ],
  ),
];
