import type { BodyId } from './actor.ts';
import type { ArticleId } from './article.ts';
import type { Bound, FigureId, Measure, VictimClass } from './figure.ts';
import type { Period } from './period.ts';
import type { Span } from './span.ts';

/** A quoted stretch of an article. `n` is what [n] in the answer points to, from 1. */
export interface Citation {
  readonly n: number;
  readonly article: ArticleId;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** The words that print the figure, or the sentence when a sentence is what is cited. */
  readonly quote: string;
  /** The whole sentence. */
  readonly sentence: string;
  /** Where the quote stands in the article's text. */
  readonly start: number;
  readonly end: number;
}

/** A figure that the answer states. Names are for reading; null is unknown. */
export interface AnswerFigure {
  readonly id: FigureId;
  readonly measure: Measure;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: Bound;
  readonly victims: readonly VictimClass[];
  readonly place: string | null;
  readonly period: Period | null;
  readonly body: { readonly id: BodyId; readonly name: string } | null;
  /** The number of its citation. */
  readonly citation: number;
}

/** Text in a line: plain words, words that matter, a citation mark, a link. */
export type Inline =
  | string
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'cite'; readonly n: number }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** How two or more figures stand to each other, or what a check of one body's arithmetic found. */
export type NoticeTone = 'agree' | 'revision' | 'disagree' | 'not-comparable' | 'check' | 'info' | 'warning';

export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'facts';
      readonly rows: readonly { readonly label: string; readonly content: readonly Inline[] }[];
    }
  /** A cited sentence; `marks` are the words of the figure, counted in `text`. */
  | { readonly kind: 'quote'; readonly n: number; readonly text: string; readonly marks: readonly Span[] }
  | { readonly kind: 'notice'; readonly tone: NoticeTone; readonly content: readonly Inline[] }
  /** A file to be saved, on platforms that send files; elsewhere its text, line for line. */
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly text: string }
  /** Questions the corpus can answer, offered as the next one. */
  | {
      readonly kind: 'offers';
      readonly title: string;
      readonly items: readonly { readonly label: string; readonly question: string }[];
    };

/** One answer, the same on every platform. Its JSON is a public interface. */
export interface Answer {
  readonly question: string;
  readonly title: string;
  readonly refused: boolean;
  readonly blocks: readonly Block[];
  /** The whole answer in plain characters. */
  readonly text: string;
  /** What it states as its answer; not what it offers as a next question, nor background it quotes. */
  readonly figures: readonly AnswerFigure[];
  readonly citations: readonly Citation[];
}
