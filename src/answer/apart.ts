import type { Block } from '../core/answer.ts';
import type { Figure } from '../core/figure.ts';
import { type ScopeField, sameVictims } from '../query/compare.ts';
import type { Desk } from './draft.ts';
import { apartNotice, fieldValue } from './notices.ts';

type Notice = Extract<Block, { kind: 'notice' }>;

/** Pairs that cannot be compared, one line for each two bodies and reason. */
export interface ApartBook {
  readonly add: (a: Figure, b: Figure, field: ScopeField) => void;
  readonly notices: () => Notice[];
}

/** A figure of the same kind and scope stands for this one: "more than 2,500" beside 2,546 adds nothing here. */
const isStoodFor = (figure: Figure, by: readonly Figure[]): boolean =>
  by.some(
    other =>
      other.measure === figure.measure &&
      other.place?.value === figure.place?.value &&
      sameVictims(other.victims, figure.victims),
  );

export const apartBook = (desk: Desk): ApartBook => {
  const lines = new Map<
    string,
    { readonly field: ScopeField; readonly left: Figure[]; readonly right: Figure[] }
  >();
  const bodyOf = (figure: Figure): string => figure.body?.value ?? `article:${figure.article}`;
  return {
    add: (a, b, field) => {
      const key = [bodyOf(a), bodyOf(b), field, fieldValue(a, field, desk), fieldValue(b, field, desk)].join(
        '|',
      );
      const line = lines.get(key) ?? { field, left: [], right: [] };
      if (!isStoodFor(a, line.left)) line.left.push(a);
      if (!isStoodFor(b, line.right)) line.right.push(b);
      lines.set(key, line);
    },
    notices: () => [...lines.values()].map(({ field, left, right }) => apartNotice(left, right, field, desk)),
  };
};
