import type { Answer } from '../../core/answer.ts';
import { answerView, type Body, pageBody, type View } from './payload.ts';

/** One message that is sent later, in the forms in which it may be sent, best first. */
export interface FrozenPost {
  readonly forms: readonly Omit<Body, 'files'>[];
}

/** Passes on what an earlier part posted to the channels that follow. */
export interface FrozenCrosspost {
  /** Number of that part, from 1. */
  readonly crosspost: number;
}

/** A page without files: they are no part of a body. */
const bodyOf = (view: View, at: number): Omit<Body, 'files'> => {
  const { files: _, ...body } = pageBody({ ...view, files: [] }, at, []);
  return body;
};

/** An answer in messages that no button can turn the pages of. Pages are cut so that each form of one says the same. */
export const frozenPosts = (
  answer: Answer,
  crosspost: boolean,
): readonly (FrozenPost | FrozenCrosspost)[] => {
  const view = answerView(answer, 'embed');
  const posts = view.pages.map((_, i) => ({
    forms: (['components', 'embed'] as const).map(form => bodyOf({ ...view, form }, i + 1)),
  }));
  return [...posts, ...(crosspost ? posts.map((_, i) => ({ crosspost: i + 1 })) : [])];
};
