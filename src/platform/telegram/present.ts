import type { Answer } from '../../core/answer.ts';
import { splitCommand } from '../../core/command.ts';
import { shortened } from '../../render/pieces.ts';
import { LABEL_CHARACTERS } from '../../render/telegram/limits.ts';
import { answerMessages, type Message, sourceMessages } from '../../render/telegram/pages.ts';
import { richAnswer } from '../../render/telegram/rich.ts';
import type { Asking } from '../common/asking.ts';
import { isWhy } from '../common/why.ts';
import type { Context } from './context.ts';
import { type State, writeOffer, writeState, writeTurn } from './data.ts';
import type { Letter } from './letter.ts';
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

/** To the page before and the page behind, where there are some; `to` writes what a button says. */
const turning = (page: number, pages: number, to: (page: number) => string | null): Row =>
  [
    { text: WORDS.earlier, at: page - 1 },
    { text: WORDS.later, at: page + 1 },
  ].flatMap(({ text, at }) => {
    const data = at >= 1 && at <= pages ? to(at) : null;
    return data === null ? [] : [{ text, callback_data: data }];
  });

const turningTo = (state: State, pages: number, asking: Asking): Row =>
  turning(state.page, pages, page => writeState({ ...state, page }, asking));

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

const filesOf = ({ blocks }: Answer): Letter['files'] =>
  blocks.flatMap(block => (block.kind === 'file' ? [block] : []));

/** A page of an answer, with what leads to its other pages, its sources, its rules, and to further questions. */
export const drawAnswer = (
  answer: Answer,
  asked: State,
  form: 'plain' | 'rich',
  { asking, keptAnswers }: Pick<Context, 'asking' | 'keptAnswers'>,
): Letter => {
  const rich = form === 'rich' ? richAnswer(answer) : null;
  const messages = answerMessages(answer);
  const { page, message } = pageOf(messages, asked.page);
  const state: State = { ...asked, view: 'answer', page, n: 0 };
  const pages = rich === null ? messages.length : 1;
  const turn = (): Row => {
    if (pages === 1 || !changes(state, asking)) return turningTo(state, pages, asking);
    const id = keptAnswers.keep({ answer, asked: state.asked });
    return turning(page, pages, to => writeTurn(id, to));
  };
  const keyboard = keyboardOf([
    turn(),
    changes(state, asking) ? [] : opening(answer, state, asking),
    ...(page === messages.length || rich !== null ? offered(answer, state, asking) : []),
  ]);
  return { ...message, rich, keyboard, files: filesOf(answer) };
};

export const drawSources = (answer: Answer, asked: State, asking: Asking): Letter => {
  const messages = sourceMessages(answer);
  const { page, message } = pageOf(messages, asked.page);
  const state = { ...asked, page };
  const keyboard = keyboardOf([turningTo(state, messages.length, asking), back(state, asking)]);
  return { ...message, rich: null, keyboard, files: [] };
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
    turningTo(state, messages.length, asking),
    ...marks(answer, state, asking),
    back(state, asking),
  ]);
  return { ...message, rich: null, keyboard, files: [] };
};
