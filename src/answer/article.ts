import type { Answer, Block, Inline } from '../core/answer.ts';
import type { Article } from '../core/article.ts';
import { publishedDay } from '../core/article.ts';
import { slug } from '../core/fold.ts';
import { viewsOf } from '../query/incidents/gather.ts';
import { mergeReports } from '../query/incidents/merge.ts';
import type { Services } from '../query/services.ts';
import { asOfNow } from '../query/services.ts';
import type { Desk } from './draft.ts';
import { finish, openDesk } from './draft.ts';
import { headline } from './headline.ts';
import { incidentTitle } from './incident-lines.ts';
import { figureLine, heading, listOf } from './lines.ts';
import { dayWords } from './periods.ts';
import { refusal } from './refusal.ts';
import { WORDS } from './words.ts';

const EVERY = 10_000;
const MOST_OFFERS = 5;

/** The article with this id, the only one whose id begins so, or what to say instead. */
const find = (typed: string, desk: Desk): Article | { readonly near: readonly Article[] } => {
  const exact = desk.services.store.article(typed, desk.asOf);
  if (exact !== null) return exact;
  const all = desk.services.store.articles(desk.asOf, EVERY);
  const wanted = slug(typed.replace(/\.[a-z]{2,4}$/i, ''));
  const starts = all.filter(article => slug(article.id).startsWith(wanted));
  const only = starts[0];
  if (only !== undefined && starts.length === 1) return only;
  const names = desk.services.names.nearest(typed, ['article'], MOST_OFFERS).map(name => name.id);
  const near = starts.length > 0 ? starts : all.filter(article => names.includes(article.id));
  return { near: (near.length > 0 ? near : all).slice(0, MOST_OFFERS) };
};

const facts = (article: Article): Block => {
  const day = publishedDay(article);
  const link: Inline[] = article.url === null ? [] : [{ kind: 'link', text: article.url, url: article.url }];
  return {
    kind: 'facts',
    rows: [
      { label: 'Article', content: [article.id] },
      { label: 'Title', content: [article.title ?? 'not known'] },
      { label: 'Published', content: [day === null ? 'not known' : dayWords(day)] },
      { label: 'Publisher', content: [article.publisher ?? 'not known'] },
      ...(link.length === 0 ? [] : [{ label: 'Link', content: link }]),
    ],
  };
};

/** An article with everything that was read out of it. @param typed its id, or how it begins */
export const composeArticle = (question: string, typed: string, services: Services): Answer => {
  const desk = openDesk(services, asOfNow(services.clock));
  const found = find(typed.trim(), desk);
  if ('near' in found)
    return refusal(
      question,
      `There is no article “${typed.trim()}”.`,
      found.near.map(article => ({ label: headline(article, desk), question: `/article ${article.id}` })),
    );
  const figures = services.store.figures({ asOf: desk.asOf, article: found.id });
  const other = services.store
    .figures({ asOf: desk.asOf, article: found.id, security: false })
    .filter(figure => !figure.security);
  const reports = services.store.reports({ asOf: desk.asOf, article: found.id });
  const views = mergeReports(viewsOf(reports, services, desk.asOf), services.merges);
  const line = (figure: (typeof figures)[number]): Inline[] => [
    ...figureLine(figure, desk),
    ` /why ${figure.id}${figure.standing === 'current' ? '' : ` (${figure.standing})`}`,
  ];
  const blocks: Block[] = [
    facts(found),
    ...(figures.length === 0 ? [] : [heading('Figures'), ...listOf(figures.map(line))]),
    ...(other.length === 0
      ? []
      : [heading('Figures of no attack (floods, accidents and the like)'), ...listOf(other.map(line))]),
    ...(views.length === 0
      ? []
      : [
          heading(WORDS.incidents),
          ...listOf(
            views.map(view => {
              const report = view.incident.reports[0];
              const n = report === undefined ? null : desk.book.sentence(report.article, report.sentence);
              return [`${incidentTitle(view, desk)} `, ...(n === null ? [] : [{ kind: 'cite', n } as const])];
            }),
          ),
        ]),
    ...(figures.length + other.length + views.length === 0
      ? [{ kind: 'paragraph', content: ['No figure and no incident was read in it.'] } satisfies Block]
      : []),
  ];
  return finish({ question, title: headline(found, desk), blocks, figures }, desk);
};
