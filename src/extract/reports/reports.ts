import type { Body } from '../../core/actor.ts';
import type { Article } from '../../core/article.ts';
import type { Measure } from '../../core/figure.ts';
import { slug } from '../../core/fold.ts';
import type { IncidentType, Report } from '../../core/incident.ts';
import type { Candidate } from '../article/assemble.ts';
import type { OpenIncident } from '../article/incidents.ts';
import { type Counted, tollsOf } from './tolls.ts';

/**
 * A part counts as a total where its whole does not belong to the incident: "a single raid in Duki accounts for 21 of them".
 * The dead among "45 casualties, 12 dead and 33 injured" are all the dead there are.
 */
const freed = (one: Candidate, own: ReadonlyMap<string, Measure>): Candidate =>
  one.figure.partOf === null || own.get(one.figure.partOf) === one.figure.measure
    ? one
    : { ...one, figure: { ...one.figure, partOf: null } };

const spokenBy = ({ figure, facts }: Candidate): Body | null =>
  facts.bodies.stated.find(said => said.body.id === figure.body?.value)?.body ??
  (figure.body?.basis === 'carried' ? facts.bodies.carried : null);

/** "In addition, two guards were executed": on top of what the sentences before counted. */
const addsTo = ({ shape }: Candidate['facts']): boolean =>
  /^(?:in addition|additionally|moreover|furthermore) /.test(shape.line.folded.slice(0, 3).join(' '));

const counted = (one: Candidate): Counted => ({
  figure: one.figure,
  statement: `${one.facts.sentence.index}:${one.draft.statement}`,
  headline: one.facts.sentence.role === 'headline',
  more: (one.draft.people?.more ?? false) || addsTo(one.facts),
  hedged: one.draft.hedged,
  claim: spokenBy(one)?.kind === 'armed-group',
});

/** "The military said it killed four fighters": where only militants died and no attack is told, it was an operation. */
const typeOf = (incident: OpenIncident, own: readonly Candidate[]): IncidentType => {
  const dead = own.filter(({ figure }) => figure.measure === 'fatalities' && figure.quantity.low !== 0);
  const militants = dead.every(
    ({ figure }) => figure.victims.length === 1 && figure.victims[0] === 'militants',
  );
  return incident.unnamed && dead.length > 0 && militants ? 'operation' : incident.kind;
};

/** The incidents of an article as reports, what it is about first, what it recalls last. */
export const reportsOf = (
  article: Article,
  incidents: readonly OpenIncident[],
  candidates: readonly Candidate[],
): Report[] => {
  const byIncident = new Map<number, Candidate[]>();
  for (const one of candidates) {
    for (const key of one.incidents) {
      const list = byIncident.get(key);
      if (list === undefined) byIncident.set(key, [one]);
      else list.push(one);
    }
  }
  const ownOf = (incident: OpenIncident): readonly Candidate[] => byIncident.get(incident.key) ?? [];
  const reports = incidents
    .filter(incident => incident.parts.length === 0)
    // What only a flood or an accident did is no incident of ours.
    .filter(incident => {
      const own = ownOf(incident);
      return own.length === 0 || own.some(one => one.figure.security);
    })
    .map((incident): Report => {
      const own = ownOf(incident).filter(one => one.figure.security);
      const measures = new Map(own.map(({ figure }) => [figure.id, figure.measure]));
      const type = typeOf(incident, own);
      const tolls = tollsOf(
        own.filter(one => !one.figure.shared).map(one => counted(freed(one, measures))),
        type,
      );
      const { place } = incident;
      return {
        id: `${article.id}@${incident.key}-${place === null ? 'unknown' : slug(place.value.name)}`,
        article: article.id,
        sentence: incident.first.sentence.index,
        span: incident.first.sentence.span,
        type,
        period: incident.period,
        place: place === null ? null : { ...place, value: place.value.id },
        site: incident.site,
        actors: incident.actors,
        ...tolls,
        figures: own.map(one => one.figure.id),
        background: incident.background,
        rules: incident.rules,
      };
    });
  return reports
    .filter(report => report.figures.length > 0 || (report.place !== null && report.type !== 'other'))
    .sort((a, b) => Number(a.background) - Number(b.background));
};
