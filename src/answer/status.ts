import type { Answer, Block } from '../core/answer.ts';
import type { Instant } from '../core/clock.ts';
import type { TakingIn } from '../core/taking-in.ts';
import type { Services } from '../query/services.ts';
import { asOfNow } from '../query/services.ts';
import { finish, openDesk } from './draft.ts';
import { byUrgency, feedLine } from './feed-lines.ts';
import { heading, listOf, text } from './lines.ts';
import { momentWords } from './moments.ts';
import { OUTCOME_COUNTS, type PageKind } from './outcomes.ts';

/** More than these are for /feed list. */
const MOST_FEEDS = 25;

const NUMBER = new Intl.NumberFormat('en');

type Row = Extract<Block, { kind: 'facts' }>['rows'][number];

const row = (label: string, content: string): Row => ({ label, content: [content] });

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

const databaseWords = ({ intake }: Services, admin: boolean): string => {
  const { file, bytes } = intake.database();
  if (file === null)
    return 'in memory: what came in ends with the program; SITREP_DB names a file that lasts';
  return [admin ? file : 'a file', ...(bytes === null ? [] : [megabytes(bytes)])].join(', ');
};

const WRITERS: Readonly<Record<TakingIn, string>> = {
  no: 'another program',
  here: 'this program',
  waits: 'another program',
  fails: 'this program',
};

const AFTER: Readonly<Record<TakingIn, string>> = {
  no: '',
  here: '',
  waits: '; this program takes over when that one ends',
  fails: '; this program cannot write',
};

/** Who takes articles in. The names of processes and machines are for administrators. */
const writerWords = ({ store, intake }: Services, now: Instant, admin: boolean): string => {
  const lease = store.lease.current();
  const taking = intake.takingIn();
  if (lease === null || lease.expires <= now) return `nobody at the moment${AFTER[taking]}`;
  const { name, pid, host, taken } = lease;
  const who = admin ? `: ${name} (process ${pid} on ${host})` : '';
  return `${WRITERS[taking]}, since ${momentWords(taken, now)}${AFTER[taking]}${who}`;
};

const staleWords = (stale: number): string =>
  stale === 0
    ? 'none: all were read by the present rules'
    : `${NUMBER.format(stale)} read by other rules; npm start -- reindex reads them again`;

const isKind = (kind: string): kind is PageKind => kind in OUTCOME_COUNTS;

const pageRows = ({ store }: Services): readonly Row[] =>
  Object.entries(store.pages.counts()).flatMap(([kind, count]) =>
    count === 0 || !isKind(kind) ? [] : [row(OUTCOME_COUNTS[kind], NUMBER.format(count))],
  );

const feedBlocks = ({ store }: Services, now: Instant, admin: boolean): readonly Block[] => {
  const feeds = byUrgency(store.feeds.list());
  if (feeds.length === 0) return [text('No feed is followed. /feed add and its address follows one.')];
  const left = feeds.length - MOST_FEEDS;
  return [
    ...listOf(feeds.slice(0, MOST_FEEDS).map(feed => feedLine(feed, now, admin))),
    ...(left > 0 ? [text(`and ${left} more; /feed list shows all`)] : []),
  ];
};

/**
 * What is there, what came in, and how each feed fares. Articles are those of the moment; feeds and pages have no past,
 * and are told as they are now.
 * @param admin whether names of files, machines and addresses may be shown
 */
export const composeStatus = (question: string, admin: boolean, services: Services): Answer => {
  const asOf = asOfNow(services.clock);
  const now = asOf.instant;
  const { articles, figures, reports } = services.store.counts(asOf);
  const pages = pageRows(services);
  const blocks: readonly Block[] = [
    {
      kind: 'facts',
      rows: [
        row('Articles', NUMBER.format(articles)),
        row('Figures', NUMBER.format(figures)),
        row('Reports of incidents', NUMBER.format(reports)),
        row('Articles to read again', staleWords(services.store.staleCount(services.intake.rules))),
        row('Version of the rules', services.intake.rules),
        row('Database', databaseWords(services, admin)),
        row('Written by', writerWords(services, now, admin)),
      ],
    },
    heading('What became of pages'),
    ...(pages.length === 0 ? [text('No page has come in yet.')] : [{ kind: 'facts', rows: pages } as const]),
    heading('Feeds'),
    ...feedBlocks(services, now, admin),
  ];
  return finish({ question, title: 'Status', blocks }, openDesk(services, asOf));
};
