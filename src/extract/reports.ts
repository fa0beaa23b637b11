import type { Article } from '../core/article.ts';
import type { Reading } from '../core/figure.ts';
import { slug } from '../core/fold.ts';
import type { Report } from '../core/incident.ts';
import { type Place, placeWithin } from '../core/place.ts';
import type { ReadArticle } from './article.ts';
import type { Candidate } from './assemble.ts';
import type { OpenIncident } from './incidents.ts';
import { isWide } from './places.ts';
import { type Counted, tollsOf } from './tolls.ts';

/**
 * A part counts as a total where its whole does not belong to the incident: "a single raid in Duki accounts for 21 of them".
 */
const freed = (one: Candidate, own: readonly Candidate[]): Candidate =>
  one.figure.partOf === null || own.some(other => other.figure.id === one.figure.partOf)
    ? one
    : { ...one, figure: { ...one.figure, partOf: null } };

const counted = (one: Candidate): Counted => ({
  figure: one.figure,
  statement: `${one.facts.sentence.index}:${one.draft.statement}`,
  headline: one.facts.sentence.role === 'headline',
  more: one.draft.people?.more ?? false,
  hedged: one.draft.hedged,
});

/** The city of the dateline, where the text names no other place: "LAHORE: A court has sentenced …". */
const datelined = (read: ReadArticle): Reading<Place> | null => {
  const scenes = read.facts.flatMap(facts =>
    facts.places.filter(place => place.role === 'scene' && !isWide(place.place)),
  );
  const dateline = read.facts.flatMap(facts => facts.places).find(place => place.role === 'dateline');
  const elsewhere = scenes.some(
    scene =>
      dateline !== undefined &&
      !placeWithin(scene.place.id, dateline.place.id) &&
      !placeWithin(dateline.place.id, scene.place.id),
  );
  return elsewhere || dateline === undefined
    ? null
    : { value: dateline.place, basis: 'assumed', span: dateline.span };
};

/** The incidents of an article as reports, what it is about first, what it recalls last. */
export const reportsOf = (
  article: Article,
  incidents: readonly OpenIncident[],
  candidates: readonly Candidate[],
  places: Map<string, Place>,
  read: ReadArticle,
): Report[] => {
  const dateline = datelined(read);
  if (dateline !== null) places.set(dateline.value.id, dateline.value);
  const reports = incidents
    .filter(incident => incident.parts.length === 0)
    .map((incident): Report => {
      const own = candidates.filter(one => one.incidents.includes(incident.key) && one.figure.security);
      const tolls = tollsOf(
        own.filter(one => !one.figure.shared).map(one => counted(freed(one, own))),
        incident.kind,
      );
      const place = incident.place ?? dateline;
      return {
        id: `${article.id}@${incident.key}-${place === null ? 'unknown' : slug(place.value.name)}`,
        article: article.id,
        sentence: incident.first.sentence.index,
        span: incident.first.sentence.span,
        type: incident.kind,
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
