import { fold, foldWords } from '../../core/fold.ts';
import type { IncidentType, Toll } from '../../core/incident.ts';
import type { Period } from '../../core/period.ts';
import { daysIn, periodsOverlap } from '../../core/period.ts';
import { placeWithin } from '../../core/place.ts';
import { shiftDays } from '../../text/days.ts';
import { type Shingles, shingles } from '../../text/shingles.ts';
import { isCopy } from '../origins.ts';
import { headNumber } from '../quantity.ts';
import type { ReportView } from './view.ts';

/** Types that print uses for one and the same happening. `armed-attack` and `other` say too little to contradict. */
const families: readonly (readonly IncidentType[])[] = [
  ['suicide-bombing', 'bombing', 'unexploded-ordnance'],
  ['shooting', 'ambush', 'clash', 'bodies-found'],
  ['clash', 'operation'],
  ['rocket-attack', 'air-strike'],
  ['abduction', 'bodies-found'],
  ['armed-attack', 'suicide-bombing', 'bombing', 'shooting', 'ambush', 'clash', 'rocket-attack'],
];

export const typesFit = (a: IncidentType, b: IncidentType): boolean =>
  a === b || a === 'other' || b === 'other' || families.some(each => each.includes(a) && each.includes(b));

const sayLittle = (type: IncidentType): boolean => type === 'other' || type === 'armed-attack';

const SITE_NOISE = new Set(['the', 'a', 'an', 'of', 'in', 'at', 'near', 'on', 'area', 'district', 'and']);

const siteWords = (site: string): string[] => foldWords(site).filter(word => !SITE_NOISE.has(word));

type Sites = 'same' | 'different' | 'unknown';

/** A convoy may be called a supply convoy here and a relief convoy there: one common word is enough. */
const compareSites = (a: string | null, b: string | null): Sites => {
  if (a === null || b === null) return 'unknown';
  const left = siteWords(a);
  const right = siteWords(b);
  if (left.length === 0 || right.length === 0) return 'unknown';
  return left.some(word => right.includes(word)) ? 'same' : 'different';
};

const numbers = (toll: Toll | null): number[] =>
  toll === null ? [] : [toll.low, toll.best, toll.high].filter(each => each !== null);

type Tolls = 'same' | 'different' | 'unknown';

const compareTolls = (a: Toll | null, b: Toll | null): Tolls => {
  const left = numbers(a);
  const right = numbers(b);
  if (left.length === 0 || right.length === 0) return 'unknown';
  return Math.min(...left) <= Math.max(...right) && Math.min(...right) <= Math.max(...left)
    ? 'same'
    : 'different';
};

/** Kept as long as the report they are of: each report is compared with many. */
const known = new WeakMap<ReportView, Shingles>();

const shinglesOf = (view: ReportView): Shingles => {
  const found = known.get(view) ?? shingles(view.passage);
  known.set(view, found);
  return found;
};

/** Why two reports tell of one happening; null when they do not, or when nothing beyond place and date says so. */
export interface Fit {
  readonly place: 'same' | 'nested';
  /**
   * What joins them besides place and date. `tie`: a day is not named, and site, toll or actor take its place. `hand`: people
   * said so, whatever place and date are.
   */
  readonly by: 'copy' | 'actor' | 'type' | 'tie' | 'hand';
}

/** Days between a happening and the print that tells it without a day, and with no hint of one. */
const DAYS_OF_PRINT = 2;
const DAYS_OF_NEWS = 7;

/**
 * The days a report may mean: those it names, or those before the print where it names none; null where that is unknown.
 * Two reports whose days share none are never one happening.
 */
export const daysMeant = ({ report: { period }, published }: ReportView): Period | null => {
  if (period !== null)
    return period.basis === 'assumed'
      ? { from: shiftDays(period.value.from, -DAYS_OF_PRINT), to: period.value.to }
      : period.value;
  if (published === null) return null;
  const printed = published.slice(0, 10);
  return { from: shiftDays(printed, -DAYS_OF_NEWS), to: printed };
};

