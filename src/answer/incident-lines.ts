import type { Inline } from '../core/answer.ts';
import type { IncidentView } from '../query/incidents/incident.ts';
import type { Statement } from '../query/statements.ts';
import type { Desk } from './draft.ts';
import { statementLines } from './lines.ts';
import { periodWords } from './periods.ts';
import { joined } from './speech.ts';
import { TYPE_WORDS, WORDS } from './words.ts';

/** An incident and what of it is said on its line. */
export interface ToldIncident {
  readonly view: IncidentView;
  readonly statements: readonly Statement[];
}

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

/** "Bombing, Quetta, Balochistan, Pakistan, 9 November 2024" */
export const incidentTitle = ({ incident }: IncidentView, { speech }: Desk): string =>
  [
    capital(TYPE_WORDS[incident.type]),
    speech.place(incident.place?.value ?? null),
    incident.period === null ? WORDS.noDate : periodWords(incident.period.value),
  ].join(', ');

/** Incidents that are given nothing but one toll together. */
const sharedKey = ({ view, statements }: ToldIncident): string | null =>
  statements.length > 0 && statements.every(each => each.role === 'shared')
    ? [
        view.incident.period?.value.from ?? '',
        view.incident.period?.value.to ?? '',
        ...statements.map(each => each.figure.id),
      ].join('|')
    : null;

/** "Bombing, Pishin and Qila Saifullah, 7 February 2024" for incidents that share their toll. */
const sharedTitle = (group: readonly ToldIncident[], desk: Desk): string => {
  const incidents = group.map(({ view }) => view.incident);
  const types = [...new Set(incidents.map(({ type }) => TYPE_WORDS[type]))];
  const places = [
    ...new Set(
      incidents.map(({ place }) => (place === null ? WORDS.noPlace : desk.speech.placeShort(place.value))),
    ),
  ];
  const period = incidents[0]?.period ?? null;
  return [
    capital(joined(types)),
    joined(places),
    period === null ? WORDS.noDate : periodWords(period.value),
  ].join(', ');
};

const item = (group: readonly ToldIncident[], desk: Desk): Inline[] => {
  const [first] = group;
  if (first === undefined) return [];
  const title = group.length > 1 ? sharedTitle(group, desk) : incidentTitle(first.view, desk);
  const lines = statementLines(first.statements, desk);
  if (lines.length > 0)
    return [`${title}: `, ...lines.flatMap((line, i): Inline[] => (i === 0 ? line : ['; ', ...line]))];
  const report = first.view.views[0]?.report;
  return report === undefined
    ? [title]
    : [
        `${title}: ${WORDS.noNumber} `,
        { kind: 'cite', n: desk.book.sentence(report.article, report.sentence) },
      ];
};

/** One line for each incident, in the order given; incidents that share one toll have one line together. */
export const incidentItems = (told: readonly ToldIncident[], desk: Desk): Inline[][] => {
  const groups: { readonly key: string | null; readonly members: ToldIncident[] }[] = [];
  for (const each of told) {
    const key = sharedKey(each);
    const known = key === null ? undefined : groups.find(group => group.key === key);
    if (known === undefined) groups.push({ key, members: [each] });
    else known.members.push(each);
  }
  return groups.map(({ members }) => item(members, desk));
};
