import type { Answer, Block } from '../../core/answer.ts';
import type { Instant } from '../../core/clock.ts';
import type { Changes } from '../../query/changes/changes.ts';
import { isEmpty, narrowChanges, type Wish } from '../../query/changes/narrow.ts';
import type { Services } from '../../query/services.ts';
import { type Desk, deskAsOf, finish, openDesk } from '../draft.ts';
import { text } from '../lines.ts';
import { localWords } from '../moments.ts';
import { incidentOffer } from '../offers.ts';
import { joined } from '../speech.ts';
import { WORDS as ANSWER_WORDS } from '../words.ts';
import type { Desks } from './lines.ts';
import {
  countSection,
  newSection,
  quietSection,
  revisedSection,
  standingSection,
  withdrawnSection,
} from './sections.ts';
import { WORDS } from './words.ts';

/** What one address is to be told, and how. */
export interface Wanted {
  readonly filters: Wish;
  /** IANA zone in which the address reads the time. */
  readonly zone: string;
  readonly until: Instant;
  readonly late: boolean;
  readonly test: boolean;
  /** What would be asked to see it. */
  readonly question: string;
}

export interface Digest {
  readonly answer: Answer;
  /** There is no news: the answer is one line that says so. */
  readonly empty: boolean;
}

const MOST_OFFERS = 3;

const note = (content: string): Block => ({ kind: 'notice', tone: 'info', content: [content] });

const notes = ({ test, late, until, zone }: Wanted): readonly Block[] => [
  ...(test ? [note(WORDS.test)] : []),
  ...(late ? [note(WORDS.late(localWords(until, zone)))] : []),
];

/** "Only Balochistan, Pakistan; BLA; incidents with 10 or more reported killed." */
const narrowedTo = ({ places, groups, minToll }: Wish, { speech }: Desk): readonly Block[] => {
  const what = [
    ...(places.length === 0 ? [] : [joined(places.map(speech.place))]),
    ...(groups.length === 0 ? [] : [joined(groups.map(speech.actor))]),
    ...(minToll === null ? [] : [WORDS.toll(minToll)]),
  ];
  return what.length === 0 ? [] : [text(WORDS.narrowed(what))];
};

const headlineOf = (changes: Changes, since: string): Block =>
  text(
    WORDS.since(since, {
      incidents: changes.incidents.length,
      revised: changes.revised.length + changes.recounts.length,
      withdrawn: changes.withdrawn.length + changes.gone.length,
      counts: changes.counts.length,
      disagreements: changes.pairs.filter(({ kind }) => kind === 'disagree').length,
      agreements: changes.pairs.filter(({ kind }) => kind === 'agree').length,
    }),
  );

const offers = ({ incidents, revised }: Changes, { now }: Desks): readonly Block[] => {
  const views = [...incidents, ...revised].slice(0, MOST_OFFERS).map(({ view }) => view);
  return views.length === 0
    ? []
    : [
        {
          kind: 'offers',
          title: ANSWER_WORDS.nextTitle,
          items: views.map(view => incidentOffer(view, now)),
        },
      ];
};

/**
 * What changed, for one address: new incidents by province, what was revised and withdrawn, how sources stand to each
 * other, new counts, and where it was quiet. Each figure is cited as it read at its end of the stretch.
 * @param all what changed for everybody
 */
export const composeDigest = (wanted: Wanted, all: Changes, services: Services): Digest => {
  const now = openDesk(services, all.now);
  const desks: Desks = { now, before: deskAsOf(now, all.before) };
  const changes = narrowChanges(all, wanted.filters, services.gazetteer);
  const since = localWords(all.before.instant, wanted.zone);
  const empty = isEmpty(changes);
  const told: readonly Block[] = empty
    ? [text(WORDS.nothing(since))]
    : [
        headlineOf(changes, since),
        ...narrowedTo(wanted.filters, now),
        ...newSection(changes, desks),
        ...revisedSection(changes, desks),
        ...withdrawnSection(changes, desks),
        ...standingSection(changes, desks),
        ...countSection(changes, desks),
        ...quietSection(changes, desks),
        ...offers(changes, desks),
      ];
  const answer = finish(
    {
      question: wanted.question,
      title: WORDS.title(localWords(wanted.until, wanted.zone)),
      blocks: [...notes(wanted), ...told],
      figures: figuresIn(changes, desks),
    },
    now,
  );
  return { answer, empty };
};

/** What the digest states and what stands now; older numbers are cited, and no statement of it. */
const figuresIn = ({ incidents, revised, counts, recounts }: Changes, { now }: Desks) => {
  const cited = new Set(now.book.list().map(({ article, start, end }) => `${article}#${start}-${end}`));
  return [
    ...incidents.flatMap(({ statements }) => statements.map(({ figure }) => figure)),
    ...revised.flatMap(({ tolls }) => tolls.flatMap(({ newer }) => newer?.figures ?? [])),
    ...counts,
    ...recounts.map(({ newer }) => newer),
  ].filter(({ article, span }) => cited.has(`${article}#${span.start}-${span.end}`));
};
