import { at, copy, type Fields, fieldsOf, listOf, numberOf, textOf } from '../json.ts';
import { componentsOf, FLAGS } from './check-message.ts';
import type { World } from './world.ts';

export interface Button {
  readonly label: string;
  readonly customId: string;
  readonly url: string;
  readonly disabled: boolean;
}

export interface Select {
  readonly customId: string;
  readonly placeholder: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

/** What a person sees: one message of the bot, at one moment. */
export interface Seen {
  readonly id: string;
  readonly channel: string;
  /** The message as the API would show it; empty for a dialogue. */
  readonly message: Fields;
  readonly ephemeral: boolean;
  /** All that can be read in it, a part a line: content, texts of components, embeds. */
  readonly text: string;
  readonly buttons: readonly Button[];
  readonly selects: readonly Select[];
  /** The dialogue that was opened instead of a message. */
  readonly modal: Fields | null;
  /** The interaction that led to it. */
  readonly interaction: string | null;
}

const embedTexts = (embed: Fields): readonly string[] => [
  textOf(at(embed, 'author', 'name')),
  textOf(embed.title),
  textOf(embed.description),
  ...listOf(embed.fields).flatMap(field => [textOf(at(field, 'name')), textOf(at(field, 'value'))]),
  textOf(at(embed, 'footer', 'text')),
];

/** What the message looks like now. */
export const seen = (world: World, id: string, interaction: string | null): Seen => {
  const message = fieldsOf(world.messages.get(id)?.body);
  const components = componentsOf(message);
  const texts = [
    textOf(message.content),
    ...components.map(({ type, content }) => (type === 10 ? textOf(content) : '')),
    ...listOf(message.embeds).map(fieldsOf).flatMap(embedTexts),
  ];
  return {
    id,
    channel: textOf(message.channel_id),
    message: copy(message),
    ephemeral: (numberOf(message.flags) & FLAGS.ephemeral) !== 0,
    text: texts.filter(text => text !== '').join('\n'),
    buttons: components
      .filter(({ type }) => type === 2)
      .map(({ label, custom_id, url, disabled, emoji }) => ({
        label: textOf(label) || textOf(at(emoji, 'name')),
        customId: textOf(custom_id),
        url: textOf(url),
        disabled: disabled === true,
      })),
    selects: components
      .filter(({ type }) => type === 3)
      .map(({ custom_id, placeholder, options }) => ({
        customId: textOf(custom_id),
        placeholder: textOf(placeholder),
        options: listOf(options).map(option => ({
          label: textOf(at(option, 'label')),
          value: textOf(at(option, 'value')),
        })),
      })),
    modal: null,
    interaction,
  };
};
