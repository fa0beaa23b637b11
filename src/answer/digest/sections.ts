import type { Block, Inline } from '../../core/answer.ts';
import { provinceOf } from '../../query/changes/around.ts';
import type { Changes } from '../../query/changes/changes.ts';
import type { Recount } from '../../query/changes/counts.ts';
import type { NewIncident } from '../../query/changes/incidents.ts';
import type { Pair } from '../../query/changes/pairs.ts';
import type { Desk } from '../draft.ts';
import { incidentTitle } from '../incident-lines.ts';
import { figureLine, figureLines, heading, listOf, text } from '../lines.ts';
import { pairNotice } from '../notices.ts';
import { type Desks, goneLine, newLines, revisedLine, withdrawnLine } from './lines.ts';
import { WORDS } from './words.ts';

/** A digest may take several messages, but nobody reads a hundred incidents. */
const MOST_INCIDENTS = 40;
const MOST_LINES = 15;
const MOST_PAIRS = 8;

const more = (left: number, words: (left: number) => string): Block[] =>
  left > 0 ? [text(words(left))] : [];

/** "Balochistan, Pakistan", or the country alone where no province is told. */
const regionOf = ({ view: { incident } }: NewIncident, { speech }: Desk): string =>
  incident.place === null ? WORDS.noPlace : speech.place(provinceOf(incident.place.value));

/** New incidents under their provinces, in the order of the alphabet; within one the newest first. */
export const newSection = ({ incidents }: Changes, { now }: Desks): readonly Block[] => {
  const shown = incidents.slice(0, MOST_INCIDENTS);
  const regions = [...new Set(shown.map(each => regionOf(each, now)))].sort();
  return [
    ...regions.flatMap(region => [
      heading(WORDS.newIn(region)),
      ...listOf(
        newLines(
          shown.filter(each => regionOf(each, now) === region),
          now,
        ),
      ),
    ]),
    ...more(incidents.length - shown.length, WORDS.moreIncidents),
  ];
};

const recountLine = ({ older, newer }: Recount, { now, before }: Desks) => [
  ...figureLine(newer, now),
  `, ${WORDS.before} ${before.speech.number(older)} `,
  { kind: 'cite', n: before.book.figure(older) } as const,
];

const listed = <T>(title: string, items: readonly T[], line: (item: T) => readonly Inline[]) =>
  items.length === 0
    ? []
    : [
        heading(title),
        ...listOf(items.slice(0, MOST_LINES).map(line)),
        ...more(items.length - MOST_LINES, WORDS.moreLines),
      ];

export const revisedSection = ({ revised, recounts }: Changes, desks: Desks): readonly Block[] =>
  listed(
    WORDS.revised,
    [
      ...revised.map(each => () => revisedLine(each, desks)),
      ...recounts.map(each => () => recountLine(each, desks)),
    ],
    line => line(),
  );

export const withdrawnSection = ({ withdrawn, gone }: Changes, desks: Desks): readonly Block[] =>
  listed(
    WORDS.withdrawn,
    [
      ...withdrawn.map(each => () => withdrawnLine(each, desks)),
      ...gone.map(each => () => goneLine(each, desks)),
    ],
    line => line(),
  );

export const countSection = ({ counts }: Changes, { now }: Desks): readonly Block[] =>
  counts.length === 0 ? [] : [heading(WORDS.counts), ...listOf(figureLines(counts, now))];

/** What a pair speaks of, since its line names but who says what. */
const subject = ({ a, view }: Pair, desk: Desk): string =>
  view === null
    ? `${desk.speech.period(a)}, ${desk.speech.place(a.place?.value ?? null)}: `
    : `${incidentTitle(view, desk)}: `;

/** Disagreements first. */
export const standingSection = ({ pairs }: Changes, { now }: Desks): readonly Block[] => {
  const ordered = pairs.toSorted((a, b) => Number(a.kind === 'agree') - Number(b.kind === 'agree'));
  const notices = ordered.slice(0, MOST_PAIRS).flatMap(pair => {
    const notice = pairNotice(pair.a, pair.b, now, pair.view !== null);
    return notice === null ? [] : [{ ...notice, content: [subject(pair, now), ...notice.content] }];
  });
  return notices.length === 0
    ? []
    : [heading(WORDS.standing), ...notices, ...more(pairs.length - MOST_PAIRS, WORDS.moreLines)];
};

export const quietSection = ({ quiet }: Changes, { now }: Desks): readonly Block[] =>
  quiet.length === 0 ? [] : [text(WORDS.quiet(quiet.map(now.speech.place)))];
