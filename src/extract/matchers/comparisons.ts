import type { Shape } from '../units/units.ts';
import type { Draft } from './draft.ts';

/** Word by word backwards from a number: "more than the", "compared with", "up from", "as against". */
const COMPARED: readonly (readonly string[])[] = [
  ['than'],
  ['against'],
  ['versus'],
  ['vs'],
  ['compared', 'to'],
  ['compared', 'with'],
  ['up', 'from'],
  ['down', 'from'],
  ['increase', 'from'],
  ['decrease', 'from'],
  ['rise', 'from'],
  ['drop', 'from'],
];

/** Whether the number at a word is what another one is compared with. */
const isCompared = (shape: Shape, at: number): boolean => {
  const { folded } = shape.line;
  const end = /^(?:the|just|only|some|about)$/.test(folded[at - 1] ?? '') ? at - 1 : at;
  // "more than in 2023, when 306 attacks took place"
  const period = folded.slice(Math.max(0, end - 10), end).join(' ');
  return (
    COMPARED.some(words => words.every((word, i) => folded[end - words.length + i] === word)) ||
    /\bthan (?:in|during|for|the)\b.*\b(?:when|which|with)(?: (?:saw|had|recorded|the))?$/.test(period)
  );
};

/**
 * Marks what a total is compared with as an earlier period's: "951 deaths in 2023, compared with 645 deaths in 2022".
 * A bare number there ("up from 52 in September") counts what the total before it counts.
 */
export const readComparisons = (shape: Shape, drafts: readonly Draft[]): Draft[] => {
  const totalBefore = (at: number): Draft | undefined =>
    drafts.findLast(draft => draft.role === 'total' && draft.to <= at);
  const marked = drafts.map((draft): Draft => {
    const before = drafts.some(
      other => other.measure === draft.measure && other.to <= draft.from && other.role === 'total',
    );
    return draft.role === 'total' && before && isCompared(shape, draft.from)
      ? { ...draft, role: 'earlier' }
      : draft;
  });
  const bare = shape.units.flatMap((unit): Draft[] => {
    const [people] = unit.people;
    if (unit.symbol !== 'N' || people?.quantity == null || !isCompared(shape, unit.from)) return [];
    const total = totalBefore(unit.from);
    if (total === undefined || drafts.some(draft => draft.from < unit.to && unit.from < draft.to)) return [];
    return [
      {
        ...total,
        rule: 'compared',
        quantity: people.quantity,
        from: unit.from,
        to: unit.to,
        verb: { from: unit.from, to: unit.to },
        statement: `compared:${unit.from}`,
        role: 'earlier',
      },
    ];
  });
  return [...marked, ...bare];
};
