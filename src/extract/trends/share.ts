import type { SentenceFacts } from '../sentence/facts.ts';
import type { Knowledge } from '../vocabulary.ts';
import { countedAfter } from './counted.ts';
import { type NumberWords, percentAt } from './percent.ts';
import type { TrendDraft, TrendMatcher } from './trend-draft.ts';

const draft = (rule: string, share: NumberWords): TrendDraft => ({
  rule,
  kind: 'share',
  value: share.value,
  bound: share.bound,
  direction: null,
  measure: null,
  from: share.from,
  to: share.to,
  whole: null,
});

const fits = (share: NumberWords): boolean => share.value > 0 && share.value <= 100;

/** Reads "63 per cent of the fatalities", "nearly half of those killed", "two thirds of the attacks". */
export const shareOf: TrendMatcher = {
  name: 'share-of',
  read: ({ shape: { line } }, knowledge) =>
    line.words.flatMap((_, at) => {
      const share = percentAt(line, at, knowledge);
      if (share === null || !fits(share)) return [];
      // "half the deaths"
      const of = line.folded[share.to] === 'of' ? 1 : 0;
      const counted =
        of === 1 || line.folded[share.to] === 'the' ? countedAfter(line, share.to + of, knowledge) : null;
      return counted === null
        ? []
        : [
            {
              ...draft('share-of', share),
              measure: counted.measure,
              to: counted.to,
              whole: { from: share.to, to: counted.to },
            },
          ];
    }),
};

/** "with 1,612 deaths, accounting for 63 pc": what of, the figures beside it say. */
export const accountsFor: TrendMatcher = {
  name: 'accounts-for-share',
  read: ({ shape: { line } }, knowledge) =>
    line.words.flatMap((_, at) => {
      const verb = knowledge.lexicon.trends.accounts.longestAt(line.folded, at);
      if (verb === null) return [];
      const share = firstPercent(line.words.length, at + verb.length, k => percentAt(line, k, knowledge));
      const next = share === null ? undefined : line.words[share.to];
      const ends = next === undefined || (next.kind === 'mark' && next.text !== '(') || next.folded === 'and';
      return share !== null && fits(share) && ends
        ? [{ ...draft('accounts-for-share', share), from: at }]
        : [];
    }),
};

/** The percentage that begins within the words a bound takes. */
const firstPercent = (
  length: number,
  from: number,
  read: (at: number) => NumberWords | null,
): NumberWords | null => {
  for (let at = from; at < Math.min(from + 4, length); at++) {
    const found = read(at);
    if (found !== null) return found;
  }
  return null;
};

/** Reads "Of the dead, 63 per cent were civilians". */
export const ofTheDead: TrendMatcher = {
  name: 'of-the-dead-share',
  read: (facts: SentenceFacts, knowledge: Knowledge) => {
    const { line } = facts.shape;
    if (line.folded[0] !== 'of') return [];
    const counted = countedAfter(line, 1, knowledge);
    if (counted === null) return [];
    const from = counted.to + (line.words[counted.to]?.text === ',' ? 1 : 0);
    const share = firstPercent(line.words.length, from, at => percentAt(line, at, knowledge));
    const verb = share === null ? '' : (line.folded[share.to] ?? '');
    return share !== null && fits(share) && /^(?:were|was|are|is)$/.test(verb)
      ? [
          {
            ...draft('of-the-dead-share', share),
            measure: counted.measure,
            whole: { from: 1, to: counted.to },
          },
        ]
      : [];
  },
};
