import type { BodyKind } from '../../core/actor.ts';
import { scenes } from '../places/places.ts';
import { change, type Refiner } from './refiner.ts';

/** Who tells what happened: monitors count, and groups claim. */
const TELLERS: ReadonlySet<BodyKind> = new Set(['official', 'police', 'military', 'hospital', 'witness']);

/**
 * "A policeman was killed in Tank on Sunday. He had stepped out when a gunman opened fire, the police said.": who tells
 * the story in the next sentence is assumed to stand for the count as well.
 */
export const tellerBelow: Refiner = {
  name: 'teller-below',
  refine: (candidates, read) => {
    const below = new Map(read.facts.map((one, i) => [one, read.facts[i + 1]]));
    return candidates.map(candidate => {
      const { figure, facts } = candidate;
      if (figure.body !== null || figure.scope !== 'incident' || figure.standing !== 'current')
        return candidate;
      if (facts.sentence.role === 'headline') return candidate;
      const next = below.get(facts);
      const said = next?.bodies.stated.find(one => !one.via);
      const elsewhere = next !== undefined && scenes(next.places).length > 0;
      const counts = next === undefined || next.drafts.length > 0 || next.recalled || elsewhere;
      return counts || said === undefined || !TELLERS.has(said.body.kind)
        ? candidate
        : change(candidate, 'teller-below', {
            body: { value: said.body.id, basis: 'assumed', span: said.span },
          });
    });
  },
};
