import type { Block } from '../core/answer.ts';
import { isEveryone } from '../query/compare.ts';
import type { IncidentView } from '../query/incidents/incident.ts';
import { originsOf } from '../query/origins.ts';
import type { Statement } from '../query/statements.ts';
import type { Desk } from './draft.ts';
import { pairNotice } from './notices.ts';

type Notice = Extract<Block, { kind: 'notice' }>;

const MOST_PAIRS = 4;

const bodyOf = ({ figure }: Statement): string => figure.body?.value ?? `article:${figure.article}`;

/** Headline tolls of one measure, each body's word once. */
const headlines = (statements: readonly Statement[]): Statement[] =>
  statements
    .filter(each => each.role === 'headline' && isEveryone(each.figure.victims))
    .filter(
      (each, i, all) =>
        all.findIndex(
          other =>
            bodyOf(other) === bodyOf(each) &&
            other.figure.measure === each.figure.measure &&
            other.figure.quantity.low === each.figure.quantity.low,
        ) === i,
    );

/** How many sources there really are: copies of one text and repeats of one body count once. */
const originNotice = ({ views }: IncidentView): Notice[] => {
  if (views.length < 2) return [];
  const testimonies = views.map(view => ({
    body: null,
    article: view.article.id,
    passage: view.passage,
  }));
  const origins = originsOf(testimonies).length;
  const articles = new Set(views.map(view => view.article.id)).size;
  if (articles < 2) return [];
  const copies = origins < articles ? ' (the others are near-verbatim copies)' : '';
  return [
    {
      kind: 'notice',
      tone: 'info',
      content: [
        `${articles} articles, ${origins} independent ${origins === 1 ? 'origin' : 'origins'}${copies}.`,
      ],
    },
  ];
};

/** Where the tolls of an incident agree, were revised or disagree, and why its reports count as one happening. */
export const incidentNotices = (
  view: IncidentView,
  statements: readonly Statement[],
  desk: Desk,
): Notice[] => {
  const chosen = headlines(statements);
  const pairs: Notice[] = [];
  for (const [i, a] of chosen.entries())
    for (const b of chosen.slice(i + 1)) {
      // Bodies are set side by side as they stand now; one body's earlier number only beside its own newer one.
      const now = a.current && b.current;
      const change = a.current !== b.current && bodyOf(a) === bodyOf(b);
      if (a.figure.measure !== b.figure.measure || !(now || change)) continue;
      const notice = pairNotice(a.figure, b.figure, desk, true);
      // Two current numbers of one body in one article differ in something the article does not say.
      const sameText = a.view.article.id === b.view.article.id && bodyOf(a) === bodyOf(b) && now;
      if (notice === null || notice.tone === 'not-comparable' || sameText) continue;
      pairs.push(notice);
    }
  return [
    ...pairs.slice(0, MOST_PAIRS),
    ...originNotice(view),
    ...view.incident.merges.map(
      (line): Notice => ({ kind: 'notice', tone: 'info', content: [`read as one incident: ${line}.`] }),
    ),
  ];
};