/** Tolls that a report gives or takes back: "officials lowered it to 11 from 14" speaks of the incident that had 14. */
const everyToll = ({ figures, report }: ReportView): number[] => [
  ...numbers(report.fatalities),
  ...figures
    .filter(({ measure, partOf, shared }) => measure === 'fatalities' && partOf === null && !shared)
    .flatMap(({ quantity }) => headNumber(quantity) ?? []),
];

/** Whether two reports of days that are not surely the same have two things more in common, and no other site. */
const areTied = (a: ReportView, b: ReportView): boolean => {
  const [left, right] = [daysMeant(a), daysMeant(b)];
  if (left === null || right === null || !periodsOverlap(left, right)) return false;
  if (a.report.article === b.report.article || !typesFit(a.report.type, b.report.type)) return false;
  const sites = compareSites(a.report.site, b.report.site);
  if (sites === 'different') return false;
  const actor = sharedActor(a, b);
  if (sites === 'same' && actor) return true;
  if (sites !== 'same' && !actor) return false;
  // Last: the figures of a report are read when they are asked for.
  return everyToll(a).some(each => each > 0 && everyToll(b).includes(each));
};

/** Copies are printed within days of each other; where nobody says when, the words alone decide. */
const maySpeakOfOneDay = (a: ReportView, b: ReportView): boolean => {
  const [left, right] = [daysMeant(a), daysMeant(b)];
  return left === null || right === null || periodsOverlap(left, right);
};

const areCopies = (a: ReportView, b: ReportView): boolean =>
  a.report.article !== b.report.article && isCopy(shinglesOf(a), shinglesOf(b));

const sharedActor = (a: ReportView, b: ReportView): boolean =>
  a.report.actors.some(one => b.report.actors.some(other => one.actor === other.actor));

/** A stated or derived day is a date; a month or a season is not. */
const DAYS_OF_A_DATE = 4;

/**
 * Two reports are one happening only when place and date fit and type or actor does too, and never when what they
 * tell contradicts that. A date no closer than a month needs more: the same site or the same toll.
 */
export const fitOf = (a: ReportView, b: ReportView): Fit | null => {
  const [one, other] = [a.report, b.report];
  if (one.place === null || other.place === null) return null;
  const inner = placeWithin(one.place.value, other.place.value);
  const outer = placeWithin(other.place.value, one.place.value);
  if (!inner && !outer) return null;
  const place = inner && outer ? 'same' : 'nested';

  const [left, right] = [one.period?.value ?? null, other.period?.value ?? null];
  if (left === null || right === null || !periodsOverlap(left, right)) {
    if (left === null && right === null && maySpeakOfOneDay(a, b) && areCopies(a, b))
      return { place, by: 'copy' };
    return place === 'same' && areTied(a, b) ? { place, by: 'tie' } : null;
  }
  const sites = compareSites(one.site, other.site);
  const tolls = compareTolls(one.fatalities, other.fatalities);
  // A copy gives the toll of what it copies; that is known at once, and the words of both are read for few.
  if (tolls !== 'different' && areCopies(a, b)) return { place, by: 'copy' };
  const actor = sharedActor(a, b);
  const type = typesFit(one.type, other.type);
  if (!type && !actor) return null;
  if (!type && tolls === 'different') return null;
  // One article tells its incidents apart itself: two of its reports are one only when nothing separates them.
  if (one.article === other.article && (sites !== 'same' || tolls === 'different' || one.type !== other.type))
    return null;
  if (sites === 'different' && tolls !== 'same') return null;
  const coarse = Math.max(daysIn(left), daysIn(right)) > DAYS_OF_A_DATE;
  const wide = Math.min(one.place.value.split('/').length, other.place.value.split('/').length) < 3;
  if ((coarse || wide) && sites !== 'same' && tolls !== 'same') return null;
  if (sayLittle(one.type) && sayLittle(other.type) && !actor && tolls === 'different' && sites !== 'same')
    return null;
  return { place, by: actor && !(type && one.type === other.type) ? 'actor' : 'type' };
};

/** Folded words of where and what a report is about, for picking incidents by the words of a question. */
export const reportWords = (view: ReportView): string =>
  fold([view.report.site ?? '', view.report.type.replaceAll('-', ' '), view.passage].join(' '));
