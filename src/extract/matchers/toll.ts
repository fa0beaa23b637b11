import type { Quantity } from '../../core/figure.ts';
import type { Draft, Matcher } from './draft.ts';
import { measureOf, wordsBetween as textOf, wordsAt } from './subject.ts';
import { measureFor, one, sidesIn, tollMeasure } from './toll-measure.ts';

/** A toll that may come is none. */
const MAYBE =
  /\b(?:may|might|could|would|will|can|should|expected|expects?|likely|feared|fears?|threatens?|if|target)\b/;
const DROPPED = /\b(?:earlier|previous|previously|initial|initially|preliminary)\b/;
const PAST = /^(?:cross|top|pass|exceed|surpass)/;
const REACHES =
  /^(?:reach(?:ed|es|ing)|hits?|touch(?:ed|es)|remain(?:s|ed)|total(?:l?ed|s)|cross(?:ed|es|ing)|tops|topped|topping|pass(?:ed|es|ing)|exceed(?:ed|s|ing)|surpass(?:ed|es|ing)|was|is|were|now|stood at|stands at)$/;

/** "crosses 100", "tops 200" */
const beyond = (quantity: Quantity, link: string): Quantity =>
  PAST.test(link) && quantity.bound === 'exact'
    ? { low: (quantity.low ?? 0) + 1, high: null, bound: 'more-than' }
    : quantity;

/**
 * Reads "the death toll rose to 26", "Toll crosses 100", "bringing the toll to nine", "put the number of dead at 25",
 * "the number of people killed has gone up to five", "the number of its captives at 18".
 */
export const toll: Matcher = {
  name: 'toll',
  pattern:
    /(?<toll>O|F|C|(?:(?<=t)[dI]|E)(?=[bx]{0,2}u))(?<gap>[xpfDLBGtow"',–qbcvEFOsKIXHuP&TACSd#]{0,20}?)(?:pN)?(?<to>p|u|b|S)(?<count>[NQ])(?<state>[dKI])?(?<from>,?(?:x|pp|p|c){1,2}(?<old>N)(?![KIxFdM]))?/dg,
  read: (match, shape, running) => {
    const [tollAt, to, count, old] = [match.at('toll'), match.at('to'), match.at('count'), match.at('old')];
    if (tollAt === null || to === null || count === null) return [];
    const link = wordsAt(shape, shape.units[to]);
    const direct = shape.letters[to] !== 'p';
    // "climbs above 80": the bound of the number is what it reaches.
    const open = shape.units[count]?.people[0]?.quantity?.bound === 'more-than' && shape.letters[to] === 'u';
    if (direct ? !REACHES.test(link) && !open : !/^(?:to|at|past)$/.test(link)) return [];
    const gap = textOf(shape, tollAt, to);
    if (MAYBE.test(textOf(shape, tollAt - 3, count))) return [];
    const measure = measureFor(shape, [tollAt - 2, tollAt, to], match.at('state'), running);
    if (measure === null) return [];
    const letter = shape.letters[tollAt] ?? '';
    const isLink = link === 'to' || link.endsWith(' to') || link === 'past';
    const moved = /[umS]/.test(shape.letters.slice(Math.max(0, tollAt - 8), count));
    // "fatalities … to 26" needs a verb that moves; "the number of dead was 26" does not.
    if ((letter !== 'O' || isLink) && !moved) return [];
    const spoken = shape.units.slice(Math.max(0, tollAt - 4), tollAt + 1);
    if (letter === 'E' && !/s$/.test(wordsAt(shape, shape.units[tollAt]))) return [];
    const verb = spoken.findLastIndex(unit => 'uvbm'.includes(unit.symbol));
    const sides =
      letter === 'E'
        ? []
        : sidesIn(
            spoken
              .slice(verb + 1)
              .filter(unit => unit.symbol !== 'B')
              .map(unit => wordsAt(shape, unit))
              .concat(/\bamong (?:the )?(\w+(?: \w+)?)/.exec(gap)?.[1] ?? '')
              .join(' '),
          );
    const dropped = DROPPED.test(`${textOf(shape, tollAt - 2, tollAt)} ${gap}`);
    const role = dropped ? 'superseded' : 'total';
    const drafts = one(shape, count, { rule: 'toll', measure, role }, tollAt)
      .map((draft): Draft => ({ ...draft, quantity: beyond(draft.quantity, link) }))
      .map(
        (draft): Draft => (sides.length === 0 || draft.people?.side != null ? draft : { ...draft, sides }),
      );
    // "has reached 27 after one of the injured died": who died is no earlier toll.
    const compared =
      old !== null && /^(?:from|than|against|with|not)$/.test(wordsAt(shape, shape.units[old - 1]));
    const earlier =
      old !== null && compared ? one(shape, old, { rule: 'toll', measure, role: 'superseded' }, tollAt) : [];
    return [...drafts, ...earlier];
  },
};

/** Reads "a death toll of 12", "a provisional toll of 12 dead", "an earlier toll of 14". */
export const tollOf: Matcher = {
  name: 'toll-of',
  pattern: /(?<toll>O)f(?<count>[NQ])(?<state>[dKI])?/dg,
  read: (match, shape, running) => {
    const [at, count] = [match.at('toll'), match.at('count')];
    if (at === null || count === null) return [];
    if (!/^(?:tolls?|tally|count)$/.test(wordsAt(shape, shape.units[at]))) return [];
    const measure = measureFor(shape, [at - 2, at, at + 1], match.at('state'), running);
    if (measure === null || MAYBE.test(textOf(shape, at - 3, count))) return [];
    const role = DROPPED.test(textOf(shape, at - 3, at)) ? 'superseded' : 'total';
    return one(shape, count, { rule: 'toll-of', measure, role }, at);
  },
};

/** Reads "toll 3", "death toll now 26" at the end of a headline. */
export const tollBare: Matcher = {
  name: 'toll-bare',
  pattern: /(?<toll>O)b?(?<count>N)(?=[,;)]|$)/dg,
  read: (match, shape, running) => {
    const [at, count] = [match.at('toll'), match.at('count')];
    if (at === null || count === null || !shape.line.headline) return [];
    if (!/^tolls?$/.test(wordsAt(shape, shape.units[at]))) return [];
    const measure = measureFor(shape, [at - 1, at, at + 1], null, running);
    return measure === null ? [] : one(shape, count, { rule: 'toll', measure, role: 'total' }, at);
  },
};

/** Reads what a table or a summary labels: "Killed: 26, injured: 62", "Death toll: 26". */
export const labelled: Matcher = {
  name: 'labelled',
  pattern: /(?<label>[KIFJdCO]):(?<count>N)(?=[,;.)&–]|$)/dg,
  read: (match, shape) => {
    const [label, count] = [match.at('label'), match.at('count')];
    if (label === null || count === null || /[NQ]/.test(shape.letters[label - 1] ?? '')) return [];
    const measure = measureOf(shape.units[label]) ?? tollMeasure(textOf(shape, label - 1, label + 1));
    return measure === null ? [] : one(shape, count, { rule: 'labelled', measure, role: 'total' }, label);
  },
};
