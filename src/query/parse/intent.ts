import type { Intent } from '../plan.ts';

/** What was found in a question, as far as it says what kind of answer is wanted. */
export interface Signs {
  readonly compare: boolean;
  readonly happening: boolean;
  readonly latest: boolean;
  /** "Is it safe to travel to": what was reported there is all that can be said. */
  readonly safety: boolean;
  /** "Who claimed": who did it is asked for. */
  readonly deed: boolean;
  /** "How many", "toll", "killed": a number is wanted. */
  readonly counting: boolean;
  readonly total: boolean;
  readonly incidents: 'none' | 'one' | 'many';
  readonly sides: number;
  /** "Pishin and Qila Saifullah" */
  readonly together: boolean;
  readonly period: 'none' | 'day' | 'longer';
  /** A week at most. */
  readonly brief: boolean;
  readonly place: boolean;
  readonly body: boolean;
  readonly actor: boolean;
  readonly victims: boolean;
  /** A kind of incident is named ("suicide bombing"), which counts over periods do not tell apart. */
  readonly typed: boolean;
  /** "Is it 10 or 8": numbers that are to be judged. */
  readonly numbers: boolean;
  /** A flood, an accident or the like. */
  readonly cause: boolean;
  readonly rest: number;
}

/** In this order: the first line that holds decides. */
const RULES: readonly [intent: Intent, holds: (signs: Signs) => boolean][] = [
  ['compare', signs => signs.compare && signs.sides > 1],
  ['casualties', signs => signs.compare && (signs.body || signs.place)],
  ['incident', signs => signs.safety && signs.place && !signs.counting],
  // "attacks by bla": everything told of the group, its numbers among it.
  ['group', signs => signs.actor && !signs.place && !signs.body && !signs.counting],
  ['casualties', signs => signs.cause && (signs.counting || signs.place || signs.period !== 'none')],
  ['incident', signs => signs.latest && !signs.counting && (signs.incidents !== 'none' || signs.rest === 0)],
  ['incident', signs => signs.deed && (signs.place || signs.incidents !== 'none')],
  [
    'incident',
    signs => signs.happening && (signs.place || signs.actor || signs.rest > 0 || signs.period !== 'none'),
  ],
  ['casualties', signs => signs.total || signs.body],
  ['incident', signs => signs.together && signs.incidents !== 'none'],
  ['incident', signs => signs.incidents === 'one' && (signs.place || signs.rest > 0 || signs.actor)],
  ['incident', signs => signs.period === 'day' && (signs.place || signs.rest > 0)],
  ['incident', signs => signs.brief && signs.incidents === 'many' && !signs.counting],
  // "Where did the attack happen on 7 feb"
  ['incident', signs => signs.incidents === 'one' && signs.period === 'day' && !signs.counting],
  ['casualties', signs => signs.counting && signs.period === 'longer'],
  ['incident', signs => signs.incidents === 'many' && signs.place && !signs.counting],
  // "noshki bus passengers killed": the words beside the place single out one happening.
  ['incident', signs => signs.place && (signs.rest > 0 || signs.numbers) && signs.period !== 'longer'],
  // "polio guard killed": nothing but its words bounds the question, so they must name one happening.
  [
    'incident',
    signs => signs.counting && signs.rest > 0 && !signs.place && !signs.actor && signs.period === 'none',
  ],
  ['casualties', signs => signs.counting || signs.victims],
  ['casualties', signs => signs.period !== 'none' && signs.rest === 0],
  ['incident', signs => signs.place && signs.rest === 0 && signs.period === 'none'],
  ['casualties', signs => signs.place && signs.period !== 'none'],
];

export const intentOf = (signs: Signs): Intent => RULES.find(([, holds]) => holds(signs))?.[0] ?? 'search';
