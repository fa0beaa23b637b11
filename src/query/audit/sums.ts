import type { Figure, VictimClass } from '../../core/figure.ts';
import { VICTIM_CLASSES } from '../../core/figure.ts';
import { placeWithin } from '../../core/place.ts';
import { narrowerWord } from '../people.ts';
import { headNumber } from '../quantity.ts';
import type { Audited, SumCheck } from './check.ts';
import { largestSets } from './largest-sets.ts';

/** More parts than this are not searched: the ways to choose among them grow fast. */
const MOST_PARTS = 12;

const numberOf = (figure: Figure): number => headNumber(figure.quantity) ?? 0;

const inText = (a: Figure, b: Figure): number =>
  a.span.start - b.span.start || numberOf(b) - numberOf(a) || (a.id < b.id ? -1 : 1);

const key = (figure: Figure): string =>
  [
    figure.article,
    figure.body?.value ?? '',
    figure.measure,
    figure.scope,
    figure.period?.value.from ?? '',
    figure.period?.value.to ?? '',
    figure.security,
  ].join('|');

const total = (figures: readonly Figure[]): number => figures.reduce((sum, each) => sum + numberOf(each), 0);

const covers = (parts: readonly Figure[], victims: readonly VictimClass[]): boolean => {
  const wanted = victims.length === 0 ? VICTIM_CLASSES : victims;
  return wanted.every(each => parts.some(part => part.victims.includes(each)));
};

const samePlace = (a: Figure, b: Figure): boolean => a.place?.value === b.place?.value;

/** Print names the kind of event with the total and leaves it out with the parts. */
const fitsKind = (whole: Figure, part: Figure): boolean =>
  whole.operations === part.operations || part.operations === null;

const sameWho = (a: Figure, b: Figure): boolean =>
  [...a.victims].sort().join() === [...b.victims].sort().join();

/**
 * Ways in which a total may be cut up: which figures can be its parts, which two of them exclude one another, and when
 * parts that make another sum prove that something is wrong.
 */
const cuts: readonly {
  readonly part: (whole: Figure, part: Figure) => boolean;
  readonly beside: (a: Figure, b: Figure) => boolean;
  readonly complete: (whole: Figure, parts: readonly Figure[]) => boolean;
}[] = [
  {
    // "685 security personnel and 927 civilians": by who the victims are.
    part: (whole, part) =>
      samePlace(whole, part) &&
      (whole.operations === part.operations || (part.operations === null && part.partOf === whole.id)) &&
      part.victims.length > 0 &&
      (whole.victims.length === 0 || part.victims.every(each => whole.victims.includes(each))),
    beside: (a, b) => a.victims.every(each => !b.victims.includes(each)),
    complete: (whole, parts) => covers(parts, whole.victims),
  },
  {
    // "295 attacks in KP, 202 in Balochistan, the remaining 24 elsewhere": by place.
    part: (whole, part) =>
      sameWho(whole, part) &&
      fitsKind(whole, part) &&
      (part.place === null
        ? part.partOf === whole.id
        : whole.place !== null &&
          !samePlace(whole, part) &&
          placeWithin(part.place.value, whole.place.value)),
    beside: (a, b) =>
      a.place === null ||
      b.place === null ||
      (!placeWithin(a.place.value, b.place.value) && !placeWithin(b.place.value, a.place.value)),
    complete: () => false,
  },
  {
    // "175 in militant attacks, 79 in operations": by kind of event.
    part: (whole, part) =>
      samePlace(whole, part) &&
      sameWho(whole, part) &&
      (whole.operations === null || whole.operations === 'both') &&
      (part.operations === 'militant-attacks' || part.operations === 'security-operations'),
    beside: (a, b) => a.operations !== b.operations,
    complete: () => false,
  },
  {
    // "two security officials, six drivers and two passengers": what the article itself calls parts.
    part: (whole, part) => part.partOf === whole.id,
    beside: (a, b) => a.sentence === b.sentence,
    complete: () => false,
  },
];

const distinct = (figures: readonly Figure[]): Figure[] => {
  const seen = new Set<string>();
  return figures.filter(figure => {
    const mark = `${figure.victims.join()}|${narrowerWord(figure)}|${figure.place?.value}|${figure.operations}|${numberOf(figure)}`;
    if (seen.has(mark)) return false;
    seen.add(mark);
    return true;
  });
};

const checkTotal = (whole: Figure, group: readonly Figure[]): SumCheck | null => {
  let missed: SumCheck | null = null;
  for (const cut of cuts) {
    const candidates = distinct(
      group.filter(
        part =>
          part.id !== whole.id &&
          part.actor === null &&
          !part.shared &&
          part.standing === whole.standing &&
          headNumber(part.quantity) !== null &&
          numberOf(part) <= numberOf(whole) &&
          cut.part(whole, part),
      ),
    ).slice(0, MOST_PARTS);
    // A breakdown names all its parts: what leaves one of them out adds up by chance.
    const ways = largestSets(candidates, cut.beside).filter(way => way.length > 1);
    const exact = ways.find(way => total(way) === numberOf(whole));
    if (exact !== undefined) return { kind: 'sum', total: whole, parts: exact, sum: numberOf(whole), gap: 0 };
    const complete = ways.filter(way => cut.complete(whole, way));
    const only = complete[0];
    if (only !== undefined && complete.length === 1 && missed === null)
      missed = {
        kind: 'sum',
        total: whole,
        parts: only,
        sum: total(only),
        gap: total(only) - numberOf(whole),
      };
  }
  return missed;
};

/**
 * Checks the arithmetic inside each body's statement: figures of one article, body, period and measure whose parts
 * should make up a total. Sums across bodies, articles or periods are never made.
 * @returns what adds up, and what does not although the parts name everyone; in the order of the text
 */
export const auditSums = ({ figures }: Pick<Audited, 'figures'>): SumCheck[] => {
  const groups = new Map<string, Figure[]>();
  for (const figure of [...figures].sort(inText)) {
    if (figure.shared || headNumber(figure.quantity) === null) continue;
    const group = groups.get(key(figure));
    if (group === undefined) groups.set(key(figure), [figure]);
    else group.push(figure);
  }
  const checks: SumCheck[] = [];
  for (const group of [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each))
    for (const whole of group) {
      const check = numberOf(whole) > 0 && whole.actor === null ? checkTotal(whole, group) : null;
      if (check !== null && !checks.some(other => sameCheck(other, check))) checks.push(check);
    }
  return checks;
};

const sameCheck = (a: SumCheck, b: SumCheck): boolean =>
  numberOf(a.total) === numberOf(b.total) &&
  a.total.measure === b.total.measure &&
  a.total.article === b.total.article &&
  a.parts.length === b.parts.length &&
  a.parts.every((part, i) => numberOf(part) === numberOf(b.parts[i] ?? part));
