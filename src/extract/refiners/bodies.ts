import { scenes } from '../places/places.ts';
import { change, type Refiner } from './refiner.ts';

/** "Five dead in Kurram" above "five people were killed, police said": a headline is vouched for by who vouches below. */
export const headlineBody: Refiner = {
  name: 'headline-body',
  refine: candidates =>
    candidates.map(candidate => {
      const { figure, facts } = candidate;
      if (figure.body !== null || facts.sentence.role !== 'headline') return candidate;
      const below = candidates.find(
        other =>
          other.facts.sentence.role !== 'headline' &&
          other.figure.body !== null &&
          other.figure.body.basis !== 'assumed' &&
          other.figure.measure === figure.measure &&
          other.figure.scope === figure.scope &&
          other.figure.quantity.low === figure.quantity.low &&
          (figure.scope === 'aggregate' || other.incidents.some(key => candidate.incidents.includes(key))),
      );
      const body = below?.figure.body ?? null;
      return body === null
        ? candidate
        : change(candidate, 'headline-body', {
            body: { ...body, basis: 'carried' },
            via: below?.figure.via ?? null,
          });
    }),
};

/**
 * "A policeman was killed in Tank on Sunday. He had stepped out when a gunman opened fire, the police said.": who tells
 * the story in the next sentence is assumed to stand for the count as well.
 */
export const tellerBelow: Refiner = {
  name: 'teller-below',
  refine: (candidates, read) =>
    candidates.map(candidate => {
      const { figure, facts } = candidate;
      if (figure.body !== null || figure.scope !== 'incident' || figure.standing !== 'current')
        return candidate;
      if (facts.sentence.role === 'headline') return candidate;
      const next = read.facts.find(one => one.sentence.index > facts.sentence.index);
      const said = next?.bodies.stated.find(one => !one.via);
      const elsewhere = next !== undefined && scenes(next.places).length > 0;
      const counts = next === undefined || next.drafts.length > 0 || next.recalled || elsewhere;
      return counts || said === undefined || said.body.kind === 'armed-group'
        ? candidate
        : change(candidate, 'teller-below', {
            body: { value: said.body.id, basis: 'assumed', span: said.span },
          });
    }),
};
