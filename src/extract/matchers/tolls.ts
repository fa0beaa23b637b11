import type { Draft, Matcher } from './draft.ts';
import { wordsBetween as textOf, wordsAt } from './subject.ts';
import { bareToll, one, tollMeasure } from './toll-measure.ts';

/** Reads "deaths went up from 20 in July to 65", "rose to 178 from 91 in October to December 2023", "100, up from 54". */
export const rise: Matcher = {
  name: 'rise',
  pattern:
    /(?<what>[FECJOK])(?<gap>[xpfDLBGtow",qbcuE]{0,12}?)(?:(?<p1>p)(?<old1>N)(?<when1>[pxD]{0,3})p(?<new1>N)|(?<p2>p)(?<new2>N)[,x]{0,3}(?<p3>p)(?<old2>N))/dg,
  read: (match, shape, running) => {
    const what = match.at('what');
    const first = match.at('old1');
    // "rose to 178 in October from 91 in September": the new number stands first, with its stretch.
    const turned = first !== null && wordsAt(shape, shape.units[first - 1]) === 'to';
    const [oldOne, newOne] = turned
      ? [match.at('new1'), first]
      : [first ?? match.at('old2'), match.at('new1') ?? match.at('new2')];
    if (what === null || oldOne === null || newOne === null) return [];
    const toll = [what, what + 1].find(at => /^tolls?$/.test(wordsAt(shape, shape.units[at])));
    const own = tollMeasure(textOf(shape, what - 2, what + 3));
    const measure = toll !== undefined && own === null ? bareToll(shape, toll, running) : own;
    // "The death toll climbed from 16 to 24": no earlier stretch, the same toll as it stood.
    const moved = toll !== undefined && !shape.letters.slice(what, match.end).includes('D');
    const before = wordsAt(shape, shape.units[oldOne - 1]);
    if (measure === null || !/(?:from|against)$/.test(before)) return [];
    const side = shape.units[what - 1];
    const word = side === undefined ? '' : wordsAt(shape, side);
    const people = shape.units[newOne]?.people[0];
    const militants = /^(?:militants?|terrorists?|insurgents?|outlaws?)$/.test(word);
    const named = (draft: Draft): Draft =>
      militants && people !== undefined && draft.people !== null
        ? { ...draft, people: { ...draft.people, side: 'militants' } }
        : draft;
    return [
      ...one(shape, newOne, { rule: moved ? 'toll' : 'rise', measure, role: 'total' }, what),
      ...one(shape, oldOne, { rule: 'rise', measure, role: moved ? 'superseded' : 'earlier' }, what),
    ].map(named);
  },
};

/** Reads "attacks were more frequent in October than in September, 48 against 45". */
export const against: Matcher = {
  name: 'against',
  pattern: /(?<what>[EFC])[xbpDc,tow]{0,14}?,(?<new>N)(?<link>p)(?<old>N)(?=[,.;]|$)/dg,
  read: (match, shape) => {
    const [what, now, link, old] = [match.at('what'), match.at('new'), match.at('link'), match.at('old')];
    if (what === null || now === null || link === null || old === null) return [];
    const measure = tollMeasure(textOf(shape, what - 1, what + 1));
    if (measure === null || wordsAt(shape, shape.units[link]) !== 'against') return [];
    return [
      ...one(shape, now, { rule: 'against', measure, role: 'total' }, what),
      ...one(shape, old, { rule: 'against', measure, role: 'earlier' }, what),
    ];
  },
};

/** Reads "At least 21 attacks", "1,166 incidents", "Thirty-five of the attacks", "444 militant attacks": happenings that are counted. */
export const events: Matcher = {
  name: 'events',
  pattern: /(?<count>V)/dg,
  read: (match, shape) => {
    const at = match.at('count');
    const unit = at === null ? undefined : shape.units[at];
    if (at === null || unit === undefined || unit.quantity === null) return [];
    const { low } = unit.quantity;
    // "one attack" and "two separate explosions" tell of incidents and do not count a period's; see extract/scope.ts.
    if (low === null) return [];
    return [
      {
        rule: 'events',
        measure: 'incidents',
        quantity: unit.quantity,
        people: null,
        from: unit.from,
        to: unit.to,
        verb: { from: unit.from, to: unit.to },
        statement: `events:${unit.from}`,
        role: 'total',
        hedged: false,
        sides: null,
      },
    ];
  },
};

/** Reads "It now stands at 38, from 31", after a sentence that named what is counted and gave no number. */
export const standsAt: Matcher = {
  name: 'stands-at',
  pattern: /(?<it>o|O)(?<gap>[xbc,]{0,5}?)(?<verb>u?,?)(?<to>p)(?<count>N)(?:,?(?<from>p)(?<old>N))?/dg,
  read: (match, shape, running) => {
    const [it, to, count, old] = [match.at('it'), match.at('to'), match.at('count'), match.at('old')];
    const measure = running.topic ?? running.total?.measure ?? null;
    if (it === null || to === null || count === null || measure === null) return [];
    // "The death toll rose to eight" says itself what it counts; see toll.
    if (shape.letters[it] === 'O' && tollMeasure(textOf(shape, it - 1, count)) !== null) return [];
    const words = textOf(shape, it, count);
    if (
      !/\b(?:to|at)$/.test(words) ||
      !/\b(?:stands?|stood|rose|risen|climbed|fell|doubled|tripled|jumped|reached|went|dropped|put)\b/.test(
        words,
      )
    )
      return [];
    const role = shape.letters[match.after('old') ?? 0] === 'p' ? 'earlier' : 'superseded';
    const earlier = old === null ? [] : one(shape, old, { rule: 'stands-at', measure, role }, it);
    return [...one(shape, count, { rule: 'stands-at', measure, role: 'total' }, it), ...earlier];
  },
};

/** Reads "the figure of 14" where the sentence says that it no longer holds. */
export const oldFigure: Matcher = {
  name: 'old-figure',
  pattern: /(?<it>O)f(?<count>N)/dg,
  read: (match, shape, running) => {
    const [it, count] = [match.at('it'), match.at('count')];
    const measure = running.total?.measure ?? null;
    if (it === null || count === null || measure === null) return [];
    const dropped = /\b(?:stop|earlier|previous|previously|initial|initially|first|old|wrong)\b/.test(
      textOf(shape, 0, shape.units.length),
    );
    return dropped ? one(shape, count, { rule: 'old-figure', measure, role: 'superseded' }, it) : [];
  },
};

/** Reads "had spoken of one martyr and four wounded", "Counts had climbed from one soldier to five people": what was said before. */
export const saidBefore: Matcher = {
  name: 'said-before',
  pattern: /O[xbuD,]{1,8}p(?<old>[QN])[pDx]{0,5}p(?<new>[QN])(?![KIXF])/dg,
  read: (match, shape, running) => {
    const [before, after] = [match.at('old'), match.at('new')];
    const measure = running.total?.measure ?? null;
    const words = textOf(shape, match.start, match.end);
    if (before === null || after === null || measure === null || !/\bhad\b.*\bfrom\b.*\bto\b/.test(words))
      return [];
    return [before, after].flatMap(at =>
      one(shape, at, { rule: 'said-before', measure, role: 'superseded' }, match.start),
    );
  },
};
