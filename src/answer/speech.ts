import type { ActorId, Body, BodyId } from '../core/actor.ts';
import type { Figure, Quantity, VictimClass } from '../core/figure.ts';
import { VICTIM_CLASSES } from '../core/figure.ts';
import type { PlaceId } from '../core/place.ts';
import { printed } from '../core/span.ts';
import { narrowerWord, pluralWord } from '../query/people.ts';
import type { Moment, Services } from '../query/services.ts';
import { periodWords } from './periods.ts';
import {
  AMONG_WORDS,
  BOUND_WORDS,
  MEASURE_WORDS,
  ONE_OF,
  OPERATION_WORDS,
  VICTIM_WORDS,
  WORDS,
  ZERO_WORDS,
} from './words.ts';

const NUMBER = new Intl.NumberFormat('en-US');

const VAGUE_WORD =
  /\b(?:dozens|scores|hundreds|thousands|several|many|multiple|numerous|some|a few|a number|few|unknown number|unspecified number)\b/i;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** "north-kordofan" as a name, for a place or body that only an article names. */
const unslug = (id: string): string =>
  (id.split('/').at(-1) ?? id)
    .split('-')
    .map(word => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');

export const joined = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const whom = (figure: Pick<Figure, 'victims' | 'victimsDetail'>, one: boolean): string => {
  const narrower = narrowerWord(figure);
  if (narrower !== null) return one ? narrower : pluralWord(narrower);
  const only = figure.victims.length === 1 ? figure.victims[0] : undefined;
  if (one && only !== undefined) return ONE_OF[only];
  const named = VICTIM_CLASSES.filter(each => figure.victims.includes(each)).map(each => VICTIM_WORDS[each]);
  return named.length === 0 ? (one ? WORDS.person : WORDS.people) : joined(named);
};

export const victimWords = (victims: readonly VictimClass[]): string =>
  victims.length === 0 ? WORDS.people : whom({ victims, victimsDetail: null }, false);

const plainNumber = ({ low, high, bound }: Quantity): string => {
  if (bound === 'vague') return low === null ? '' : `at least ${NUMBER.format(low)}`;
  const number = low ?? high ?? 0;
  const shown = bound === 'more-than' && low !== null ? low - 1 : number;
  if (bound === 'exact' && low !== null && high !== null && low !== high)
    return `${NUMBER.format(low)} to ${NUMBER.format(high)}`;
  return `${BOUND_WORDS[bound]}${NUMBER.format(shown)}`;
};

/** How this corpus is spoken of: names for ids, words for numbers. */
export interface Speech {
  /** "Bara, North Kordofan, Sudan" */
  readonly place: (id: PlaceId | null) => string;
  /** The last name alone. */
  readonly placeShort: (id: PlaceId) => string;
  /** The acronym where there is one. */
  /** Names of the units of a named group of them, in order; empty for every other place. */
  readonly members: (id: PlaceId) => readonly string[];
  readonly body: (id: BodyId | null) => string;
  readonly bodyFull: (id: BodyId) => string;
  readonly actor: (id: ActorId) => string;
  /** "at least 55", "dozens (at least 24)" */
  readonly number: (figure: Figure) => string;
  /** "at least 55 security personnel killed" */
  readonly figure: (figure: Figure) => string;
  /** "security personnel among the dead: 14" */
  readonly part: (figure: Figure) => string;
  /** "CRSS, via Financial Times" */
  readonly source: (figure: Figure) => string;
  readonly period: (figure: Figure) => string;
}

/** "PICSS" for the Pakistan Institute for Conflict and Security Studies; a rank that speaks for the police is none. */
const acronym = (body: Body): string | null => {
  const initials = body.name
    .split(/[\s-]+/)
    .filter(word => !/^(?:of|for|and|the|in|&)$/i.test(word))
    .map(word => word.slice(0, 1).toUpperCase())
    .join('');
  return [body.name, ...body.aliases].find(name => name.length > 1 && name === initials) ?? null;
};

export const speechFor = (services: Services, asOf: Moment): Speech => {
  const placeShort = (id: PlaceId): string => services.gazetteer.byId(id)?.name ?? unslug(id);
  const place = (id: PlaceId | null): string => {
    if (id === null) return WORDS.noPlace;
    const known = services.gazetteer.byId(id);
    const steps = id.split('/');
    const country = known?.country ?? placeShort(steps[0] ?? id);
    const province = known?.admin1 ?? (steps.length > 1 ? placeShort(steps.slice(0, 2).join('/')) : null);
    const names = [placeShort(id), steps.length > 1 ? province : null, country].filter(name => name !== null);
    return names.filter((name, i) => names.indexOf(name) === i).join(', ');
  };
  const bodyFull = (id: BodyId): string => services.bodies.byId(id)?.name ?? unslug(id).toLowerCase();
  const body = (id: BodyId | null): string => {
    if (id === null) return WORDS.noSource;
    const known = services.bodies.byId(id);
    return known === null ? bodyFull(id) : (acronym(known) ?? known.name);
  };
  const actor = (id: ActorId): string => services.actors.byId(id)?.name ?? unslug(id);
  const number = (figure: Figure): string => {
    if (figure.quantity.bound !== 'vague') return plainNumber(figure.quantity);
    const text = services.store.article(figure.article, asOf)?.text ?? '';
    const word = VAGUE_WORD.exec(printed(text, figure.span))?.[0].toLowerCase();
    const least = plainNumber(figure.quantity);
    if (word === undefined) return least === '' ? WORDS.unknownNumber : least;
    return least === '' ? word : `${word} (${least})`;
  };
  const figureWords = (figure: Figure): string => {
    const { low, high } = figure.quantity;
    const kind = figure.operations === null ? null : OPERATION_WORDS[figure.operations];
    if (low === 0 && high === 0)
      return ZERO_WORDS[figure.measure](
        figure.victims.length === 0 && narrowerWord(figure) === null ? WORDS.anyone : whom(figure, false),
      );
    if (figure.measure === 'incidents') return `${number(figure)} ${kind ?? MEASURE_WORDS.incidents}`;
    const one = low === 1 && high === 1;
    const where = figure.scope === 'aggregate' && kind !== null ? ` in ${kind}` : '';
    const by = figure.actor === null ? '' : ` by ${actor(figure.actor)}`;
    return `${number(figure)} ${whom(figure, one)} ${MEASURE_WORDS[figure.measure]}${where}${by}`;
  };
  return {
    place,
    placeShort,
    members: id => services.gazetteer.members(id).map(placeShort).sort(compareText),
    body,
    bodyFull,
    actor,
    number,
    figure: figureWords,
    part: figure => `${whom(figure, false)} ${AMONG_WORDS[figure.measure]}: ${number(figure)}`,
    source: figure => {
      const source = body(figure.body?.value ?? null);
      return figure.via === null ? source : `${source}, ${WORDS.via} ${body(figure.via)}`;
    },
    period: figure => (figure.period === null ? WORDS.noPeriod : periodWords(figure.period.value)),
  };
};
