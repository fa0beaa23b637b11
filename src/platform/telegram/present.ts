import type { Answer } from '../../core/answer.ts';
import { splitCommand } from '../../core/command.ts';
import { shortened } from '../../render/pieces.ts';
import { LABEL_CHARACTERS } from '../../render/telegram/limits.ts';
import { answerMessages, type Message, sourceMessages } from '../../render/telegram/pages.ts';
import { richAnswer } from '../../render/telegram/rich.ts';
import type { Asking } from '../common/asking.ts';
import { isWhy } from '../common/why.ts';
import { type State, writeOffer, writeState } from './data.ts';
import type { Letter } from './sender.ts';
import { WORDS } from './words.ts';

export interface Button {
  readonly text: string;
  readonly callback_data: string;
}

type Row = readonly Button[];

const MOST_OFFERS = 6;
const MARKS_IN_ROW = 8;
const MOST_MARKS = 24;

export const keyboardOf = (rows: readonly Row[]): object | null => {
  const inline_keyboard = rows.filter(row => row.length > 0);
  return inline_keyboard.length === 0 ? null : { inline_keyboard };
};

const button = (text: string, state: State, asking: Asking): Row => {
  const data = writeState(state, asking);
  return data === null ? [] : [{ text, callback_data: data }];
};

const turning = (state: State, pages: number, asking: Asking): Row => [
  ...(state.page > 1 ? button(WORDS.earlier, { ...state, page: state.page - 1 }, asking) : []),
  ...(state.page < pages ? button(WORDS.later, { ...state, page: state.page + 1 }, asking) : []),
];

/** Buttons ask again, and what changes something must not be asked again without a word. */
const changes = ({ asked }: State, { commands }: Asking): boolean => {
  const name = splitCommand(asked.question)?.name;
  return commands.some(command => command.name === name && command.admin === true);
};

const opening = (answer: Answer, state: State, asking: Asking): Row => {
  const [first] = answer.citations;
  if (first === undefined) return [];
  return [
    ...button(WORDS.sources, { ...state, view: 'sources', page: 1 }, asking),
    ...(isWhy(state.asked.question)
      ? []
      : button(WORDS.why, { ...state, view: 'why', page: 1, n: first.n }, asking)),
  ];
};

/** The questions offered next, each once and a button each. */
const offered = ({ blocks }: Answer, { asked }: State, asking: Asking): readonly Row[] => {
  const items = blocks.flatMap(block => (block.kind === 'offers' ? block.items : []));
  const buttons = new Map<string, Button>();
  for (const { label, question } of items) {
    const text = shortened(label, LABEL_CHARACTERS) || shortened(question, LABEL_CHARACTERS);
    const data = question.trim() === '' ? null : writeOffer({ ...asked, question, previous: null }, asking);
    if (data !== null && text !== '' && buttons.size < MOST_OFFERS)
      buttons.set(data, { text, callback_data: data });
  }
  return [...buttons.values()].map(each => [each]);
};

/** The page of a state: the last one where there are fewer. */
const pageOf = (
  messages: readonly Message[],
  page: number,
): { readonly page: number; readonly message: Message } => {
  const at = Math.min(Math.max(page, 1), messages.length);
  return { page: at, message: messages[at - 1] ?? { html: '\u2014', plain: '\u2014' } };
};

const back = (state: State, asking: Asking): Row =>
  button(WORDS.back, { ...state, view: 'answer', page: 1, n: 0 }, asking);

/** A page of an answer, with what leads to its other pages, its sources, its rules, and to further questions. */
export const drawAnswer = (answer: Answer, asked: State, form: 'plain' | 'rich', asking: Asking): Letter => {
  const rich = form === 'rich' ? richAnswer(answer) : null;
  const messages = answerMessages(answer);
  const { page, message } = pageOf(messages, asked.page);
  const state: State = { ...asked, view: 'answer', page, n: 0 };
  const isLast = page === messages.length || rich !== null;
  const keyboard = keyboardOf([
    rich === null && !changes(state, asking) ? turning(state, messages.length, asking) : [],
    changes(state, asking) ? [] : opening(answer, state, asking),
    ...(isLast ? offered(answer, state, asking) : []),
  ]);
  return { ...message, rich, keyboard };
};

export const drawSources = (answer: Answer, asked: State, asking: Asking): Letter => {
  const messages = sourceMessages(answer);
  const { page, message } = pageOf(messages, asked.page);
  const state = { ...asked, page };
  const keyboard = keyboardOf([turning(state, messages.length, asking), back(state, asking)]);
  return { ...message, rich: null, keyboard };
};

/** The other citations of an answer, around the one that is open. */
const marks = ({ citations }: Answer, state: State, asking: Asking): readonly Row[] => {
  const open = citations.findIndex(({ n }) => n === state.n);
  const from = Math.max(0, Math.min(open - MOST_MARKS / 2, citations.length - MOST_MARKS));
  const shown = citations.length < 2 ? [] : citations.slice(from, from + MOST_MARKS);
  const buttons = shown.flatMap(({ n }) =>
    button(n === state.n ? `·${n}·` : `[${n}]`, { ...state, page: 1, n }, asking),
  );
  return Array.from({ length: Math.ceil(buttons.length / MARKS_IN_ROW) }, (_, i) =>
    buttons.slice(i * MARKS_IN_ROW, (i + 1) * MARKS_IN_ROW),
  );
};

/** @param why the answer to how the citation of `asked` was read */
export const drawWhy = (why: Answer, answer: Answer, asked: State, asking: Asking): Letter => {
  const messages = answerMessages(why);
  const { page, message } = pageOf(messages, asked.page);
  const state = { ...asked, page };
  const keyboard = keyboardOf([
    turning(state, messages.length, asking),
    ...marks(answer, state, asking),
    back(state, asking),
  ]);
  return { ...message, rich: null, keyboard };
};
