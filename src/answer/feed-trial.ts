import type { Answer, Block, Inline } from '../core/answer.ts';
import type { Figure } from '../core/figure.ts';
import { printed } from '../core/span.ts';
import type { FeedTrial, TriedItem } from '../query/intake.ts';
import type { Services } from '../query/services.ts';
import { asOfNow } from '../query/services.ts';
import { type Desk, finish, openDesk } from './draft.ts';
import { heading, listOf, text } from './lines.ts';
import { dayWords } from './periods.ts';

const MOST_FIGURES = 5;

type Row = Extract<Block, { kind: 'facts' }>['rows'][number];

const row = (label: string, ...content: readonly Inline[]): Row => ({ label, content });

/** The sentence stands in the line, since an article that is kept nowhere cannot be cited. */
const triedLine = (figure: Figure, { article, sentences }: NonNullable<TriedItem['reading']>, desk: Desk) => {
  const { speech } = desk;
  const sentence = sentences.find(({ index }) => index === figure.sentence);
  const words = printed(article.text, sentence?.span ?? figure.span)
    .replace(/\s+/g, ' ')
    .trim();
  return [
    { kind: 'strong', text: speech.figure(figure) } as const,
    ` · ${speech.source(figure)} · ${speech.period(figure)} · ${speech.place(figure.place?.value ?? null)}: “${words}”`,
  ];
};

const newestRows = ({ title, url, published, reading, failure, language }: TriedItem): readonly Row[] => [
  row('Newest item', title ?? 'without a title'),
  ...(url === null ? [] : [row('Its page', { kind: 'link', text: url, url })]),
  row('Its date', published === null ? 'the feed does not say' : dayWords(published.slice(0, 10))),
  row(
    'Read',
    reading === null
      ? `no: ${failure ?? ''}`
      : `yes, ${reading.article.text.length.toLocaleString('en')} characters`,
  ),
  ...(language === null ? [] : [row('Language', language === 'en' ? 'English' : language)]),
];

const readBlocks = ({ reading, language }: TriedItem, desk: Desk): readonly Block[] => {
  if (reading === null) return [];
  if (language !== null && language !== 'en')
    return [text('It is not in English: it would come in, and no figures would be read in it.')];
  const { figures, reports } = reading;
  const left = figures.length - MOST_FIGURES;
  if (figures.length + reports.length === 0)
    return [text('No figure and no incident of security would be read in it: it would be left to search.')];
  return [
    ...(figures.length === 0 ? [] : [heading('Figures that would be read')]),
    ...listOf(figures.slice(0, MOST_FIGURES).map(figure => triedLine(figure, reading, desk))),
    text(
      `${left > 0 ? `and ${left} more figures; ` : ''}${reports.length} ${reports.length === 1 ? 'incident' : 'incidents'}`,
    ),
  ];
};

/** What would come in by a feed. Nothing of it was kept. */
export const composeTrial = (question: string, trial: FeedTrial, services: Services): Answer => {
  const desk = openDesk(services, asOfNow(services.clock));
  const { url, title, items, notices, newest } = trial;
  const followed = services.store.feeds.get(url);
  const rows = [
    row('Feed', title ?? 'without a title'),
    row('Address', { kind: 'link', text: url, url }),
    row('Items', items.toLocaleString('en')),
    ...(newest === null ? [] : newestRows(newest)),
  ];
  const blocks: readonly Block[] = [
    { kind: 'facts', rows },
    ...notices.map(notice => ({ kind: 'notice', tone: 'info', content: [notice] }) as const),
    ...(newest === null ? [] : readBlocks(newest, desk)),
    text('This was a test; nothing was kept.'),
    ...(followed === null || followed.state === 'removed'
      ? [
          {
            kind: 'offers',
            title: 'You can',
            items: [{ label: 'follow this feed', question: `/feed add ${url}` }],
          } as const,
        ]
      : []),
  ];
  return finish({ question, title: 'What would come in', blocks }, desk);
};
