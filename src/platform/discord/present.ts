import type { Answer } from '../../core/answer.ts';
import { splitCommand } from '../../core/command.ts';
import { OPTION_CHARACTERS, PLACEHOLDER_CHARACTERS, SELECT_OPTIONS } from '../../render/discord/limits.ts';
import {
  answerView,
  type Body,
  type Button,
  type Form,
  pageBody,
  type Row,
  type Select,
  sourcesView,
  type View,
} from '../../render/discord/payload.ts';
import { shortened } from '../../render/pieces.ts';
import type { Asking } from '../common/asking.ts';
import { isWhy } from '../common/why.ts';
import { OFFERS, type State, writeOffer, writeState } from './state.ts';
import { WORDS } from './words.ts';

/** A message to send, drawn in the form that the chat takes. */
export type Draw = (form: Form) => Body;

type Option = Select['options'][number];

const button = (label: string, state: State, disabled: boolean, asking: Asking): readonly Button[] => {
  const id = writeState(state, asking);
  return id === null ? [] : [{ type: 2, style: 2, label, custom_id: id, disabled }];
};

const turning = (state: State, pages: number, asking: Asking): readonly Button[] =>
  pages < 2
    ? []
    : [
        ...button(WORDS.earlier, { ...state, opens: false, page: state.page - 1 }, state.page <= 1, asking),
        ...button(WORDS.later, { ...state, opens: false, page: state.page + 1 }, state.page >= pages, asking),
      ];

const opening = (answer: Answer, { asked }: State, asking: Asking): readonly Button[] => {
  if (answer.citations.length === 0) return [];
  const state = { opens: true, page: 1, asked };
  return [
    ...button(WORDS.sources, { ...state, view: 'sources' }, false, asking),
    ...(isWhy(asked.question) ? [] : button(WORDS.why, { ...state, view: 'why' }, false, asking)),
  ];
};

/** Buttons ask again, and what changes something must not be asked again without a word. */
export const changes = ({ asked }: Pick<State, 'asked'>, { commands }: Asking): boolean => {
  const split = splitCommand(asked.question);
  return commands.some(command => command.name === split?.name && command.changes?.(split.words) === true);
};

const row = (components: Row['components']): readonly Row[] =>
  components.length === 0 ? [] : [{ type: 1, components }];

const menu = (custom_id: string, placeholder: string, options: readonly Option[]): readonly Row[] =>
  options.length === 0
    ? []
    : row([
        {
          type: 3,
          custom_id,
          placeholder: shortened(placeholder, PLACEHOLDER_CHARACTERS),
          options: options.slice(0, SELECT_OPTIONS),
        },
      ]);

/** The questions offered next, each once. */
const offered = ({ blocks }: Answer, { asked }: State, asking: Asking): readonly Row[] => {
  const offers = blocks.filter(block => block.kind === 'offers');
  const options = new Map<string, Option>();
  for (const { label, question } of offers.flatMap(({ items }) => items)) {
    const value = question.trim() === '' ? null : writeOffer({ ...asked, question, previous: null }, asking);
    const words = shortened(label, OPTION_CHARACTERS);
    const full = shortened(question, OPTION_CHARACTERS);
    const shown = words === '' ? full : words;
    if (value === null || shown === '') continue;
    const more = full === '' || full === shown ? {} : { description: full };
    options.set(value, { label: shown, value, ...more });
  }
  return menu(OFFERS, offers[0]?.title.trim() || WORDS.offers, [...options.values()]);
};

const pageOf = (state: State, view: View): State => ({
  ...state,
  page: Math.min(Math.max(state.page, 1), view.pages.length),
});

/** A page of an answer, with what leads to its other pages, its sources, its rules, and to further questions. */
export const drawAnswer =
  (answer: Answer, asked: State, asking: Asking, extra: readonly Row[] = []): Draw =>
  form => {
    const view = answerView(answer, form);
    const state = pageOf({ ...asked, view: 'answer' }, view);
    const last = state.page === view.pages.length;
    return pageBody(view, state.page, [
      ...(changes(state, asking)
        ? []
        : row([...turning(state, view.pages.length, asking), ...opening(answer, state, asking)])),
      ...(last ? offered(answer, state, asking) : []),
      ...extra,
    ]);
  };

export const drawSources =
  (answer: Answer, asked: State, asking: Asking): Draw =>
  form => {
    const view = sourcesView(answer, form);
    const state = pageOf(asked, view);
    return pageBody(view, state.page, row(turning(state, view.pages.length, asking)));
  };

/** A menu of the citations of an answer; those beyond the limit follow the one that is open. */
export const whyMenu = (
  { citations }: Answer,
  open: number,
  state: State,
  asking: Asking,
): readonly Row[] => {
  const id = writeState({ ...state, view: 'why', opens: false, page: 1 }, asking);
  if (id === null || citations.length < 2) return [];
  const at = citations.findIndex(({ n }) => n === open);
  const first = Math.max(0, Math.min(at - 12, citations.length - SELECT_OPTIONS));
  return menu(
    id,
    WORDS.whyOther,
    citations.slice(first, first + SELECT_OPTIONS).map(({ n, quote, publisher }) => ({
      label: shortened(`[${n}] ${quote}`, OPTION_CHARACTERS),
      value: String(n),
      ...(publisher === null || publisher.trim() === ''
        ? {}
        : { description: shortened(publisher, OPTION_CHARACTERS) || WORDS.sources }),
    })),
  );
};
