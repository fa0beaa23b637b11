import type { Block } from '../core/answer.ts';
import type { Figure } from '../core/figure.ts';
import { stated } from '../query/asked-incidents.ts';
import type { CasualtyFigures } from '../query/casualties.ts';
import { withoutParts } from '../query/parts.ts';
import type { Plan } from '../query/plan.ts';
import type { Desk } from './draft.ts';
import { incidentItems } from './incident-lines.ts';
import { figureLines, heading, listOf, text } from './lines.ts';
import { scopeNotices } from './scope-notices.ts';
import { WORDS } from './words.ts';

/** Lines of a section before the rest is only counted. */
const MOST_LINES = 12;
const FEW_LINES = 6;
const MOST_INCIDENTS = 8;

const more = (left: number, what = ''): Block[] => (left > 0 ? [text(`and ${left} more${what}`)] : []);

/** A heading, what is counted, and how the bodies stand to each other in it. */
const section = (
  title: string,
  figures: readonly Figure[],
  around: readonly Figure[],
  most: number,
  { isRevised }: CasualtyFigures,
  desk: Desk,
): Block[] => {
  if (figures.length === 0) return [];
  const shown = figures.slice(0, most);
  return [
    heading(title),
    ...listOf(figureLines(shown, desk, isRevised)),
    ...more(figures.length - shown.length),
    ...scopeNotices(shown, around, desk),
  ];
};

const incidentSection = ({ incidents, loose }: CasualtyFigures, narrowed: boolean, desk: Desk): Block[] => {
  if (incidents.length + loose.length === 0) return [];
  const shown = incidents
    .slice(0, MOST_INCIDENTS)
    .map(({ incident, statements }) => ({ view: incident, statements: stated(statements, narrowed) }));
  const left = incidents.length - shown.length;
  return [
    heading(WORDS.incidents),
    ...listOf([...incidentItems(shown, desk), ...figureLines(loose.slice(0, MOST_LINES), desk)]),
    ...more(left, left === 1 ? ' incident' : ' incidents'),
  ];
};

/** The sections of an answer, from the widest scope to the narrowest. */
export const casualtySections = (found: CasualtyFigures, plan: Plan, desk: Desk): Block[] => {
  const narrowed = plan.victims !== null || plan.people.length > 0;
  return [
    ...section(WORDS.totals, found.whole, [], MOST_LINES, found, desk),
    ...section(WORDS.byVictims, found.byVictims, [], MOST_LINES, found, desk),
    ...section(WORDS.byPlace, found.byPlace, [], MOST_LINES, found, desk),
    ...section(WORDS.byActor, found.byActor, [], FEW_LINES, found, desk),
    ...section(WORDS.shorter, withoutParts(found.shorter), found.whole, MOST_LINES, found, desk),
    ...section(WORDS.narrower, withoutParts(found.narrower), [], FEW_LINES, found, desk),
    ...incidentSection(found, narrowed, desk),
  ];
};
