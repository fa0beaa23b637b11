import type { Answer, Block } from '../core/answer.ts';
import type { Figure, Measure } from '../core/figure.ts';
import { MEASURES } from '../core/figure.ts';
import type { CasualtyFigures } from '../query/casualties.ts';
import {
  findCasualties,
  measuresAsked,
  statedFigures,
  withoutNarrower,
  withoutParts,
} from '../query/casualties.ts';
import { differingField } from '../query/compare.ts';
import type { Plan } from '../query/plan.ts';
import { onlyPlace } from '../query/plan.ts';
import type { Services } from '../query/services.ts';
import { readingNotices, titled } from './asked.ts';
import { finish, openDesk } from './draft.ts';
import { figureLines, heading, listOf } from './lines.ts';
import { pairNotice } from './notices.ts';
import { periodWords } from './periods.ts';
import { refusePlan } from './refuse.ts';
import type { Speech } from './speech.ts';

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

/** What one side says of the scope, at its widest: whole, else over the longest shorter period. */
const widest = (found: CasualtyFigures): Figure[] => {
  if (found.whole.length > 0) return [...found.whole];
  const longest = found.shorter[0]?.period?.value;
  return longest === undefined
    ? statedFigures(withoutNarrower(found))
    : withoutParts(found.shorter).filter(
        ({ period }) => period?.value.from === longest.from && period.value.to === longest.to,
      );
};

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
const isTheQuestion = (plan: Plan, a?: Figure, b?: Figure): boolean => {
  const field = a === undefined || b === undefined ? null : differingField(a, b);
  return (
    plan.bodies.length < 2 &&
    ((plan.places.length > 1 && field === 'place') || (plan.periods.length > 1 && field === 'period'))
  );
};

/** Sides beside one another, then for each measure how they stand, and why where they cannot be compared. */
export const composeCompare = (question: string, plan: Plan, services: Services): Answer => {
  const desk = openDesk(services, plan.asOf);
  const sides = sidesOf(plan, desk.speech).map(({ name, plan: side }) => {
    const found = findCasualties(side, onlyPlace(side), services);
    return { name, figures: widest(found) };
  });
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
  const measures = MEASURES.filter(measure => measuresAsked(plan).includes(measure));
  for (const measure of measures)
    for (const [i, left] of filled.entries())
      for (const right of filled.slice(i + 1)) {
        const pair = closest(left.figures, right.figures, measure);
        const notice = pair === null ? null : pairNotice(...pair, desk);
        if (notice !== null && !isTheQuestion(plan, ...(pair ?? []))) notices.push(notice);
      }
  return finish(
    {
      question,
      title: titled('Comparison', plan, desk.speech),
      blocks: [...readingNotices(plan, desk.speech), ...sections, ...notices],
      figures: filled.flatMap(side => side.figures),
    },
    desk,
  );
};
