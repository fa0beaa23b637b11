import { placeWithin } from '../../core/place.ts';
import { change, type Refiner } from './refiner.ts';

/** The toll of what turned out to be several incidents belongs to all of them, and to none alone. */
export const splitIncidents: Refiner = {
  name: 'split',
  refine: (candidates, _, incidents) =>
    candidates.map(candidate => {
      const whole = incidents.find(one => one.key === candidate.incidents[0]);
      if (whole === undefined || whole.parts.length === 0) return candidate;
      return { ...change(candidate, 'split', { shared: true }), incidents: whole.parts };
    }),
};

const ACROSS =
  /\b(?:across|in|during|from|after) (?:both|all (?:the )?(?:\w+ )?(?:of )?|the (?:two|three|four|five|six|seven|eight|nine|ten|several|various|related) |(?:two|three|four|five) of the )\s*(?:the |of the )*(?:\w+ ){0,3}(?:attacks|clashes|incidents|blasts|explosions|bombings|assaults|raids|shootings|strikes)\b|\bacross (?:the )?(?:ensuing )?(?:clashes|attacks|incidents|blasts)\b|\bcombined in both\b/;

const ONE_OF_SEVERAL = /\bone of (?:two|three|four|five|six) (?:\w+ ){0,3}attacks\b.{0,60}\bin which$/;

/** "At least 21 were killed across both attacks": one toll for several incidents, given to none of them alone. */
export const markShared: Refiner = {
  name: 'shared',
  refine: candidates =>
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
      if (ONE_OF_SEVERAL.test(before)) return change(candidate, 'shared', { shared: true });
      const here = /\bin (?:this|the) attack\b/.exec(stretch)?.index ?? Number.POSITIVE_INFINITY;
      const across = ACROSS.exec(stretch)?.index ?? Number.POSITIVE_INFINITY;
      return across < here ? change(candidate, 'shared', { shared: true }) : candidate;
    }),
};

/** A day or place that the text names later holds for what was told before: the lead says "in a night raid", the next line when. */
export const scopeOfIncident: Refiner = {
  name: 'scope-of-incident',
  refine: (candidates, _, incidents) =>
    candidates.map(candidate => {
      const [key] = candidate.incidents;
      const incident = incidents.find(one => one.key === key);
      if (incident === undefined || candidate.incidents.length > 1) return candidate;
      const { period, place } = candidate.figure;
      const day = incident.period;
      const later = day !== null && day.basis === 'stated' && (period === null || period.basis === 'assumed');
      const narrow =
        incident.place !== null &&
        (place === null ||
          (place.value !== incident.place.value.id && placeWithin(incident.place.value.id, place.value)));
      if (!later && !narrow) return candidate;
      return change(candidate, 'scope-of-incident', {
        period: later ? { ...day, basis: 'carried' } : period,
        place:
          narrow && incident.place !== null
            ? { value: incident.place.value.id, basis: 'carried', span: incident.place.span }
            : place,
      });
    }),
};
