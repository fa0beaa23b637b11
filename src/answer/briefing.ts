import type { Answer, Block } from '../core/answer.ts';
import type { Figure } from '../core/figure.ts';
import { isMonitor, stated } from '../query/asked-incidents.ts';
import { isEveryone } from '../query/compare.ts';
import { gatherIncidents } from '../query/incidents/gather.ts';
import { isWholePlace } from '../query/scope.ts';
import type { Services } from '../query/services.ts';
import { asOfNow } from '../query/services.ts';
import { statementsOf } from '../query/statements.ts';
import { widestFirst } from '../query/widest-first.ts';
import { finish, openDesk } from './draft.ts';
import { incidentTitle } from './incident-lines.ts';
import { figureLines, heading, listOf, statementLines, text } from './lines.ts';
import { incidentOffer } from './offers.ts';
import { dayWords } from './periods.ts';
import { WORDS } from './words.ts';

const MOST_INCIDENTS = 5;
const MOST_COUNTS = 8;

/** The newest totals first; of one day the longest period. */
const newest = (a: Figure, b: Figure): number => {
  const [left, right] = [a.period?.value.to ?? '', b.period?.value.to ?? ''];
  return left === right ? widestFirst(a, b) : left > right ? -1 : 1;
};

/** The newest incidents and the newest counts of the corpus as of now. */
export const composeBriefing = (services: Services): Answer => {
  const asOf = asOfNow(services.clock);
  const desk = openDesk(services, asOf);
  const incidents = gatherIncidents({ asOf, period: null, place: null }, services)
    .filter(({ incident, views }) => incident.period !== null && views.some(view => !view.report.background))
    .slice(0, MOST_INCIDENTS);
  const told = incidents.map(view => ({
    view,
    statements: stated(statementsOf(view, isMonitor(services))),
  }));
  const counts = services.ledgers
    .at(asOf)
    .counts.filter(
      figure =>
        figure.scope === 'aggregate' &&
        figure.security &&
        figure.standing === 'current' &&
        figure.partOf === null &&
        figure.actor === null &&
        isEveryone(figure.victims) &&
        figure.period !== null &&
        isWholePlace(figure, null),
    )
    .sort(newest)
    .slice(0, MOST_COUNTS);
  const blocks: Block[] =
    told.length + counts.length === 0
      ? [text('The articles hold no incident and no count yet.')]
      : [
          ...(counts.length === 0 ? [] : [heading('Newest counts'), ...listOf(figureLines(counts, desk))]),
          ...(told.length === 0
            ? []
            : [
                heading('Newest incidents'),
                ...listOf(
                  told.map(({ view, statements }) => [
                    `${incidentTitle(view, desk)}: `,
                    ...statementLines(statements, desk).flatMap((line, i) =>
                      i === 0 ? line : ['; ', ...line],
                    ),
                    ...(statements.length > 0 || view.incident.reports[0] === undefined
                      ? []
                      : [
                          {
                            kind: 'cite',
                            n: desk.book.sentence(
                              view.incident.reports[0].article,
                              view.incident.reports[0].sentence,
                            ),
                          } as const,
                        ]),
                  ]),
                ),
                {
                  kind: 'offers',
                  title: WORDS.nextTitle,
                  items: told.slice(0, 3).map(({ view }) => incidentOffer(view, desk)),
                } satisfies Block,
              ]),
        ];
  const figures = [...counts, ...told.flatMap(each => each.statements.map(({ figure }) => figure))];
  return finish({ question: '', title: `Briefing as of ${dayWords(asOf.day)}`, blocks, figures }, desk);
};
