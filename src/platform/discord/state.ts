import { ID_CHARACTERS, OPTION_CHARACTERS } from '../../render/discord/limits.ts';
import type { Asked, Asking } from '../common/asking.ts';

const VIEWS = { a: 'answer', s: 'sources', w: 'why' } as const;
type ViewName = (typeof VIEWS)[keyof typeof VIEWS];

const LETTERS: Readonly<Record<ViewName, string>> = { answer: 'a', sources: 's', why: 'w' };

/** What a button does: which page of which view of which answer, in its message or in one of its own. */
export interface State {
  readonly view: ViewName;
  readonly opens: boolean;
  /** From 1; 0 for the button before the first page, which cannot be pressed. */
  readonly page: number;
  readonly asked: Asked;
}

/** The first character is the version: buttons of messages outlive the program that sent them. Nine digits are a time. */
const SHAPE = /^1([ot])([asw])(\d{1,4})~([0-9a-z]{1,9})~([qk])([\s\S]+)$/;

type Keeping = Pick<Asking, 'keep' | 'kept'>;

/** @returns the custom_id of a button; null when the question is too long for it and could not be kept */
export const writeState = ({ view, opens, page, asked }: State, { keep }: Keeping): string | null => {
  const instant = Date.parse(asked.instant).toString(36);
  const head = `1${opens ? 'o' : 't'}${LETTERS[view]}${page}~${instant}~`;
  const whole = `${head}q${asked.question}`;
  if (asked.previous === null && whole.length <= ID_CHARACTERS && asked.question.isWellFormed()) return whole;
  const id = keep(asked);
  return id === null ? null : `${head}k${id}`;
};

/** @returns null for what is no button of ours, or whose question is kept no longer */
export const readState = (id: string, { kept }: Keeping): State | null => {
  const [, mode, letter, page, time, where, rest] = SHAPE.exec(id) ?? [];
  if (letter !== 'a' && letter !== 's' && letter !== 'w') return null;
  if (time === undefined || rest === undefined) return null;
  const instant = new Date(Number.parseInt(time, 36)).toISOString();
  const asked = where === 'q' ? { question: rest, instant, previous: null } : kept(rest);
  return asked === null ? null : { view: VIEWS[letter], opens: mode === 'o', page: Number(page), asked };
};

/** The value of an offered question in a menu; null when it is too long and could not be kept. */
export const writeOffer = (asked: Asked, { keep }: Keeping): string | null => {
  const value = `q${asked.question}`;
  if (value.length <= OPTION_CHARACTERS && value.isWellFormed()) return value;
  const id = keep(asked);
  return id === null ? null : `k${id}`;
};

/** The question of a value; null for what is none of ours. */
export const readOffer = (value: string, { kept }: Keeping): string | null =>
  value.startsWith('q') ? value.slice(1) : (kept(value.slice(1))?.question ?? null);

/** The custom_id of the menu of offers. */
export const OFFERS = '1offers';
