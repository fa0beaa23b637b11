import { type Fields, fieldsOf, type Json, listOf, textOf } from '../../json.ts';
import { compose, entityFields, INLINE } from '../compose.ts';
import { keyboardOf } from '../keyboard.ts';
import { bad } from '../problem.ts';
import { richOf } from '../rich.ts';
import type { Query } from '../world.ts';
import type { Call, Methods } from './call.ts';
import { dropped } from './send.ts';

/** Milliseconds that a query waits for its answer. */
export const QUERY_LIFE = 15_000;

const MOST_RESULTS = 50;

const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid';

const waiting = ({ world, method }: Call, kind: Query['kind'], value: Json | undefined): Query => {
  const query = world.queries.get(textOf(value));
  if (query === undefined || query.kind !== kind) throw bad(TOO_OLD);
  if (query.answer !== null) {
    world.transcript.violate({
      by: 'client',
      what: method,
      problem: `query ${query.id} was answered before`,
    });
    throw bad(TOO_OLD);
  }
  if (world.clock.now() - query.at > QUERY_LIFE) throw bad(TOO_OLD);
  return query;
};

/** The message that choosing this result sends. */
const resultOf = (call: Call, result: Fields): Fields => {
  const id = textOf(result.id);
  if (id === '' || Buffer.byteLength(id) > 64) throw bad('RESULT_ID_INVALID');
  if (textOf(result.title) === '')
    throw bad('can\'t parse inline query result: Field "title" must be non-empty');
  const content = fieldsOf(result.input_message_content);
  const markup = keyboardOf(result.reply_markup);
  const common: Fields = {
    id,
    title: textOf(result.title),
    description: textOf(result.description),
    ...(markup === undefined ? {} : { reply_markup: markup }),
  };
  if (content.rich_message !== undefined) return { ...common, rich_message: richOf(content.rich_message) };
  const { text, entities } = compose(content.message_text, {
    mode: content.parse_mode,
    entities: content.entities,
    limit: INLINE,
    dropped: dropped(call),
  });
  const fields = entityFields(entities);
  return {
    ...common,
    text,
    ...(fields === undefined ? {} : { entities: fields }),
    ...(content.link_preview_options === undefined
      ? {}
      : { link_preview_options: content.link_preview_options }),
  };
};

/** What the bot says to a button pressed and to an inline query. */
export const answers: Methods = {
  answerCallbackQuery: call => {
    const query = waiting(call, 'callback', call.params.callback_query_id);
    const { text, show_alert: alert } = call.params;
    if (textOf(text).length > 200) throw bad('MESSAGE_TOO_LONG');
    query.answer = { text: textOf(text), alert: alert === true };
    call.world.transcript.changed();
    return true;
  },
  answerInlineQuery: call => {
    const query = waiting(call, 'inline', call.params.inline_query_id);
    const results = listOf(call.params.results).map(fieldsOf);
    if (results.length > MOST_RESULTS) throw bad('RESULTS_TOO_MUCH');
    const made = results.map(result => resultOf(call, result));
    if (new Set(made.map(({ id }) => id)).size < made.length) throw bad('RESULT_ID_DUPLICATE');
    query.answer = { results: made, next_offset: textOf(call.params.next_offset) };
    call.world.transcript.changed();
    return true;
  },
};
