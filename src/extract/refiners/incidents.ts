import { placeWithin } from '../../core/place.ts';
import type { ReadArticle } from '../article/article.ts';
import type { Candidate } from '../article/assemble.ts';
import { change, type Refiner } from './refiner.ts';

/** The toll of what turned out to be several incidents belongs to all of them, and to none alone. */
export const splitIncidents: Refiner = {
  name: 'split',
  refine: (candidates, _, incidents) => {
    const byKey = new Map(incidents.map(one => [one.key, one]));
    return candidates.map(candidate => {
      const [key] = candidate.incidents;
      const whole = key === undefined ? undefined : byKey.get(key);
      if (whole === undefined || whole.parts.length === 0) return candidate;
      return { ...change(candidate, 'split', { shared: true }), incidents: whole.parts };
    });
  },
};

const ACROSS =
  /\b(?:across|in|during|from|after) (?:both|all (?:the )?(?:\w+ )?(?:of )?|the (?:two|three|four|five|six|seven|eight|nine|ten|several|various|related) |(?:two|three|four|five) of the )\s*(?:the |of the )*(?:\w+ ){0,3}(?:attacks|clashes|incidents|blasts|explosions|bombings|assaults|raids|shootings|strikes)\b|\bacross (?:the )?(?:ensuing )?(?:clashes|attacks|incidents|blasts|assaults|raids|shootings|bombings)\b|\bcombined in both\b|\bin this and (?:\w+ ){1,3}(?:attacks?|incidents?|blasts?)\b/;

const ONE_OF_SEVERAL =
  /\bone of (?:at least |more than |about )?(?:two|three|four|five|six|seven|eight|nine|ten|several|\d+) (?:\w+ ){0,3}(?:attacks|incidents|bombings|explosions|blasts|assaults|raids|clashes)\b/;
const IN_WHICH = /\bone of (?:two|three|four|five|six) (?:\w+ ){0,3}attacks\b.{0,60}\bin which$/;
const IN_THE_ATTACKS =
  /\b(?:in|of|by|from|during|after) (?:the|these|those) (?:\w+ )?(?:attacks|incidents|bombings|explosions|blasts|assaults|raids|clashes)\b/;

/** "This was one of four attacks. Three people were killed in the blasts": the plural speaks of all four. */
const ofSeveral = ({ facts }: Candidate, read: ReadArticle, stretch: string): boolean =>
  IN_THE_ATTACKS.test(stretch) &&
  read.facts
    .slice(Math.max(0, facts.sentence.index - 2), facts.sentence.index)
    .some(({ shape }) => ONE_OF_SEVERAL.test(shape.line.folded.join(' ')));

/** "At least 21 were killed across both attacks": one toll for several incidents, given to none of them alone. */
export const markShared: Refiner = {
  name: 'shared',
  refine: (candidates, read) =>
    candidates.map(candidate => {
      const { facts, draft, figure } = candidate;
      if (figure.scope !== 'incident' || figure.measure === 'incidents') return candidate;
      const { folded } = facts.shape.line;
      const clauseEnd = facts.drafts.find(
        other => other.from > draft.verb.to && ACROSS.test(folded.slice(draft.from, other.from).join(' ')),
      );
      const stretch = folded
        .slice(draft.from, clauseEnd === undefined ? folded.length : clauseEnd.from)
        .join(' ');
      const before = folded.slice(Math.max(0, draft.from - 24), draft.from).join(' ');
      const here = /\bin (?:this|the) attack\b/.exec(stretch)?.index ?? Number.POSITIVE_INFINITY;
      const across = ACROSS.exec(stretch)?.index ?? Number.POSITIVE_INFINITY;
      const shared = IN_WHICH.test(before) || across < here || ofSeveral(candidate, read, stretch);
      return shared ? change(candidate, 'shared', { shared: true }) : candidate;
    }),
};

/** A day or place that the text names later holds for what was told before: the lead says "in a night raid", the next line when. */
export const scopeOfIncident: Refiner = {
  name: 'scope-of-incident',
  refine: (candidates, _, incidents) => {
    const byKey = new Map(incidents.map(one => [one.key, one]));
    return candidates.map(candidate => {
      const [key] = candidate.incidents;
      const incident = key === undefined ? undefined : byKey.get(key);
      if (incident === undefined || candidate.incidents.length > 1) return candidate;
      const { period, place } = candidate.figure;
      const day = incident.period;
      const later =
        day !== null &&
        (day.basis === 'stated'
          ? period === null || period.basis === 'assumed'
          : period === null && !incident.background);
      const narrow =
        incident.place !== null &&
        (place === null ||
          (place.value !== incident.place.value.id && placeWithin(incident.place.value.id, place.value)));
      if (!later && !narrow) return candidate;
      return change(candidate, 'scope-of-incident', {
        period: later ? { ...day, basis: day.basis === 'assumed' ? 'assumed' : 'carried' } : period,
        place:
          narrow && incident.place !== null
            ? { value: incident.place.value.id, basis: 'carried', span: incident.place.span }
            : place,
      });
    });
  },
};
