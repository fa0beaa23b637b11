import { BUTTON_BYTES } from '../../render/telegram/limits.ts';
import type { Asked, Asking } from '../common/asking.ts';

const VIEWS = { a: 'answer', s: 'sources', w: 'why' } as const;
type ViewName = (typeof VIEWS)[keyof typeof VIEWS];

const LETTERS: Readonly<Record<ViewName, string>> = { answer: 'a', sources: 's', why: 'w' };

/** What a button shows in its message. */
export interface State {
  readonly view: ViewName;
  readonly page: number;
  /** The number of the citation whose reading is explained; 0 for other views. */
  readonly n: number;
  readonly asked: Asked;
}

/** What a button does: shows something else, turns a page of a kept answer, asks a question of its own, sets how answers look, sends one again. */
export type Press =
  | { readonly kind: 'show'; readonly state: State }
  | { readonly kind: 'turn'; readonly id: string; readonly page: number }
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'form'; readonly form: 'plain' | 'rich' }
  | { readonly kind: 'again'; readonly milliseconds: number };

type Keeping = Pick<Asking, 'keep' | 'kept'>;

const bytes = (text: string): number => new TextEncoder().encode(text).length;

const fits = (data: string): boolean => bytes(data) <= BUTTON_BYTES && data.isWellFormed();

/** The first character is the version: buttons outlive the program that sent them. */
const SHOW = /^1([asw])(\d{1,3})(?:\.(\d{1,3}))?~([0-9a-z]{1,9})~([qk])([\s\S]+)$/;

/** @returns null when the question is too long for a button and could not be kept */
export const writeState = ({ view, page, n, asked }: State, { keep }: Keeping): string | null => {
  const head = `1${LETTERS[view]}${page}${n === 0 ? '' : `.${n}`}~${Date.parse(asked.instant).toString(36)}~`;
  const whole = `${head}q${asked.question}`;
  if (asked.previous === null && fits(whole)) return whole;
  const id = keep(asked);
  return id === null ? null : `${head}k${id}`;
};

const readState = (data: string, { kept }: Keeping): State | null => {
  const [, letter, page, n = '0', time, where, rest] = SHOW.exec(data) ?? [];
  if (letter !== 'a' && letter !== 's' && letter !== 'w') return null;
  const milliseconds = Number.parseInt(time ?? '', 36);
  if (rest === undefined || !(milliseconds < 8.64e15)) return null;
  const instant = new Date(milliseconds).toISOString();
  const asked = where === 'q' ? { question: rest, instant, previous: null } : kept(rest);
  return asked === null ? null : { view: VIEWS[letter], page: Number(page), n: Number(n), asked };
};

/** The button of an offered question. */
export const writeOffer = (asked: Asked, { keep }: Keeping): string | null => {
  const whole = `1oq${asked.question}`;
  if (fits(whole)) return whole;
  const id = keep(asked);
  return id === null ? null : `1ok${id}`;
};

export const writeTurn = (id: string, page: number): string => `1p${page}~${id}`;

export const writeForm = (form: 'plain' | 'rich'): string => `1f${form}`;

export const writeAgain = (instant: string): string => `1r${Date.parse(instant).toString(36)}`;

/** @returns null for what is no button of ours, or whose question is kept no longer */
export const readPress = (data: string, keeping: Keeping): Press | null => {
  if (data === '1fplain' || data === '1frich')
    return { kind: 'form', form: data === '1frich' ? 'rich' : 'plain' };
  if (data.startsWith('1oq')) return { kind: 'ask', question: data.slice(3) };
  if (data.startsWith('1ok')) {
    const kept = keeping.kept(data.slice(3));
    return kept === null ? null : { kind: 'ask', question: kept.question };
  }
  const [, page, id] = /^1p(\d{1,3})~([0-9a-f]{16})$/.exec(data) ?? [];
  if (page !== undefined && id !== undefined) return { kind: 'turn', id, page: Number(page) };
  const again = /^1r([0-9a-z]{1,9})$/.exec(data)?.[1];
  if (again !== undefined) return { kind: 'again', milliseconds: Number.parseInt(again, 36) };
  const state = readState(data, keeping);
  return state === null ? null : { kind: 'show', state };
};
