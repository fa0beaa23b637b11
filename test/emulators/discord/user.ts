import { at, type Fields, fieldsOf, listOf, numberOf, textOf } from '../json.ts';
import { FLAGS } from './check-message.ts';
import { makeInteraction, type Place, permissionsOf, spotOf, type Use } from './interact.ts';
import { postMessage } from './messages.ts';
import { bits } from './permissions.ts';
import { messageIntent } from './rest/call.ts';
import { type Seen, seen } from './seen.ts';
import { showMember, showUser } from './show.ts';
import type { Transcript } from './transcript.ts';
import { type Chosen, filledOptions, findCommand } from './typed.ts';
import type { Interaction, World } from './world.ts';

export interface UserOptions {
  readonly world: World;
  readonly transcript: Transcript;
  readonly dispatch: (event: string, data: Fields, intent?: number) => void;
  readonly intents: () => readonly number[];
  /** Milliseconds that a person waits. */
  readonly patience: number;
}

/** A person who uses the bot; `begin…` return at once, the others wait for what is shown. */
export interface Person {
  readonly slash: (name: string, options?: Chosen, place?: Place) => Promise<Seen>;
  readonly beginSlash: (name: string, options?: Chosen, place?: Place) => Interaction;
  /** Presses the button whose label or custom_id contains the text. */
  readonly click: (on: Seen, label: string, place?: Place) => Promise<Seen>;
  readonly beginClick: (on: Seen, label: string, place?: Place) => Interaction;
  /** Picks options by label or value, in the first select or in the one whose placeholder contains the text. */
  readonly select: (
    on: Seen,
    values: string | readonly string[],
    which?: string,
    place?: Place,
  ) => Promise<Seen>;
  /** Fills in a dialogue. */
  readonly submit: (on: Seen, fields: Readonly<Record<string, string>>, place?: Place) => Promise<Seen>;
  /** The choices offered while the last of the options, or the one named, is typed. */
  readonly autocomplete: (
    name: string,
    options: Chosen,
    focused?: string,
    place?: Place,
  ) => Promise<readonly Fields[]>;
  /** Writes to the bot in a channel, and waits for its next message there. */
  readonly mention: (text: string, place?: Place) => Promise<Seen>;
  readonly dm: (text: string) => Promise<Seen>;
  /** Writes to nobody; returns the message's id. */
  readonly say: (text: string, place?: Place) => string;
  /** What an interaction led to. */
  readonly outcome: (interaction: Interaction) => Promise<Seen>;
  /** Delivers an interaction once more, as a gateway may. */
  readonly again: (interaction: Interaction | Seen) => void;
  /** The same message as it looks now. */
  readonly now: (before: Seen) => Seen;
}

const isLoading = (world: World, id: string): boolean =>
  (numberOf(world.messages.get(id)?.body.flags) & FLAGS.loading) !== 0;

const GUILD_CONTEXT = 0;
const DIRECT_CONTEXT = 1;
const CONTENT = 1 << 15;

