import { type Fields, fieldsOf, isFields, type Json, listOf, textOf } from '../json.ts';
import { linkOf } from './html.ts';
import { bad } from './problem.ts';

const ACTIONS = [
  'url',
  'callback_data',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
];

const MOST_BYTES = 64;
const MOST_BUTTONS = 100;

const checkButton = (button: Fields): void => {
  if (textOf(button.text) === '')
    throw bad('can\'t parse inline keyboard button: Field "text" must be non-empty');
  const actions = ACTIONS.filter(action => button[action] !== undefined);
  if (actions.length === 0)
    throw bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  const data = button.callback_data;
  if (data !== undefined) {
    const size = Buffer.byteLength(textOf(data));
    if (size === 0 || size > MOST_BYTES) throw bad('BUTTON_DATA_INVALID');
  }
  const url = textOf(button.url);
  if (button.url !== undefined && linkOf(url) === null)
    throw bad(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
};

/** An inline keyboard that Telegram takes; nothing where none is given or it has no buttons. */
export const keyboardOf = (value: Json | undefined): Fields | undefined => {
  if (!isFields(value) || value.inline_keyboard === undefined) return undefined;
  const rows = listOf(value.inline_keyboard).map(row => listOf(row).map(fieldsOf));
  const buttons = rows.flat();
  for (const button of buttons) checkButton(button);
  if (buttons.length > MOST_BUTTONS) throw bad('reply markup is too long');
  const kept = rows.filter(row => row.length > 0);
  return kept.length === 0 ? undefined : { inline_keyboard: kept };
};
