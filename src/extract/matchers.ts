import type { Draft, Matcher } from './draft.ts';
import { unitMatch } from './draft.ts';
import { active, left, resultative } from './matchers/active.ts';
import { PART_READERS, partDraft, type Running, sideBehind, type Total } from './matchers/breakdown.ts';
import { bodies, deaths, deathsOf, lives, livesLost } from './matchers/nouns.ts';
import { passive, reduced, suffered } from './matchers/passive.ts';
import { events, rise, toll } from './matchers/tolls.ts';
import { nobody, noCasualties, withoutLoss } from './matchers/zero.ts';
import type { People } from './people.ts';
import type { Shape } from './units.ts';

/**
 * In this order: the first to read a count for a measure keeps it. Negations come first, or "no one was killed" would
 * be one; what is most explicit about its verb comes before what leaves it out.
 */
export const MATCHERS: readonly Matcher[] = [
  noCasualties,
  withoutLoss,
  nobody,
  rise,
  toll,
  events,
  lives,
  livesLost,
  left,
  resultative,
  passive,
  suffered,
  active,
  deathsOf,
  deaths,
  reduced,
  bodies,
];

const clashes = (a: Draft, b: Draft): boolean => a.measure === b.measure && a.from < b.to && b.from < a.to;

/** Runs a pattern over the sentence; a match that reads nothing does not hide one that starts inside it. */
const each = (pattern: RegExp, letters: string, read: (match: RegExpExecArray) => boolean): void => {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(letters); match !== null; match = pattern.exec(letters)) {
    const used = read(match);
    pattern.lastIndex = used ? Math.max(match.index + 1, match.index + match[0].length - 1) : match.index + 1;
  }
};

const total = (people: readonly People[]): number =>
  people.reduce((sum, one) => sum + (one.quantity?.low ?? 0), 0);

/** Lists that belong to a total: the nearest one before them in the sentence, else the last of the sentences before. */
const readParts = (shape: Shape, drafts: readonly Draft[], running: Running): Draft[] => {
  const parts: Draft[] = [];
  for (const reader of PART_READERS) {
    each(reader.pattern, shape.letters, match => {
      const at = unitMatch(match).at;
      const index = at(reader.list);
      const unit = index === null ? undefined : shape.units[index];
      if (index === null || unit === undefined) return false;
      const before = drafts
        .filter(draft => draft.role === 'total' && draft.to <= unit.from && draft.measure !== 'incidents')
        .at(-1);
      const whole: Total | null =
        before === undefined ? running.total : { measure: before.measure, low: before.quantity.low };
      const measure = reader.measure(shape, at, whole);
      if (measure === null || measure === 'incidents') return false;
      const list = unit.people.map((people, i): People => {
        const side = people.side ?? (i === 0 ? sideBehind(shape, index) : null);
        return { ...people, side };
      });
      const counted = list.filter(people => people.form !== 'one' || list.length > 1);
      const named = reader.list === 'list' && at('state') === null;
      if (named && (whole === null || (whole.low !== null && total(counted) > whole.low))) return false;
      if (named && reader.name === 'were-of-a-side' && counted[0]?.side == null) return false;
      const read = counted
        .flatMap(people => partDraft(reader.name, measure, people, unit))
        .filter(draft => ![...drafts, ...parts].some(other => clashes(other, draft)));
      parts.push(...read);
      return read.length > 0;
    });
  }
  return parts;
};

/**
 * Runs all matchers over a sentence, then the readers of parts. One count is read once for each measure.
 * @param running what the sentences before leave to this one
 */
export const readDrafts = (shape: Shape, running: Running): Draft[] => {
  const drafts: Draft[] = [];
  for (const matcher of MATCHERS) {
    each(matcher.pattern, shape.letters, match => {
      const read = matcher
        .read(unitMatch(match), shape)
        .filter(draft => !drafts.some(other => clashes(other, draft)));
      drafts.push(...read);
      return read.length > 0;
    });
  }
  const inOrder = (a: Draft, b: Draft) => a.from - b.from || a.measure.localeCompare(b.measure);
  drafts.sort(inOrder);
  return [...drafts, ...readParts(shape, drafts, running)].sort(inOrder);
};
