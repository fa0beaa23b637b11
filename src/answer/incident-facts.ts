import type { Block, Inline } from '../core/answer.ts';
import type { Measure } from '../core/figure.ts';
import type { Toll } from '../core/incident.ts';
import type { IncidentView, TollField } from '../query/incidents/incident.ts';
import { tollOf } from '../query/incidents/incident.ts';
import type { ReportView } from '../query/incidents/view.ts';
import type { Statement } from '../query/statements.ts';
import { marks } from './cite.ts';
import type { Desk } from './draft.ts';
import { periodWords } from './periods.ts';
import { KIND_WORDS, ROLE_WORDS, TYPE_WORDS, WORDS } from './words.ts';

type Row = Extract<Block, { kind: 'facts' }>['rows'][number];

const NUMBER = new Intl.NumberFormat('en-US');

/** What a toll is in words: a range, a number, an explicit zero, or a word that gives no number. */
const tollWords = ({ low, high }: Toll, words: string): string => {
  if (low === null && high === null) return `${words} (${WORDS.vagueNote})`;
  if (low === 0 && high === 0) return WORDS.zeroNote;
  if (low === null || high === null) return low === null ? words : `${NUMBER.format(low)} or more`;
  return low === high
    ? NUMBER.format(low)
    : `${NUMBER.format(low)} to ${NUMBER.format(high)} (${WORDS.rangeNote})`;
};

/** "14 security personnel" of a body that counts classes apart is no toll: "no toll given; security personnel among the dead: 14". */
const partRow = (
  label: string,
  toll: Toll | null,
  statements: readonly Statement[],
  { book, speech }: Pick<Desk, 'book' | 'speech'>,
): Row[] => {
  const parts = statements.filter(({ figure }) => toll?.figures.includes(figure.id) ?? false);
  const content = parts.flatMap(({ figure }, i): Inline[] => [
    `${i === 0 ? `${WORDS.noToll}; ` : '; '}${speech.part(figure)} `,
    { kind: 'cite', n: book.figure(figure) },
  ]);
  return content.length === 0 ? [] : [{ label, content }];
};

/**
 * "11 to 14 (range of reported figures), newest headline toll 11", with every figure behind it cited; nothing for silence.
 * An explicit zero, a number that is not known and no figure at all are told apart.
 */
const tollRow = (
  label: string,
  field: TollField,
  view: IncidentView,
  statements: readonly Statement[],
  { book, speech }: Desk,
): Row[] => {
  const parts = statements.filter(each => each.role === 'part').map(({ figure }) => figure.id);
  const isPart = ({ report }: ReportView): boolean =>
    report[field]?.figures.every(figure => parts.includes(figure)) ?? false;
  const toll = tollOf(
    view.views.filter(each => !isPart(each)),
    field,
  );
  if (toll === null) return partRow(label, view.incident[field], statements, { book, speech });
  const cited = statements.filter(({ figure }) => toll.figures.includes(figure.id));
  const [first] = cited;
  if (first === undefined) return [];
  const numbers = marks(cited.map(({ figure }) => book.figure(figure)));
  const range = tollWords(toll, speech.number(first.figure));
  const newest =
    toll.best === null || toll.low === toll.high ? '' : `, newest headline toll ${NUMBER.format(toll.best)}`;
  return [{ label, content: [`${range}${newest} `, ...numbers] }];
};

/** Incidents that one number is given for together, by place. */
export const sharers = (figure: string, article: string, { services, speech, asOf }: Desk): string[] => {
  const reports = services.store
    .reports({ asOf, article })
    .filter(report => report.figures.includes(figure) && report.place !== null);
  return [
    ...new Set(reports.map(report => (report.place === null ? '' : speech.placeShort(report.place.value)))),
  ];
};

/** Who claimed it or is held to have done it, and by whom; empty where no report says. */
export const actorsOf = ({ incident, views }: IncidentView, { speech, book }: Desk): Inline[] => {
  const seen = new Set<string>();
  return incident.actors.flatMap(({ actor, role, by, report, span }): Inline[] => {
    const key = `${actor}|${role}|${by}`;
    const view = views.find(each => each.report.id === report);
    if (view === undefined || seen.has(key)) return [];
    seen.add(key);
    const whom = by === null ? '' : ` (${speech.body(by)})`;
    return [
      `${seen.size > 1 ? '; ' : ''}${ROLE_WORDS[role]} ${speech.actor(actor)}${whom} `,
      { kind: 'cite', n: book.cite(view.article.id, span) },
    ];
  });
};

const actorRow = (view: IncidentView, desk: Desk): Row[] => {
  const content = actorsOf(view, desk);
  return content.length === 0 ? [] : [{ label: WORDS.who, content }];
};

const MEASURE_ROWS: readonly [label: string, field: TollField, measure: Measure][] = [
  ['Killed', 'fatalities', 'fatalities'],
  ['Attackers killed', 'attackersKilled', 'fatalities'],
  ['Injured', 'injuries', 'injuries'],
  ['Abducted', 'abductions', 'abductions'],
];

/** The tolls that reports of an incident give, a row each; none for those that no report speaks of. */
export const tollRows = (view: IncidentView, statements: readonly Statement[], desk: Desk): readonly Row[] =>
  MEASURE_ROWS.flatMap(([label, field]) => tollRow(label, field, view, statements, desk));

/** Who asks for an incident asks for these: that no report says is an answer too. */
const ALWAYS_TOLD: readonly string[] = ['fatalities', 'injuries'];

/** Date, place with its precision, site, type, who is said to be behind it, and the tolls as ranges. */
export const incidentFacts = (view: IncidentView, statements: readonly Statement[], desk: Desk): Block => {
  const { incident } = view;
  const { speech, book, services } = desk;
  const first = view.views.find(each => each.report.id === incident.id) ?? view.views[0];
  const told: Inline[] =
    first === undefined
      ? []
      : [' ', { kind: 'cite', n: book.sentence(first.report.article, first.report.sentence) }];
  const place = incident.place === null ? null : services.gazetteer.byId(incident.place.value);
  const precision = place === null ? '' : ` (${KIND_WORDS[place.kind]})`;
  const assumed = incident.period?.basis === 'assumed' ? ' (assumed from the date of the article)' : '';
  const when = incident.period === null ? WORDS.notTold : `${periodWords(incident.period.value)}${assumed}`;
  const shared = statements.find(each => each.figure.shared && each.current);
  const together = shared === undefined ? [] : sharers(shared.figure.id, shared.figure.article, desk);
  return {
    kind: 'facts',
    rows: [
      { label: WORDS.type, content: [TYPE_WORDS[incident.type], ...told] },
      { label: WORDS.when, content: [when] },
      {
        label: WORDS.where,
        content: [
          incident.place === null ? WORDS.notTold : `${speech.place(incident.place.value)}${precision}`,
        ],
      },
      ...(incident.site === null ? [] : [{ label: WORDS.site, content: [incident.site] }]),
      ...actorRow(view, desk),
      ...MEASURE_ROWS.flatMap(([label, field]) => {
        const row = tollRow(label, field, view, statements, desk);
        const silent = row.length === 0 && ALWAYS_TOLD.includes(field) && shared === undefined;
        return silent ? [{ label, content: [WORDS.noNumber] }] : row;
      }),
      ...(shared === undefined || together.length < 2
        ? []
        : [
            {
              label: 'One number for several',
              content: [
                `${speech.figure(shared.figure)}: one toll for ${together.length} incidents together (${together.join(', ')}) `,
                { kind: 'cite', n: book.figure(shared.figure) } as const,
              ],
            },
          ]),
    ],
  };
};
