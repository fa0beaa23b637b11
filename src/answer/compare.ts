import type { Answer, Block } from '../core/answer.ts';
import type { Figure, Measure } from '../core/figure.ts';
import { MEASURES } from '../core/figure.ts';
import type { CasualtyFigures } from '../query/casualties.ts';
import { findCasualties, measuresAsked, statedFigures } from '../query/casualties.ts';
import { compareFigures, differingField } from '../query/compare.ts';
import { withoutParts } from '../query/parts.ts';
import type { Plan } from '../query/plan.ts';
import { onlyPlace } from '../query/plan.ts';
import type { Services } from '../query/services.ts';
import { apartBook } from './apart.ts';
import { readingNotices, titled } from './asked.ts';
import { finish, openDesk } from './draft.ts';
import { figureLines, heading, listOf } from './lines.ts';
import { asStated, pairNotice } from './notices.ts';
import { periodWords } from './periods.ts';
import { refusePlan } from './refuse.ts';
import type { Speech } from './speech.ts';

/** More sides than this nobody compares. */
const MOST_SIDES = 6;

interface Side {
  readonly name: string;
  readonly plan: Plan;
}

/** What is set against what: bodies, places or periods, whichever the question names twice. */
const sidesOf = (plan: Plan, speech: Speech): Side[] => {
  if (plan.bodies.length > 1)
    return plan.bodies.map(body => ({ name: speech.body(body.id), plan: { ...plan, bodies: [body] } }));
  if (plan.places.length > 1)
    return plan.places.map(place => ({ name: speech.place(place), plan: { ...plan, places: [place] } }));
  if (plan.periods.length > 1)
    return plan.periods.map(asked => ({
      name: periodWords(asked.period),
      plan: { ...plan, periods: [asked] },
    }));
  if (plan.actors.length > 1)
    return plan.actors.map(actor => ({ name: speech.actor(actor.id), plan: { ...plan, actors: [actor] } }));
  return [];
};

/** Counts of the scope as a whole, or over the longest shorter period. */
const wholes = (found: CasualtyFigures): Figure[] => {
  if (found.whole.length > 0) return [...found.whole];
  const shorter = withoutParts(found.shorter);
  const longest = shorter[0]?.period?.value;
  return shorter.filter(
    ({ period }) => period?.value.from === longest?.from && period?.value.to === longest?.to,
  );
};

/** What can stand on both sides, best first: a count over a year and the toll of one incident are no two sides of one thing. */
const TIERS: readonly ((found: CasualtyFigures) => Figure[])[] = [
  wholes,
  found => [...found.byVictims, ...found.byPlace, ...found.byActor],
  found => statedFigures({ ...found, narrower: [] }),
];

/** The two figures of a measure that differ least: of one body and one kind of event where there are such. */
const closest = (
  left: readonly Figure[],
  right: readonly Figure[],
  measure: Measure,
): [Figure, Figure] | null => {
  const pairs = left
    .filter(a => a.measure === measure)
    .flatMap(a =>
      right
        .filter(b => b.measure === measure)
        .map(b => ({
          pair: [a, b] satisfies [Figure, Figure],
          apart: (a.body?.value === b.body?.value ? 0 : 2) + (a.operations === b.operations ? 0 : 1),
        })),
    );
  const least = Math.min(...pairs.map(({ apart }) => apart));
  return pairs.find(({ apart }) => apart === least)?.pair ?? null;
};

/** That two places, or two periods, differ is what was asked for and needs no line. */
const isTheQuestion = (plan: Plan, a: Figure, b: Figure): boolean => {
  const field = differingField(a, b);
  return (
    plan.bodies.length < 2 &&
    ((plan.places.length > 1 && field === 'place') || (plan.periods.length > 1 && field === 'period'))
  );
};

/** Sides beside one another, then for each measure how they stand, and why where they cannot be compared. */
export const composeCompare = (question: string, plan: Plan, services: Services): Answer => {
  const desk = openDesk(services, plan.asOf);
  const found = sidesOf(plan, desk.speech)
    .slice(0, MOST_SIDES)
    .map(({ name, plan: side }) => ({
      name,
      found: findCasualties(side, onlyPlace(side), services),
    }));
  const tier = TIERS.find(figures => found.some(side => figures(side.found).length > 0));
  const sides = found.map(side => ({ name: side.name, figures: tier?.(side.found) ?? [] }));
  const filled = sides.filter(side => side.figures.length > 0);
  if (filled.length === 0) return refusePlan(question, plan, desk);
  const sections = sides.flatMap(({ name, figures }): Block[] => [
    heading(name),
    ...(figures.length === 0
      ? [
          {
            kind: 'paragraph',
            content: ['The articles hold no figure of it for this scope.'],
          } satisfies Block,
        ]
      : listOf(figureLines(figures, desk))),
  ]);
  const notices: Block[] = [];
  const apart = apartBook(desk);
  const measures = MEASURES.filter(measure => measuresAsked(plan).includes(measure));
  for (const measure of measures)
    for (const [i, left] of filled.entries())
      for (const right of filled.slice(i + 1)) {
        const pair = closest(left.figures, right.figures, measure);
        if (pair === null || isTheQuestion(plan, ...pair)) continue;
        const [a, b] = pair;
        const result = compareFigures(asStated(a, desk), asStated(b, desk));
        if (result.kind === 'not-comparable') apart.add(a, b, result.field);
        else notices.push(...[pairNotice(a, b, desk)].filter(notice => notice !== null));
      }
  return finish(
    {
      question,
      title: titled('Comparison', plan, desk.speech),
      blocks: [...readingNotices(plan, desk.speech), ...sections, ...notices, ...apart.notices()],
      figures: filled.flatMap(side => side.figures),
    },
    desk,
  );
};
