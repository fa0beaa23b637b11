import { at, type Fields, fieldsOf, isFields, type Json, listOf, numberOf, textOf } from '../json.ts';

export const FLAGS = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  silent: 1 << 12,
  componentsV2: 1 << 15,
} as const;

const MAX = {
  content: 2000,
  embeds: 10,
  embedText: 6000,
  rows: 5,
  buttons: 5,
  components: 40,
  componentText: 4000,
  options: 25,
  customId: 100,
} as const;

const TYPE = { row: 1, button: 2, select: 3, section: 9, text: 10, thumbnail: 11, container: 17 } as const;
const SELECTS = [3, 5, 6, 7, 8];
const LINK = 5;
const PREMIUM = 6;

/** How a message reaches Discord: it decides which flags may be set. */
export type Way = 'create' | 'edit' | 'callback' | 'update' | 'follow-up';

const ALLOWED_FLAGS: Readonly<Record<Way, number>> = {
  create: FLAGS.suppressEmbeds | FLAGS.silent | FLAGS.componentsV2,
  edit: FLAGS.suppressEmbeds | FLAGS.componentsV2,
  callback: FLAGS.suppressEmbeds | FLAGS.ephemeral | FLAGS.silent | FLAGS.componentsV2,
  update: FLAGS.suppressEmbeds | FLAGS.componentsV2,
  'follow-up': FLAGS.suppressEmbeds | FLAGS.ephemeral | FLAGS.silent | FLAGS.componentsV2,
};

/** UTF-16 units: what counts characters otherwise never counts more. */
const length = (value: Json | undefined): number => textOf(value).length;

/** A component, and all that stand in it, in order. */
function* within(component: Json): Generator<Fields> {
  if (!isFields(component)) return;
  yield component;
  for (const inner of listOf(component.components)) yield* within(inner);
  if (isFields(component.accessory)) yield* within(component.accessory);
}

export const componentsOf = (message: Fields): readonly Fields[] =>
  listOf(message.components).flatMap(component => [...within(component)]);

/** Files of the message that a component speaks of, and that did not come along. */
const absentFiles = (message: Fields): readonly string[] => {
  const names = listOf(message.attachments).map(attachment => textOf(at(attachment, 'filename')));
  return componentsOf(message)
    .map(({ file }) => /^attachment:\/\/(.*)$/.exec(textOf(at(file ?? null, 'url')))?.[1])
    .filter(name => name !== undefined && !names.includes(name))
    .map(name => `attachment://${name} names no file of the message`);
};

const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

const buttonProblems = (button: Fields): readonly string[] => {
  const style = numberOf(button.style);
  const named = length(button.label) > 0 || isFields(button.emoji);
  const problems = [
    [
      style === LINK && (length(button.url) === 0 || length(button.custom_id) > 0),
      'a link has a url and no custom_id',
    ],
    [style < LINK && length(button.custom_id) === 0, 'a button that is no link needs a custom_id'],
    [style < LINK && length(button.url) > 0, 'a button that is no link has no url'],
    [style !== PREMIUM && !named, 'a button needs a label or an emoji'],
  ] as const;
  return problems.filter(([broken]) => broken).map(([, problem]) => problem);
};

const selectProblems = (select: Fields): readonly string[] => {
  if (select.type !== TYPE.select) return [];
  const options = listOf(select.options);
  const values = options.map(option => textOf(at(option, 'value')));
  const chosen = options.filter(option => at(option, 'default') === true).length;
  const most = typeof select.max_values === 'number' ? select.max_values : 1;
  const problems = [
    [options.length === 0, 'a select needs options'],
    [options.length > MAX.options, `a select has ${options.length} options, at most ${MAX.options}`],
    [
      repeated(values).length > 0,
      `the value ${JSON.stringify(repeated(values)[0])} stands twice in a select`,
    ],
    [most > options.length, 'max_values is more than there are options'],
    [chosen > most, 'more options are chosen than may be'],
  ] as const;
  return problems.filter(([broken]) => broken).map(([, problem]) => problem);
};

const rowProblems = (row: Fields): readonly string[] => {
  const inner = listOf(row.components).map(fieldsOf);
  const buttons = inner.filter(({ type }) => type === TYPE.button).length;
  const selects = inner.filter(({ type }) => SELECTS.includes(numberOf(type))).length;
  if (inner.length === 0) return ['an action row is empty'];
  if (buttons > MAX.buttons) return [`an action row has ${buttons} buttons, at most ${MAX.buttons}`];
  return selects > 1 || (selects === 1 && buttons > 0) ? ['a select stands alone in its action row'] : [];
};

const sectionProblems = (section: Fields): readonly string[] => {
  const count = listOf(section.components).length;
  return count >= 1 && count <= 3 ? [] : [`a section has ${count} texts, one to three are possible`];
};

