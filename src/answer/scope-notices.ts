import type { Block } from '../core/answer.ts';
import type { Figure } from '../core/figure.ts';
import type { ScopeField } from '../query/compare.ts';
import { compareFigures, differingField, sameVictims } from '../query/compare.ts';
import { narrowerWord } from '../query/people.ts';
import { headNumber } from '../query/quantity.ts';
import type { Desk } from './draft.ts';
import { apartNotice, asStated, pairNotice } from './notices.ts';

type Notice = Extract<Block, { kind: 'notice' }>;

/** No more than a reader takes in. */
const MOST_NOTICES = 6;

const bodyOf = (figure: Figure): string => figure.body?.value ?? `article:${figure.article}`;

/** One figure for each thing a body says: the same number printed twice is set beside others once. */
const representatives = (figures: readonly Figure[]): Figure[] =>
  figures.filter(
    (figure, i) =>
      figures.findIndex(
        other =>
          bodyOf(other) === bodyOf(figure) &&
          other.measure === figure.measure &&
          other.place?.value === figure.place?.value &&
          other.period?.value.from === figure.period?.value.from &&
          other.period?.value.to === figure.period?.value.to &&
          other.operations === figure.operations &&
          sameVictims(other.victims, figure.victims) &&
          other.quantity.bound === figure.quantity.bound &&
          headNumber(other.quantity) === headNumber(figure.quantity),
      ) === i,
  );

/** Figures of one measure, place and period that count the same people: worth setting side by side. */
const isOneScope = (a: Figure, b: Figure): boolean =>
  a.measure === b.measure &&
  a.place?.value === b.place?.value &&
  a.period?.value.from === b.period?.value.from &&
  a.period?.value.to === b.period?.value.to &&
  sameVictims(a.victims, b.victims) &&
  narrowerWord(a) === narrowerWord(b);

interface Apart {
  readonly field: ScopeField;
  readonly left: Figure[];
  readonly right: Figure[];
}

/** Adds a pair to the line that says the same of the same two bodies, or opens one. */
const addApart = (all: Map<string, Apart>, a: Figure, b: Figure, field: ScopeField, words: string): void => {
  const key = [bodyOf(a), bodyOf(b), field, words].join('|');
  const known = all.get(key) ?? { field, left: [], right: [] };
  // One number a measure says it: "more than 2,500" beside 2,546 adds nothing here.
  if (known.left.every(other => other.measure !== a.measure)) known.left.push(a);
  if (known.right.every(other => other.measure !== b.measure)) known.right.push(b);
  all.set(key, known);
};

/**
 * How the figures of a section stand to each other, and to those of the scope around it: agreements, revisions and
 * disagreements one by one; what cannot be compared once for each two bodies and reason.
 * @param around figures of the whole scope, which those of `figures` lie in; none for the whole scope itself
 */
export const scopeNotices = (figures: readonly Figure[], around: readonly Figure[], desk: Desk): Notice[] => {
  const inside = representatives(figures);
  const outside = representatives(around);
  const met: Notice[] = [];
  const apart = new Map<string, Apart>();
  const look = (a: Figure, b: Figure): void => {
    const sameBody = bodyOf(a) === bodyOf(b);
    const result = compareFigures(asStated(a, desk), asStated(b, desk));
    if (result.kind === 'not-comparable') {
      if (sameBody) return;
      const field = differingField(a, b);
      addApart(
        apart,
        a,
        b,
        result.field,
        field === 'period' ? `${a.period?.value.from}${a.period?.value.to}` : '',
      );
      return;
    }
    // Two numbers in one article by one body differ in something the article does not say: no disagreement.
    if (sameBody && a.article === b.article && result.kind !== 'agree') return;
    const notice = pairNotice(a, b, desk);
    if (notice !== null) met.push(notice);
  };
  for (const [i, a] of inside.entries())
    for (const b of inside.slice(i + 1)) if (isOneScope(a, b)) look(a, b);
  for (const a of outside)
    for (const b of inside)
      if (
        a.measure === b.measure &&
        a.body !== null &&
        b.body !== null &&
        bodyOf(a) !== bodyOf(b) &&
        sameVictims(a.victims, b.victims) &&
        // A body that has a number for the whole scope is compared by that one; of several shorter ones by the longest.
        !outside.some(each => each.measure === b.measure && bodyOf(each) === bodyOf(b)) &&
        inside.find(each => each.measure === b.measure && bodyOf(each) === bodyOf(b)) === b
      )
        look(a, b);
  return [
    ...met,
    ...[...apart.values()].map(({ field, left, right }) => apartNotice(left, right, field, desk)),
  ].slice(0, MOST_NOTICES);
};
