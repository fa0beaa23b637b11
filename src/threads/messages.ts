import type { Answer } from '../core/answer.ts';
import type { Asker, CommandOption, Whereabouts } from '../core/command.ts';
import type { Fetched } from '../ingest/fetch/fetched.ts';
import type { Wishes } from '../ingest/fetch/fetcher.ts';
import type { Visited } from '../intake/visit-state.ts';
import type { Asked } from '../platform/common/asking.ts';
import type { SentError } from './sent-error.ts';

/** Who asks, without what cannot be copied: what the bot lacks where it is asked is asked back for. */
export type SentAsker = Omit<Asker, 'at'> & { readonly at?: Omit<Whereabouts, 'missing'> };

/** What is told of one fetch; it is never stopped from another thread. */
export type SentWishes = Omit<Wishes, 'signal'>;

/** What the bots send to the thread that answers. Numbers tell which reply is whose. */
export type ToAnswers =
  | { readonly kind: 'ask'; readonly id: number; readonly asked: Asked; readonly asker: SentAsker | null }
  | {
      readonly kind: 'complete';
      readonly id: number;
      readonly option: CommandOption;
      readonly typed: string;
    }
  | { readonly kind: 'plan' | 'stop-planning' | 'end' }
  | { readonly kind: 'missing'; readonly id: number; readonly names: readonly string[] }
  | { readonly kind: 'fetched'; readonly id: number; readonly fetched: Fetched };

/** What the thread that answers sends to the bots. */
export type FromAnswers =
  | { readonly kind: 'open'; readonly refusals: readonly string[] }
  /** It could not be opened, and will end. */
  | { readonly kind: 'shut'; readonly why: string }
  /** So many articles have to be put into the index first; one of them was; all were. */
  | { readonly kind: 'indexing'; readonly total: number }
  | { readonly kind: 'indexed' | 'index-whole' }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'names'; readonly id: number; readonly names: readonly string[] }
  | {
      readonly kind: 'bug';
      readonly of: 'answers' | 'planning';
      readonly error: SentError;
      readonly where: string;
    }
  | { readonly kind: 'trouble'; readonly line: string }
  | { readonly kind: 'planned' | 'ended' }
  /** What does the bot lack where question `of` is asked? */
  | { readonly kind: 'missing'; readonly id: number; readonly of: number }
  | { readonly kind: 'fetch'; readonly id: number; readonly address: string; readonly wishes: SentWishes };

/** What the bots send to the thread that takes articles in. */
export type ToIntake =
  | { readonly kind: 'stop' }
  | { readonly kind: 'fetch'; readonly id: number; readonly address: string; readonly wishes: SentWishes };

/** What the thread that takes articles in sends to the bots. */
export type FromIntake =
  | { readonly kind: 'shut'; readonly why: string }
  | { readonly kind: 'visit'; readonly visited: Visited }
  | { readonly kind: 'file'; readonly name: string; readonly refusals: readonly string[] }
  | { readonly kind: 'trouble'; readonly line: string }
  | { readonly kind: 'bug'; readonly error: SentError; readonly where: string }
  | { readonly kind: 'fetched'; readonly id: number; readonly fetched: Fetched }
  | { readonly kind: 'ended' };
