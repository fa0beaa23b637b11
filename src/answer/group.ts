import type { ActorId } from '../core/actor.ts';
import type { Answer, Block, Inline } from '../core/answer.ts';
import { fold } from '../core/fold.ts';
import { within } from '../core/period.ts';
import { printed } from '../core/span.ts';
import { incidentsIn, isMonitor, stated } from '../query/asked-incidents.ts';
import type { Plan } from '../query/plan.ts';
import { onlyPeriod, onlyPlace } from '../query/plan.ts';
import type { Services } from '../query/services.ts';
import { statementsOf } from '../query/statements.ts';
import { visibleAt } from '../query/visible.ts';
import { readingNotices, titled } from './asked.ts';
import type { Desk } from './draft.ts';
import { finish, openDesk } from './draft.ts';
import { incidentTitle } from './incident-lines.ts';
import { figureLines, heading, listOf, statementLines } from './lines.ts';
import { incidentOffer } from './offers.ts';
import { quoteOf } from './quotes.ts';
import { refusePlan } from './refuse.ts';
import { ROLE_WORDS, WORDS } from './words.ts';

const MOST_COUNTS = 12;
const MOST_INCIDENTS = 10;
const MOST_QUOTES = 6;

/** Words by which a sentence says who is behind something, or speaks for a group. */
const ATTRIBUTION =
  /\b(?:claim(?:s|ed)?|responsib\w+|suspect\w*|blam\w+|behind|said|says|owned up|accus\w+|held|carried out|den(?:y|ies|ied)|attacks? by)\b/i;

/** Sentences that name the group and say what it did or is held to have done, from the articles full text finds. */
const mentions = (actor: ActorId, plan: Plan, desk: Desk): { article: string; sentence: number }[] => {
  const { services } = desk;
  const known = services.actors.byId(actor);
  if (known === null) return [];
  const names = [known.name, ...known.aliases].map(fold);
  const visible = visibleAt(services.store, plan.asOf);
  return services.search.find([known.name, ...known.aliases].join(' '), 10, visible).flatMap(hit => {
    const article = services.store.article(hit.article, plan.asOf);
    if (article === null) return [];
    return services.store.sentences(hit.article, plan.asOf).flatMap(sentence => {
      const text = printed(article.text, sentence.span);
      const folded = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
      const named = names.some(name => folded.includes(` ${name.replace(/[^\p{L}\p{N}]+/gu, ' ')} `));
      return named && sentence.role === 'body' && ATTRIBUTION.test(text)
        ? { article: article.id, sentence: sentence.index }
        : [];
    });
  });
};

const moreOf = (left: number): Block[] =>
  left > 0 ? [{ kind: 'paragraph', content: [`and ${left} more`] }] : [];

/**
 * What the articles tell of a group: counts of its doing alone, incidents it claimed or is blamed for, and the
 * sentences that say so. Its counts and its incidents are never added.
 */
export const composeGroup = (question: string, plan: Plan, services: Services): Answer => {
  const desk = openDesk(services, plan.asOf);
  const actor = plan.actors[0];
  if (actor === undefined) return refusePlan(question, plan, desk);
  const period = onlyPeriod(plan)?.period;
  const counts = services.ledgers.at(plan.asOf).countsWhere({
    kind: kind =>
      kind.actor === actor.id &&
      kind.security &&
      kind.standing !== 'superseded' &&
      kind.scope === 'aggregate',
    period: period === undefined ? null : ({ value }) => within(value, period),
    place: null,
  });
  const incidents = incidentsIn(plan, onlyPlace(plan), services).filter(
    ({ incident }) =>
      period === undefined || (incident.period !== null && within(incident.period.value, period)),
  );
  const counted =
    counts.length === 0
      ? []
      : [
          heading(WORDS.doing),
          ...listOf(figureLines(counts.slice(0, MOST_COUNTS), desk)),
          ...moreOf(counts.length - MOST_COUNTS),
        ];
  const told = incidents.slice(0, MOST_INCIDENTS).map(view => {
    const statements = stated(statementsOf(view, isMonitor(services)));
    const role = view.incident.actors.find(each => each.actor === actor.id);
    const article = view.views.find(each => each.report.id === role?.report)?.article.id;
    const said: Inline[] =
      role === undefined || article === undefined
        ? []
        : [
            `${ROLE_WORDS[role.role]} ${desk.speech.actor(actor.id)}${role.by === null ? '' : ` (${desk.speech.body(role.by)})`} `,
            { kind: 'cite', n: desk.book.cite(article, role.span) },
          ];
    const lines = statementLines(statements, desk);
    return {
      line: [
        `${incidentTitle(view, desk)}: `,
        ...said,
        ...lines.flatMap((line): Inline[] => ['; ', ...line]),
      ],
      figures: statements.map(({ figure }) => figure),
    };
  });
  const quotes = mentions(actor.id, plan, desk).slice(0, MOST_QUOTES);
  if (counts.length + told.length + quotes.length === 0) return refusePlan(question, plan, desk);
  const left = incidents.length - told.length;
  const blocks: Block[] = [
    ...readingNotices(plan, desk.speech),
    ...counted,
    ...(told.length === 0 ? [] : [heading(WORDS.incidents), ...listOf(told.map(each => each.line))]),
    ...(left > 0 ? [{ kind: 'paragraph', content: [`and ${left} more incidents`] } satisfies Block] : []),
    ...(quotes.length === 0
      ? []
      : [
          heading(WORDS.saidOfIt),
          ...quotes.flatMap(({ article, sentence }) =>
            quoteOf(article, sentence, desk.book.sentence(article, sentence), desk),
          ),
        ]),
    ...(incidents.length === 0
      ? []
      : [
          {
            kind: 'offers',
            title: WORDS.nextTitle,
            items: incidents.slice(0, 3).map(view => incidentOffer(view, desk)),
          } satisfies Block,
        ]),
  ];
  const figures = [...counts, ...told.flatMap(each => each.figures)];
  return finish({ question, title: titled('Group', plan, desk.speech), blocks, figures }, desk);
};
