import type { Shape } from '../units/units.ts';
import type { Matcher } from './draft.ts';
import { draftsFor, hasBe, measureOf, wordsAt } from './subject.ts';

const isOne = (shape: Shape, who: number): boolean => shape.units[who]?.people[0]?.form === 'one';

/** Reads "killed two soldiers", "killing at least 14 people", "shot and killed Mir Alam", "wounding another". */
export const active: Matcher = {
  name: 'active',
  pattern: /(?<be>b{0,3})(?<verb>[KkIiHhRr])(?<gap>[x"tDB()]{0,5}?)(?<who>[QNTPU])/dg,
  read: (match, shape) => {
    const [be, verb, who] = [match.at('be'), match.at('verb'), match.at('who')];
    if (be === null || verb === null || who === null) return [];
    if (hasBe(shape, be, verb)) return [];
    // "Injured party leader dies": at the head of a headline it describes.
    const describes = shape.line.headline && verb === 0 && isOne(shape, who);
    // "three injured [Details]": a bracket that opens has nothing to do with it.
    const bracket = /\([^)]*$/.test(shape.letters.slice(verb, who));
    if (describes || bracket) return [];
    const measure = measureOf(shape.units[verb]);
    if (measure === null) return [];
    const unit = shape.units[who];
    // "31 injured five of them critically": a count and a participle before make the next count a part.
    const subject = shape.letters[be - 1] ?? '';
    if (subject === 'N' && unit?.symbol === 'N' && /[KIHRd]/.test(shape.letters[who + 1] ?? '')) return [];
    return draftsFor(shape, who, { rule: 'active', measure, verb: [verb, verb + 1] });
  },
};

/** Reads "The army lost four men", "the group lost 12 fighters", "admitted losing three soldiers": said of who stood in a fight. */
export const lost: Matcher = {
  name: 'lost',
  pattern: /(?<whose>[qGBTQx])?b?(?<verb>x)(?<who>Q)/dg,
  read: (match, shape) => {
    const [whose, verb, who] = [match.at('whose'), match.at('verb'), match.at('who')];
    if (verb === null || who === null || !/^(?:lost|loses|losing)$/.test(wordsAt(shape, shape.units[verb])))
      return [];
    const theirs = shape.units[who]?.people ?? [];
    const fights =
      whose !== null &&
      (/[GB]/.test(shape.letters[whose] ?? '') ||
        /^(?:group|outfit|militia|force|side|movement|regiment|battalion)$/.test(
          wordsAt(shape, shape.units[whose]),
        ) ||
        shape.units[whose]?.people.some(people => people.side !== null));
    const armed = theirs.every(({ side }) => side === 'security-forces' || side === 'militants');
    const men = theirs.every(({ side }) => side !== 'civilians');
    return armed || (fights && men)
      ? draftsFor(shape, who, { rule: 'lost', measure: 'fatalities', verb: [verb, verb + 1] })
      : [];
  },
};

/** Reads "left 79 dead", "leaving three people dead and 12 injured" (the second half is `reduced`). */
export const left: Matcher = {
  name: 'left',
  pattern: /(?<verb>l)[xt]{0,2}?(?<who>[QNTPU])[x,]{0,2}(?<state>[dKI])/dg,
  read: (match, shape) => {
    const [verb, who, state] = [match.at('verb'), match.at('who'), match.at('state')];
    const measure = state === null ? null : measureOf(shape.units[state]);
    if (verb === null || who === null || state === null || measure === null) return [];
    return draftsFor(shape, who, { rule: 'left', measure, verb: [verb, state + 1] });
  },
};

/** Reads "shot 23 of them dead", "took nine hostage". */
export const resultative: Matcher = {
  name: 'resultative',
  pattern: /(?<verb>[SmK])(?<who>[QNTPU])[xg]?(?<state>[ds])/dg,
  read: (match, shape) => {
    const [verb, who, state] = [match.at('verb'), match.at('who'), match.at('state')];
    const measure = state === null ? null : measureOf(shape.units[state]);
    if (verb === null || who === null || state === null || measure === null) return [];
    return draftsFor(shape, who, { rule: 'resultative', measure, verb: [verb, state + 1] });
  },
};

/** Reads the assailant of "In addition to the assailant, at least one officer was killed": dead as well, and apart. */
export const besides: Matcher = {
  name: 'besides',
  pattern:
    /(?<link>[p&])(?<who>[QT])(?:,?)(?=[^;:]{0,14}?b[bx]{0,2}(?<verb>[KI])|[^;:]{0,14}?[KX]|[^;:]{0,6}?n[xb/]{0,4}C)/dg,
  read: (match, shape) => {
    const [link, who] = [match.at('link'), match.at('who')];
    if (link === null || who === null || shape.units[who]?.people[0]?.side !== 'militants') return [];
    const words = shape.line.folded
      .slice(Math.max(0, (shape.units[link]?.from ?? 0) - 2), shape.units[who]?.from)
      .join(' ');
    if (
      !/(?:in addition to|other than|aside from|apart from|besides|along with|as well as|excluding|not including)(?: the)?$/.test(
        words,
      )
    )
      return [];
    // "In addition to four assailants, seven soldiers were wounded": they are what the others are.
    const verb = match.at('verb');
    const measure = verb !== null && shape.letters[verb] === 'I' ? 'injuries' : 'fatalities';
    return draftsFor(shape, who, { rule: 'besides', measure, verb: [who, who + 1] });
  },
};
