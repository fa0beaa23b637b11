import type { Answer, Block, Inline } from '../core/answer.ts';
import { publishedDay } from '../core/article.ts';
import { asOfNow, type Services } from '../query/services.ts';
import { type Desk, finish, openDesk } from './draft.ts';
import { feedLine, feedName } from './feed-lines.ts';
import { headline } from './headline.ts';
import { figureLine, heading, listOf, text } from './lines.ts';
import { instantWords, momentWords } from './moments.ts';
import { OUTCOME_WORDS, type PageRecord } from './outcomes.ts';
import { dayWords } from './periods.ts';
import { refusal } from './refusal.ts';

const MOST_FIGURES = 8;

type Row = Extract<Block, { kind: 'facts' }>['rows'][number];

const row = (label: string, ...content: readonly Inline[]): Row => ({ label, content });

/** "its title (/article id)", or the id alone where the moment does not know it. */
const articleWords = (id: string, desk: Desk): string => {
  const article = desk.services.store.article(id, desk.asOf);
  return article === null ? id : `${headline(article, desk)} (/article ${id})`;
};

const outcomeWords = ({ kind, reason }: PageRecord): string =>
  `${OUTCOME_WORDS[kind]}${reason === null ? '' : `: ${reason}`}`;

const feedWords = (url: string, admin: boolean, { store }: Services): string => {
  const name = feedName(store.feeds.get(url) ?? { title: null, url });
  return admin ? `${name} (${url})` : name;
};

const pageRows = (record: PageRecord, admin: boolean, { services, asOf }: Desk): readonly Row[] => [
  row('What became of it', outcomeWords(record)),
  row('Since', momentWords(record.at, asOf.instant)),
  ...(record.last === record.at ? [] : [row('Last looked at', momentWords(record.last, asOf.instant))]),
  row(
    'Named by',
    record.feed === null ? 'no feed; it was taken by hand' : feedWords(record.feed, admin, services),
  ),
];

const articleRows = (id: string, desk: Desk): readonly Row[] => {
  const { store } = desk.services;
  const versions = store.versions(id);
  const newest = versions.at(-1);
  if (newest === undefined) return [];
  const article = store.article(id, desk.asOf);
  const day = article === null ? null : publishedDay(article);
  const copies = store.copiesOf(id);
  return [
    row('Article', articleWords(id, desk)),
    ...(day === null ? [] : [row('Published', dayWords(day))]),
    ...(newest.language === null ? [] : [row('Language', newest.language)]),
    ...(newest.copyOf === null ? [] : [row('Copy of', articleWords(newest.copyOf, desk))]),
    ...(copies.length === 0 ? [] : [row('Copies of it', copies.join(', '))]),
    ...(newest.history === true
      ? [row('Old news', 'it was old when it came in: it is answered from, and announced to nobody')]
      : []),
    ...(newest.reason === null ? [] : [row('Withdrawn', newest.reason)]),
  ];
};

const versionItems = (id: string, { services }: Desk): readonly (readonly Inline[])[] =>
  services.store.versions(id).map(({ version, seen, until, ended, rules }) => {
    const from = seen === null ? 'seen at a time that was not kept' : `seen ${instantWords(seen)}`;
    const to = until === null ? 'it holds' : `${ended ?? 'ended'} ${instantWords(until)}`;
    return [`version ${version}: ${from}; ${to}; read by rules ${rules}`];
  });

/** The figures read in an article, or why there are none. */
const figureBlocks = (id: string, desk: Desk): readonly Block[] => {
  const { store } = desk.services;
  const newest = store.versions(id).at(-1);
  if (newest === undefined) return [];
  if (store.article(id, desk.asOf) === null)
    return [text('For the moment of this answer the article is not there: it came later, or was withdrawn.')];
  const figures = store.figures({ asOf: desk.asOf, article: id });
  const reports = store.reports({ asOf: desk.asOf, article: id });
  if (figures.length + reports.length === 0) {
    const foreign = newest.language !== null && newest.language !== 'en';
    return [
      text(
        foreign
          ? 'No figure was read: only English is read.'
          : 'No figure and no incident of security was read in it: no sentence says one in a way that a rule knows.',
      ),
    ];
  }
  const left = figures.length - MOST_FIGURES;
  return [
    ...(figures.length === 0 ? [] : [heading('Figures read in it')]),
    ...listOf(figures.slice(0, MOST_FIGURES).map(figure => figureLine(figure, desk))),
    text(
      `${left > 0 ? `and ${left} more figures; ` : ''}${reports.length} ${reports.length === 1 ? 'incident' : 'incidents'}: /article ${id}`,
    ),
  ];
};

/** A feed that was asked about instead of a page: how it fares, and what happened to it. */
const explainFeed = (question: string, url: string, admin: boolean, desk: Desk): Answer | null => {
  const feed = desk.services.store.feeds.get(url);
  if (feed === null) return null;
  const events = admin ? desk.services.store.feeds.history(url) : [];
  const blocks: readonly Block[] = [
    ...listOf([feedLine(feed, desk.asOf.instant, admin)]),
    ...(events.length === 0 ? [] : [heading('What happened to it')]),
    ...listOf(
      events.map(({ at, event, detail }) => [
        `${instantWords(at)}: ${event}${detail === '' ? '' : ` (${detail})`}`,
      ]),
    ),
  ];
  return finish({ question, title: `Feed: ${feedName(feed)}`, blocks }, desk);
};

/**
 * What became of a page: when it was fetched and by which feed, the article made of it, what it copies, its versions, and
 * the figures read in it or why there are none. Of a feed how it fares.
 * @param typed a web address
 */
export const composePageWhy = (
  question: string,
  typed: string,
  admin: boolean,
  services: Services,
): Answer => {
  const desk = openDesk(services, asOfNow(services.clock));
  const page = services.intake.page(typed);
  if (page === null) return refusal(question, `“${typed}” is no web address.`);
  const records = services.store.pages.of(page.address);
  const [newest, ...earlier] = records;
  const id = newest?.article ?? page.article;
  const versions = services.store.versions(id);
  if (newest === undefined && versions.length === 0)
    return (
      explainFeed(question, typed, admin, desk) ??
      refusal(
        question,
        'This page never came in: no feed that is followed has named it, and nobody imported it. To take it in: npm start -- import and its address.',
      )
    );
  const rows = [
    row('Page', { kind: 'link', text: page.address, url: page.address }),
    ...(newest === undefined ? [] : pageRows(newest, admin, desk)),
    ...articleRows(id, desk),
  ];
  const blocks: readonly Block[] = [
    { kind: 'facts', rows },
    ...(versions.length < 2 ? [] : [heading('Versions'), ...listOf(versionItems(id, desk))]),
    ...(earlier.length === 0
      ? []
      : [
          heading('Before'),
          ...listOf(earlier.map(each => [`${instantWords(each.at)}: ${outcomeWords(each)}`])),
        ]),
    ...figureBlocks(id, desk),
  ];
  return finish({ question, title: 'What became of this page', blocks }, desk);
};