const componentProblems = (message: Fields, isV2: boolean): readonly string[] => {
  const top = listOf(message.components).map(fieldsOf);
  const all = componentsOf(message);
  const text = all
    .filter(({ type }) => type === TYPE.text)
    .reduce((sum, { content }) => sum + length(content), 0);
  const ids = all.map(({ custom_id }) => textOf(custom_id)).filter(id => id !== '');
  const numbers = all.map(({ id }) => textOf(id)).filter(id => id !== '' && id !== '0');
  const problems: readonly (readonly [boolean, string])[] = [
    [
      !isV2 && top.some(({ type }) => type !== TYPE.row),
      'components but action rows need the flag IS_COMPONENTS_V2',
    ],
    [!isV2 && top.length > MAX.rows, `${top.length} action rows, at most ${MAX.rows}`],
    [all.length > MAX.components, `${all.length} components, at most ${MAX.components}`],
    [text > MAX.componentText, `${text} characters in components, at most ${MAX.componentText}`],
    [ids.some(id => id.length > MAX.customId), `a custom_id is longer than ${MAX.customId}`],
    [repeated(ids).length > 0, `the custom_id ${JSON.stringify(repeated(ids)[0])} stands twice`],
    [repeated(numbers).length > 0, `the component id ${repeated(numbers)[0]} stands twice`],
  ];
  return [
    ...problems.filter(([broken]) => broken).map(([, problem]) => problem),
    ...all.flatMap(component => {
      if (component.type === TYPE.button) return buttonProblems(component);
      if (component.type === TYPE.row) return rowProblems(component);
      if (component.type === TYPE.section) return sectionProblems(component);
      return selectProblems(component);
    }),
  ];
};

const embedText = (embed: Json): number =>
  length(at(embed, 'title')) +
  length(at(embed, 'description')) +
  length(at(embed, 'footer', 'text')) +
  length(at(embed, 'author', 'name')) +
  listOf(at(embed, 'fields')).reduce<number>(
    (sum, field) => sum + length(at(field, 'name')) + length(at(field, 'value')),
    0,
  );

const isEmptyEmbed = (embed: Json): boolean =>
  embedText(embed) === 0 && at(embed, 'image') === null && at(embed, 'thumbnail') === null;

const embedProblems = (message: Fields): readonly string[] => {
  const embeds = listOf(message.embeds);
  const text = embeds.reduce<number>((sum, embed) => sum + embedText(embed), 0);
  const problems: readonly (readonly [boolean, string])[] = [
    [embeds.length > MAX.embeds, `${embeds.length} embeds, at most ${MAX.embeds}`],
    [text > MAX.embedText, `${text} characters over all embeds, at most ${MAX.embedText}`],
    [embeds.some(isEmptyEmbed), 'an embed is empty'],
  ];
  return problems.filter(([broken]) => broken).map(([, problem]) => problem);
};

const brokenText = (value: Json): boolean =>
  typeof value === 'string'
    ? !value.isWellFormed()
    : Array.isArray(value)
      ? value.some(brokenText)
      : isFields(value) && Object.values(value).some(brokenText);

/** Whether there is nothing that a person would see. */
export const isEmpty = (message: Fields): boolean =>
  length(message.content) === 0 &&
  ['embeds', 'components', 'attachments', 'sticker_ids'].every(key => listOf(message[key]).length === 0) &&
  !isFields(message.poll);

/**
 * What Discord would refuse in a message that its API description lets pass.
 *
 * @param message the message as it would be after the request
 * @param sent the request alone: its flags and mentions are looked at
 */
export const messageProblems = (message: Fields, sent: Fields, way: Way): readonly string[] => {
  const flags = numberOf(message.flags);
  const isV2 = (flags & FLAGS.componentsV2) !== 0;
  const over = numberOf(sent.flags) & ~ALLOWED_FLAGS[way];
  const old =
    ['embeds', 'sticker_ids'].some(key => listOf(message[key]).length > 0) || isFields(message.poll);
  const problems: readonly (readonly [boolean, string])[] = [
    [
      length(message.content) > MAX.content,
      `content has ${length(message.content)} characters, at most ${MAX.content}`,
    ],
    [over !== 0, `the flags ${over} cannot be set by this request (${way})`],
    [
      isV2 && (length(message.content) > 0 || old),
      'IS_COMPONENTS_V2 excludes content, embeds, polls and stickers',
    ],
    [brokenText(sent), 'half a surrogate pair: the text was cut inside a character'],
  ];
  return [
    ...problems.filter(([broken]) => broken).map(([, problem]) => problem),
    ...absentFiles(message),
    ...embedProblems(message),
    ...componentProblems(message, isV2),
  ];
};

/** A rule of this house, which Discord would let pass: no text of others mentions anybody. */
export const mentionProblems = (sent: Fields): readonly string[] => {
  const parse = at(sent, 'allowed_mentions', 'parse');
  return Array.isArray(parse) && parse.length === 0 ? [] : ['allowed_mentions.parse must be []'];
};