export const makePerson = ({ world, transcript, dispatch, intents, patience }: UserOptions): Person => {
  const deliver = (use: Use): Interaction => {
    const interaction = makeInteraction(world, use);
    dispatch('INTERACTION_CREATE', interaction.body);
    return interaction;
  };

  const outcome = (interaction: Interaction): Promise<Seen> =>
    transcript.until(
      () => {
        if (interaction.modal !== null) {
          const empty = seen(world, '', interaction.id);
          return { ...empty, channel: interaction.channel, modal: interaction.modal };
        }
        const shown = interaction.shown.find(id => !isLoading(world, id));
        return shown === undefined ? null : seen(world, shown, interaction.id);
      },
      `an answer to ${textOf(at(interaction.body, 'data', 'name')) || textOf(at(interaction.body, 'data', 'custom_id'))}`,
      patience,
    );

  const commandUse = (
    kind: 'command' | 'autocomplete',
    name: string,
    chosen: Chosen,
    place: Place,
    focused?: string,
  ) => {
    const spot = spotOf(world, place);
    const found = findCommand(world, name, spot.guild?.id ?? null);
    const { command } = found;
    const contexts = listOf(command.contexts);
    const needed = BigInt(textOf(command.default_member_permissions) || '0');
    const context = spot.guild === null ? DIRECT_CONTEXT : GUILD_CONTEXT;
    const has = BigInt(bits(permissionsOf(place)));
    if (contexts.length > 0 && !contexts.includes(context))
      throw new Error(`/${name} is not offered in this context`);
    if (spot.guild !== null && (has & needed) !== needed && (has & 8n) === 0n)
      throw new Error(`/${name} is not offered to a person with these permissions`);
    if (!spot.isMember && !listOf(command.integration_types).includes(1))
      throw new Error(`/${name} cannot be installed by a person`);
    const options = filledOptions(name, found, chosen, focused);
    const data: Fields = { id: command.id ?? '', name: command.name ?? '', type: 1, options };
    return { kind, data, spot, place };
  };

  const placeOf = (on: Seen, place: Place): Place => {
    const channel = world.channels.get(on.channel);
    if (channel?.type === 1) return { direct: true, ...place };
    return { channel: on.channel, elsewhere: channel === undefined, ...place };
  };

  const useComponent = (on: Seen, data: Fields, given: Place): Interaction => {
    const message = world.messages.get(on.id);
    if (message === undefined || message.deleted) throw new Error('the message is gone');
    const place = placeOf(on, given);
    return deliver({ kind: 'component', data, spot: spotOf(world, place), place, message });
  };

  const beginClick: Person['beginClick'] = (on, label, place = {}) => {
    const { buttons } = seen(world, on.id, null);
    const found =
      buttons.find(button => button.label === label) ??
      buttons.find(
        button => button.label.includes(label) || (label !== '' && button.customId.includes(label)),
      );
    if (found === undefined)
      throw new Error(
        `there is no button "${label}", but: ${buttons.map(button => button.label).join(', ')}`,
      );
    if (found.disabled || found.customId === '') throw new Error(`the button "${label}" cannot be pressed`);
    return useComponent(on, { custom_id: found.customId, component_type: 2, id: 1 }, place);
  };

  const select: Person['select'] = (on, values, which = '', place = {}) => {
    const { selects } = seen(world, on.id, null);
    const found = selects.find(
      ({ placeholder, customId }) => placeholder.includes(which) || customId.includes(which),
    );
    if (found === undefined) throw new Error(`there is no select "${which}"`);
    const wanted = typeof values === 'string' ? [values] : values;
    const picked = wanted.map(text => {
      const option = found.options.find(({ label, value }) => label === text || value === text);
      if (option === undefined)
        throw new Error(
          `there is no option "${text}", but: ${found.options.map(({ label }) => label).join(', ')}`,
        );
      return option.value;
    });
    return outcome(
      useComponent(on, { custom_id: found.customId, component_type: 3, id: 1, values: picked }, place),
    );
  };

  const submit: Person['submit'] = (on, fields, place = {}) => {
    if (on.modal === null) throw new Error('no dialogue is open');
    const parts = listOf(on.modal.components).map(fieldsOf);
    const inputs = parts.flatMap(part => [
      fieldsOf(part.component),
      ...listOf(part.components).map(fieldsOf),
    ]);
    const components = inputs
      .filter(input => input.type === 4)
      .map((input, index) => ({
        type: 1,
        id: index * 2 + 1,
        components: [
          {
            type: 4,
            id: index * 2 + 2,
            custom_id: input.custom_id ?? '',
            value: fields[textOf(input.custom_id)] ?? '',
          },
        ],
      }));
    const where = placeOf(on, place);
    const data = { custom_id: on.modal.custom_id ?? '', components };
    return outcome(deliver({ kind: 'modal', data, spot: spotOf(world, where), place: where }));
  };

  const write = (
    text: string,
    place: Place,
    isToBot: boolean,
  ): { readonly id: string; readonly channel: string } => {
    const { channel, guild } = spotOf(world, place);
    const intent = messageIntent(channel);
    const { id, body } = postMessage(world, {
      channel: channel.id,
      sent: { content: text },
      byPerson: true,
      mentions: isToBot && guild !== null ? [showUser(world.bot)] : [],
    });
    const visible = isToBot || guild === null || intents().every(each => (each & CONTENT) !== 0);
    const { user: _, ...member } = guild === null ? {} : showMember(world, guild, world.person);
    const where: Fields =
      guild === null ? { channel_type: 1 } : { guild_id: guild.id, member, channel_type: channel.type };
    dispatch('MESSAGE_CREATE', { ...body, ...where, content: visible ? text : '' }, intent);
    return { id, channel: channel.id };
  };

  const replyTo = (text: string, place: Place): Promise<Seen> => {
    const asked = intents();
    const needed = messageIntent(spotOf(world, place).channel);
    if (asked.length > 0 && asked.every(each => (each & needed) === 0))
      throw new Error('no session asked for the intent of such messages, so it would never arrive');
    const { id, channel } = write(text, place, true);
    return transcript.until(
      () => {
        const answer = [...world.messages.values()].find(
          message =>
            message.channel === channel &&
            !message.deleted &&
            BigInt(message.id) > BigInt(id) &&
            at(message.body, 'author', 'id') === world.bot.id,
        );
        return answer === undefined ? null : seen(world, answer.id, null);
      },
      `an answer to "${text}"`,
      patience,
    );
  };

  const beginSlash: Person['beginSlash'] = (name, options = {}, place = {}) =>
    deliver(commandUse('command', name, options, place));

  return {
    beginSlash,
    beginClick,
    select,
    submit,
    outcome,
    slash: async (name, options = {}, place = {}) => outcome(beginSlash(name, options, place)),
    click: async (on, label, place = {}) => outcome(beginClick(on, label, place)),
    autocomplete: async (name, options, focused, place = {}) => {
      const typing = focused ?? Object.keys(options).at(-1) ?? '';
      const interaction = deliver(commandUse('autocomplete', name, options, place, typing));
      return transcript.until(() => interaction.choices, `choices for ${typing} of /${name}`, patience);
    },
    mention: async (text, place = {}) => replyTo(`<@${world.bot.id}> ${text}`, place),
    dm: async text => replyTo(text, { direct: true }),
    say: (text, place = {}) => write(text, place, false).id,
    again: of => {
      const interaction = world.interactions.get('token' in of ? of.id : (of.interaction ?? ''));
      if (interaction === undefined) throw new Error('there is no such interaction');
      dispatch('INTERACTION_CREATE', interaction.body);
    },
    now: before => seen(world, before.id, before.interaction),
  };
};
