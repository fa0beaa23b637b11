import type { Figure } from '../core/figure.ts';
import type { IncidentView } from '../query/incidents/incident.ts';
import type { Desk } from './draft.ts';
import { periodWords } from './periods.ts';
import type { Offer } from './refusal.ts';
import { TYPE_WORDS, WORDS } from './words.ts';

/** The question that asks for a count, with what it counts. */
export const figureOffer = (figure: Figure, { speech, services }: Desk): Offer => {
  const place = figure.place === null ? '' : speech.placeShort(figure.place.value);
  // A body that only an article names ("aid groups") is no name that a question could be read by.
  const known = figure.body !== null && services.bodies.byId(figure.body.value) !== null;
  const body = figure.body === null || !known ? '' : speech.body(figure.body.value);
  const period = figure.period === null ? '' : periodWords(figure.period.value);
  return {
    label: [speech.source(figure), period, speech.place(figure.place?.value ?? null)].join(' · '),
    question: `/casualties ${[period, place, body].filter(each => each !== '').join(' ')}`,
  };
};

/** The question that asks for an incident; what has neither place nor date is found in its article. */
export const incidentOffer = ({ incident }: IncidentView, { speech }: Desk): Offer => {
  const place = incident.place === null ? '' : speech.placeShort(incident.place.value);
  const period = incident.period === null ? '' : periodWords(incident.period.value);
  const site = incident.site === null ? '' : `, ${incident.site}`;
  const named = [place, period].filter(each => each !== '').join(' ');
  return {
    label: [`${TYPE_WORDS[incident.type]}${site}`, place, period].filter(each => each !== '').join(', '),
    // What has neither place nor date is found in its article.
    question: named === '' ? `/article ${incident.reports[0]?.article ?? ''}` : `/incident ${named}`,
  };
};

/** How the first citation of an answer was read; the others by their numbers. */
export const whyOffer = (question: string): Offer => ({
  label: WORDS.howRead,
  question: `/why 1 of ${question}`,
});
