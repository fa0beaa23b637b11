import { type Fields, fieldsOf, type Json, listOf, numberOf, textOf } from '../json.ts';
import { type Entity, type Formatted, parseHtml } from './html.ts';
import { bad } from './problem.ts';

/** Most entities of one message: Telegram silently leaves the others out. */
export const MAX_ENTITIES = 100;

export interface Limit {
  readonly most: number;
  readonly tooLong: string;
  /** Null where no text at all is allowed. */
  readonly empty: string | null;
}

export const TEXT: Limit = { most: 4096, tooLong: 'message is too long', empty: 'message text is empty' };
export const EDITED: Limit = { ...TEXT, tooLong: 'MESSAGE_TOO_LONG' };
export const INLINE: Limit = { most: 4096, tooLong: 'MESSAGE_TOO_LONG', empty: 'MESSAGE_EMPTY' };
export const CAPTION: Limit = { most: 1024, tooLong: 'message caption is too long', empty: null };

const givenEntities = (value: Json | undefined): readonly Entity[] =>
  listOf(value)
    .map(fieldsOf)
    .map(each => ({
      type: textOf(each.type),
      offset: numberOf(each.offset),
      length: numberOf(each.length),
      ...(each.url === undefined ? {} : { url: textOf(each.url) }),
      ...(each.language === undefined ? {} : { language: textOf(each.language) }),
    }));

/** Text without its white space at both ends, as Telegram keeps it, with its entities moved along. */
const trimmed = ({ text, entities }: Formatted): Formatted => {
  const start = text.length - text.trimStart().length;
  const end = Math.max(start, text.trimEnd().length);
  return {
    text: text.slice(start, end),
    entities: entities.flatMap(entity => {
      const from = Math.max(entity.offset, start);
      const length = Math.min(entity.offset + entity.length, end) - from;
      return length > 0 ? [{ ...entity, offset: from - start, length }] : [];
    }),
  };
};

const ALONE = ['code', 'pre', 'text_link'];

const FOUND: readonly (readonly [type: string, pattern: RegExp])[] = [
  [
    'url',
    /(?:https?:\/\/[^\s<>"]+|(?<![\w.@/-])(?:[a-z0-9-]+\.)+(?:com|org|net|pk|io|info|me)(?:\/[^\s<>"]*)?)/giu,
  ],
  ['bot_command', /(?<![\p{L}\p{N}_/@<>])\/[a-zA-Z0-9_]{1,64}(?:@\w{3,32})?/gu],
  ['mention', /(?<![\p{L}\p{N}_@])@[a-zA-Z]\w{3,31}/gu],
  ['hashtag', /(?<![\p{L}\p{N}_#])#[\p{L}\p{N}_]{0,255}\p{L}[\p{L}\p{N}_]{0,255}/gu],
];

/** What Telegram itself makes clickable, outside of code and of links. */
const detected = ({ text, entities }: Formatted): readonly Entity[] => {
  const taken = entities.filter(({ type }) => ALONE.includes(type));
  const found: Entity[] = [];
  for (const [type, pattern] of FOUND)
    for (const match of text.matchAll(pattern)) {
      const here = { type, offset: match.index, length: match[0].replace(/[.,:;!?)\]]+$/, '').length };
      const clashes = [...taken, ...found].some(
        other => other.offset < here.offset + here.length && here.offset < other.offset + other.length,
      );
      if (!clashes) found.push(here);
    }
  return found;
};

/** `<pre><code class="language-x">` is one entity; within code nothing is formatted, and quotes hold no quotes. */
const nested = (entities: readonly Entity[]): readonly Entity[] => {
  const inside = (a: Entity, b: Entity): boolean =>
    a !== b && a.offset >= b.offset && a.offset + a.length <= b.offset + b.length;
  const isQuote = ({ type }: Entity): boolean => type.endsWith('blockquote');
  const isCode = ({ type }: Entity): boolean => type === 'code' || type === 'pre';
  return entities.filter(
    (entity, index) =>
      !entities.some(
        (other, at) =>
          inside(entity, other) &&
          (isCode(other) ? !isCode(entity) || at > index : isQuote(other) && isQuote(entity) && at > index),
      ),
  );
};

/** Only a block of code has a language. */
const bare = (entity: Entity): Entity => {
  const { language: _, ...rest } = entity;
  return entity.type === 'code' ? rest : entity;
};

/** Order of the Bot API: by place, longer ones first. */
const ordered = (entities: readonly Entity[]): readonly Entity[] =>
  entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);

/** Text that is read by its parse mode, or comes with entities, as it will stand in the chat. */
export const compose = (
  value: Json | undefined,
  {
    mode,
    entities,
    limit,
    dropped,
  }: {
    readonly mode: Json | undefined;
    readonly entities?: Json | undefined;
    readonly limit: Limit;
    /** Told how many entities are over the most. */
    readonly dropped: (count: number) => void;
  },
): Formatted => {
  const raw = textOf(value).replaceAll('\r', '').replaceAll('\u0000', '');
  const parse = textOf(mode).toLowerCase();
  if (!['', 'html', 'markdown', 'markdownv2'].includes(parse)) throw bad('unsupported parse_mode');
  const parsed = parse === 'html' ? parseHtml(raw) : { text: raw, entities: givenEntities(entities) };
  if ('error' in parsed) throw bad(`can't parse entities: ${parsed.error}`);
  const kept = trimmed(parsed);
  if (kept.text === '' && limit.empty !== null) throw bad(limit.empty);
  if (kept.text.length > limit.most) throw bad(limit.tooLong);
  const all = [...nested(kept.entities).map(bare), ...detected(kept)];
  if (all.length > MAX_ENTITIES) dropped(all.length - MAX_ENTITIES);
  return { text: kept.text, entities: ordered(all).slice(0, MAX_ENTITIES) };
};

/** Entities as fields of a message; nothing where there are none. */
export const entityFields = (entities: readonly Entity[]): Fields[] | undefined =>
  entities.length === 0 ? undefined : entities.map(entity => ({ ...entity }));
