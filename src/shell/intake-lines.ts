import type { Imported } from '../intake/import.ts';
import type { Visited } from '../intake/visit-state.ts';
import type { PageKind } from '../store/ports/pages.ts';

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const articles = (count: number): string => counted(count, 'article', 'articles');

/** What became of articles, in words that follow their number. */
const KINDS: readonly (readonly [kind: PageKind, words: string])[] = [
  ['taken', 'new'],
  ['updated', 'updated'],
  ['copy-of', 'near-copies'],
  ['not-relevant', 'without a security figure or incident'],
  ['other-language', 'not in English'],
  ['unchanged', 'there already'],
  ['refused', 'refused'],
  ['unreadable', 'unreadable'],
  ['failed', 'failed'],
];

const kindsOf = (counts: Readonly<Partial<Record<PageKind, number>>>): string =>
  KINDS.flatMap(([kind, words]) => {
    const count = counts[kind] ?? 0;
    return count === 0 ? [] : [`${count.toLocaleString('en')} ${words}`];
  }).join(', ');

/** What the commands that take articles in say to people. */
export const INTAKE_WORDS = {
  moreRefusals: (count: number): string =>
    `${counted(count, 'more was', 'more were')} refused for reasons such as these.`,
  stopped: 'Stopped; import the same again, and it goes on where it was.',
  nothingDue: (feeds: number): string =>
    feeds === 0
      ? 'No feed is followed; import a list of feeds, or name one in SITREP_FEEDS, such as data/feeds.json.'
      : `None of the ${counted(feeds, 'feed', 'feeds')} is due yet.`,
  following: (feeds: number, inbox: string | null): string =>
    `Following ${counted(feeds, 'feed', 'feeds')}${inbox === null ? '' : ` and the inbox ${inbox}`}; Ctrl-C ends it.`,
  file: (name: string, refusals: readonly string[]): string =>
    refusals.length === 0
      ? `${name}: taken in`
      : `${name}: ${refusals[0]}${refusals.length === 1 ? '' : ` (and ${refusals.length - 1} more)`}`,
} as const;

/** What an import came to, in one line. */
export const importedLine = ({ tally, refusals, more, feeds }: Imported): string => {
  const taken = Object.values(tally).reduce((sum, count) => sum + count, 0);
  const refused = refusals.length + more;
  const words = kindsOf(tally);
  return [
    `${articles(taken)}${words === '' ? '' : `: ${words}`}.`,
    ...(feeds === 0 ? [] : [`${counted(feeds, 'feed is', 'feeds are')} followed from now on.`]),
    ...(refused === 0
      ? []
      : [`${counted(refused, 'file, line or page was', 'files, lines or pages were')} refused.`]),
  ].join(' ');
};

/** What a visit to a feed came to, in one line. */
export const fetchedLine = ({ url, failure, pages, notices, stopped }: Visited): string => {
  const words = kindsOf(pages);
  const came = failure ?? (words === '' ? 'nothing new' : words);
  return [`${url}: ${came}`, ...(stopped ? ['stopped before it was done'] : []), ...notices].join('; ');
};
