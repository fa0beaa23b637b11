import type { Shape } from '../units/units.ts';
import type { Draft, Matcher } from './draft.ts';
import { agrees, draftsFor, GAP, hasBe, isSpeaker, measureOf, wordsAt, wordsBetween } from './subject.ts';

/** "two of the wounded": whose death comes on top of the toll told before. */
const OF_THE_WOUNDED = 'f[towN]?x?I';

/** "Two of the wounded died", "Three later succumbed": they were no part of the dead so far. */
const onTop = (draft: Draft): Draft =>
  draft.people === null ? draft : { ...draft, people: { ...draft.people, more: true } };

const LATER_DIED = /^I[ptxEDLf,]{0,8}[&c][xb]{0,3}X/;

/** Reads "Two soldiers were killed", "A policeman posted outside a clinic was martyred", "12 militants have been arrested", "was tied to a pole and shot dead". */
export const passive: Matcher = {
  name: 'passive',
  pattern: new RegExp(
    `(?<who>[QNTPU])(?<hurt>${OF_THE_WOUNDED})?(?<gap>${GAP})(?<be>b[bx"]{0,3}?)(?:S&|x[xptLD]{0,5}&(?=K))?(?<verb>[KIHRCd])(?<also>(?:,?&|/)[xb]{0,3}(?<second>[KIHRX])(?![xt"]{0,2}[QNTP]))?`,
    'dg',
  ),
  read: (match, shape) => {
    const [who, be, verb] = [match.at('who'), match.at('be'), match.at('verb')];
    if (who === null || be === null || verb === null) return [];
    const people = shape.units[who]?.people ?? [];
    const before = shape.letters[who - 1] ?? '';
    const gapped = (match.after('gap') ?? 0) > (match.at('gap') ?? 0);
    if (gapped && /[pf]/.test(before) && shape.letters[who + 1] !== 'w') return [];
    // "the residence of a priest was burned": what was burned is no person.
    const owner =
      before === 'f' &&
      people.every(one => one.quantity?.high === 1) &&
      /[x#L]/.test(shape.letters[who - 2] ?? '');
    if (owner || !hasBe(shape, be, verb) || !agrees(shape, people, be, be + 1) || isSpeaker(shape, who))
      return [];
    // "was injured in the blast and later died": he is counted once, among the dead; see laterDied.
    if (LATER_DIED.test(shape.letters.slice(verb))) return [];
    const first = measureOf(shape.units[verb]);
    const secondAt = match.at('second');
    const second = secondAt === null ? null : measureOf(shape.units[secondAt]);
    if (first === null) return [];
    if (match.at('hurt') !== null)
      return first === 'fatalities'
        ? draftsFor(shape, who, { rule: 'passive', measure: first, verb: [be, verb + 1] }).map(onTop)
        : [];
    // "Dacayo, a prosecutor and a cousin of the mayor, was killed": a list with "was" says who one man is.
    const one = people.length > 1 && /^(?:was|is|has)\b/.test(wordsAt(shape, shape.units[be]));
    const read = (measure: NonNullable<typeof first>, at: number): Draft[] => {
      const drafts = draftsFor(shape, who, { rule: 'passive', measure, verb: [be, at + 1] });
      return one
        ? drafts.slice(0, 1).map(draft => ({ ...draft, quantity: { low: 1, high: 1, bound: 'exact' } }))
        : drafts;
    };
    if (secondAt === null || second === null || second === first) return read(first, verb);
    // "20 people were killed and injured" is one number for both.
    const died = shape.letters[secondAt] === 'X';
    if (died) return read('fatalities', secondAt);
    const both = new Set([first, second]);
    if (both.has('fatalities') && both.has('injuries')) return read('casualties', secondAt);
    return [...read(first, verb), ...read(second, secondAt)];
  },
};

/** Reads "Four policemen killed in attack", "31 wounded", "five dead": the verb "to be" is left out. */
export const reduced: Matcher = {
  name: 'reduced',
  pattern:
    /(?<who>[QNP])(?:x|b|v|p[DL#]|pxx|f[tx]{0,2}[x#])?(?<verb>[KIHRds])(?<both>,[KI](?![NQ]))?(?!["xt]{0,1}[QTPn]|x?N(?![KIHRd]))/dg,
  read: (match, shape) => {
    const [who, verb] = [match.at('who'), match.at('verb')];
    const unit = who === null ? undefined : shape.units[who];
    const measure = verb === null ? null : (measureOf(shape.units[verb]) ?? null);
    if (who === null || verb === null || measure === null || unit === undefined) return [];
    if (LATER_DIED.test(shape.letters.slice(verb))) return [];
    const { headline } = shape.line;
    // "Malik Khan shot dead": a whole name, in a headline; elsewhere names own what follows.
    const closed = /^[p,&cD;.)]?$/.test(shape.letters[verb + 1] ?? '');
    if (unit.symbol === 'P' && !(headline && closed && unit.to - unit.from > 1)) return [];
    if (shape.letters[who + 1] === 'v' && wordsAt(shape, shape.units[who + 1]) !== 'said') return [];
    // "Two more injured succumb": they are dead now, on top of the toll.
    if (shape.letters[verb] === 'I' && shape.letters[verb + 1] === 'X')
      return draftsFor(shape, who, {
        rule: 'reduced',
        measure: 'fatalities',
        verb: [verb + 1, verb + 2],
      }).map(onTop);
    // "Five killed, injured in two cities": one number for both.
    if (headline && match.at('both') !== null)
      return draftsFor(shape, who, { rule: 'reduced', measure: 'casualties', verb: [verb, verb + 1] });
    if (
      unit.people.every(people => people.form === 'one') &&
      shape.letters[verb] !== 'd' &&
      unit.people.length === 1
    ) {
      // "a policeman injured two men" is active, "a policeman killed in the blast" is not: a preposition, comma, "and" or the end follows.
      // "Killer of policeman arrested": he only says whose killer.
      const owned = headline && shape.letters[who - 1] === 'f';
      if (!closed || owned) return [];
    }
    return draftsFor(shape, who, { rule: 'reduced', measure, verb: [verb, verb + 1] });
  },
};

/** "Three children were among five people who died": the clause is of the five, and the three are a part of them. */
const othersSuffer = (shape: Shape, from: number, to: number): boolean =>
  /p[QN]w[bx]{0,2}$/.test(shape.letters.slice(from, to)) &&
  /\bamong(?:st)?\b/.test(wordsBetween(shape, from, to));

/** Reads "Six civilians lost their lives", "Ten people are now known to have died", "three sustained injuries". */
export const suffered: Matcher = {
  name: 'suffered',
  pattern: new RegExp(`(?<who>[QNTPU])(?<hurt>${OF_THE_WOUNDED})?(?<gap>${GAP})(?<verb>[XY])`, 'dg'),
  read: (match, shape) => {
    const [who, verb] = [match.at('who'), match.at('verb')];
    if (who === null || verb === null || isSpeaker(shape, who)) return [];
    const before = shape.letters[who - 1] ?? '';
    const gapped = (match.after('gap') ?? 0) > (match.at('gap') ?? 0);
    // "among five people who died": the clause is theirs.
    if (gapped && /[pf]/.test(before) && shape.letters[who + 1] !== 'w') return [];
    if (othersSuffer(shape, who + 1, verb)) return [];
    const people = shape.units[who]?.people ?? [];
    // "Akbar Bugti died on August 26, 2006": a lone name that dies, with no violence named, died of itself.
    const natural = /^(?:died|dies|passed away)$/.test(wordsAt(shape, shape.units[verb]));
    if (natural && people.length === 1 && people[0]?.form === 'named' && !/[KkSH]/.test(shape.letters))
      return [];
    // "rose to five after a wounded man did not survive": the toll before holds him.
    const wounded = people.length === 1 && people[0]?.form === 'one' && people[0].adjective === 'injuries';
    if (wounded && shape.letters.includes('O')) return [];
    const measure = shape.letters[verb] === 'X' ? 'fatalities' : 'injuries';
    const drafts = draftsFor(shape, who, { rule: 'suffered', measure, verb: [verb, verb + 1] });
    const later =
      people[0]?.form === 'elliptic' &&
      /\b(?:later|subsequently|eventually)$/.test(wordsBetween(shape, who + 1, verb));
    return measure === 'fatalities' && (later || match.at('hurt') !== null) ? drafts.map(onTop) : drafts;
  },
};

const CAPTIVES = new Set(['hostage', 'captive', 'abductee', 'victim', 'detainee']);

/** Reads "The hostages were shot and killed" after "abducted five people": the number stands in a sentence before. */
export const anaphor: Matcher = {
  name: 'anaphor',
  pattern: /(?<who>[qo])(?<gap>[xpDL]{0,4}?)(?<be>b[bx]{0,3}?)(?<verb>[KIx])/dg,
  read: (match, shape, running) => {
    const [who, be, verb] = [match.at('who'), match.at('be'), match.at('verb')];
    const unit = who === null ? undefined : shape.units[who];
    const people = unit?.people[0];
    const theirs = unit !== undefined && /^their (?:dead )?bodies$/.test(wordsAt(shape, unit));
    const found =
      theirs && verb !== null && /^(?:found|recovered|discovered)$/.test(wordsAt(shape, shape.units[verb]));
    const measure = verb === null ? null : found ? 'fatalities' : measureOf(shape.units[verb]);
    if (
      who === null ||
      be === null ||
      verb === null ||
      unit === undefined ||
      (people === undefined && wordsAt(shape, unit) !== 'they') ||
      measure === null
    )
      return [];
    const they = people === undefined;
    const pointed = they || theirs || /^(?:the|these|those)$/.test(shape.line.folded[unit.from] ?? '');
    // "They were killed" is read of captives alone: elsewhere too much can be meant.
    if (they && running.total?.measure !== 'abductions') return [];
    if (!pointed || unit.people.length > 1 || !hasBe(shape, be, verb)) return [];
    const meant = running.people.findLast(
      earlier =>
        theirs ||
        they ||
        earlier.noun === people?.noun ||
        (CAPTIVES.has(people?.noun ?? '') && earlier.side !== 'militants'),
    );
    if (meant === undefined || meant.quantity === null || (meant.quantity.low ?? 0) < 2) return [];
    return [
      {
        rule: 'anaphor',
        measure,
        quantity: meant.quantity,
        people: { ...meant, from: unit.from, to: unit.to },
        from: unit.from,
        to: unit.to,
        verb: { from: shape.units[be]?.from ?? unit.from, to: shape.units[verb]?.to ?? unit.to },
        statement: `anaphor:${unit.from}`,
        role: 'total',
        hedged: false,
        sides: null,
      },
    ];
  },
};

/** Reads "killed along with 15 militants", "killed and 3 militants too": more people under one verb. */
export const alongWith: Matcher = {
  name: 'along-with',
  pattern: /(?<verb>[KIX])[pDLx]{0,4}?(?<link>&)t?(?<who>[QT])(?<too>x?)/dg,
  read: (match, shape) => {
    const [verb, link, who, too] = [match.at('verb'), match.at('link'), match.at('who'), match.at('too')];
    const measure = verb === null ? null : measureOf(shape.units[verb]);
    if (verb === null || link === null || who === null || too === null || measure === null) return [];
    const joined = /^(?:along with|together with|as well as|besides)$/.test(
      wordsAt(shape, shape.units[link]),
    );
    const also = /^(?:too|also)$/.test(wordsAt(shape, shape.units[too]));
    return joined || also
      ? draftsFor(shape, who, { rule: 'along-with', measure, verb: [verb, verb + 1] })
      : [];
  },
};

/** Reads "an officer and his two brothers were held for three days before elders secured their release": captives, said of captives alone. */
export const held: Matcher = {
  name: 'held',
  pattern: new RegExp(`(?<who>[QNTPU])(?<gap>${GAP})(?<be>b[bx"]{0,3}?)(?<verb>x)`, 'dg'),
  read: (match, shape) => {
    const [who, be, verb] = [match.at('who'), match.at('be'), match.at('verb')];
    if (who === null || be === null || verb === null || !hasBe(shape, be, verb)) return [];
    if (wordsAt(shape, shape.units[verb]) !== 'held') return [];
    const captive = /\b(?:kidnap\w*|captiv\w*|captors|hostages?|ransom|released?|abduct\w*)\b/.test(
      shape.line.folded.join(' '),
    );
    return captive
      ? draftsFor(shape, who, { rule: 'held', measure: 'abductions', verb: [be, verb + 1] })
      : [];
  },
};

/** Reads "was injured in the blast and later died", "initially injured before succumbing to his wounds". */
export const laterDied: Matcher = {
  name: 'later-died',
  pattern: new RegExp(
    `(?<who>[QNTPU])(?<gap>${GAP})b[bx"]{0,3}?I[ptxEDLf,]{0,8}[&c][xb]{0,3}(?<verb>X)`,
    'dg',
  ),
  read: (match, shape) => {
    const [who, verb] = [match.at('who'), match.at('verb')];
    if (who === null || verb === null || isSpeaker(shape, who)) return [];
    return draftsFor(shape, who, { rule: 'later-died', measure: 'fatalities', verb: [verb, verb + 1] });
  },
};

/** Reads "The two officers were taken to a farm before being shot and killed". */
export const beforeKilled: Matcher = {
  name: 'before-killed',
  pattern: /(?<who>[QT])[^;KX]{0,24}?c(?<be>b{1,2})(?<verb>K)/dg,
  read: (match, shape) => {
    const [who, be, verb] = [match.at('who'), match.at('be'), match.at('verb')];
    if (who === null || be === null || verb === null || isSpeaker(shape, who)) return [];
    const being = /\bbeing$/.test(wordsAt(shape, shape.units[be]));
    return being
      ? draftsFor(shape, who, { rule: 'before-killed', measure: 'fatalities', verb: [be, verb + 1] })
      : [];
  },
};
