import type { Shape } from '../units/units.ts';
import { active, besides, left, lost, resultative } from './active.ts';
import { bomber } from './bomber.ts';
import { byPlace } from './by-place.ts';
import { readComparisons } from './comparisons.ts';
import type { Draft, Matcher } from './draft.ts';
import { clashes, each, unitMatch } from './draft.ts';
import { asMany, ellipsis } from './ellipsis.ts';
import { isReal } from './mood.ts';
import { bodies, bodiesOf, claims, deaths, deathsOf, lives, livesLost, martyrs } from './nouns.ts';
import { readParts } from './part-readers.ts';
import { alongWith, anaphor, beforeKilled, held, laterDied, passive, reduced, suffered } from './passive.ts';
import { him, himself } from './pronouns.ts';
import { isRate } from './rates.ts';
import type { Running } from './running.ts';
import { asSaidEarlier } from './said-earlier.ts';
import { labelled, toll, tollBare, tollOf } from './toll.ts';
import { against, events, oldFigure, rise, saidBefore, standsAt } from './tolls.ts';
import { nobody, noCasualties, unhurt, withoutLoss } from './zero.ts';

/**
 * In this order: the first to read a count for a measure keeps it. Negations come first, or "no one was killed" would
 * be one; what is most explicit about its verb comes before what leaves it out.
 */
export const MATCHERS: readonly Matcher[] = [
  noCasualties,
  withoutLoss,
  nobody,
  unhurt,
  rise,
  against,
  toll,
  standsAt,
  oldFigure,
  tollOf,
  tollBare,
  labelled,
  byPlace,
  saidBefore,
  events,
  besides,
  claims,
  lives,
  livesLost,
  lost,
  left,
  himself,
  resultative,
  laterDied,
  passive,
  anaphor,
  suffered,
  active,
  him,
  deathsOf,
  deaths,
  reduced,
  alongWith,
  asMany,
  ellipsis,
  held,
  beforeKilled,
  martyrs,
  bodiesOf,
  bodies,
  bomber,
];

const inOrder = (a: Draft, b: Draft) => a.from - b.from || a.measure.localeCompare(b.measure);

/**
 * Runs all matchers over a sentence, then the readers of parts. One count is read once for each measure.
 * @param running what the sentences before leave to this one
 */
export const readDrafts = (shape: Shape, running: Running): Draft[] => {
  const drafts: Draft[] = [];
  for (const matcher of MATCHERS) {
    each(matcher.pattern, shape.letters, match => {
      const read = matcher
        .read(unitMatch(match), shape, running)
        .filter(
          draft =>
            !drafts.some(other => clashes(other, draft)) && !isRate(shape, draft) && isReal(shape, draft),
        );
      drafts.push(...read);
      return read.length > 0;
    });
  }
  const compared = readComparisons(shape, drafts.toSorted(inOrder))
    .map(draft => asSaidEarlier(shape, draft))
    .sort(inOrder);
  return [...compared, ...readParts(shape, compared, running)].sort(inOrder);
};
