import type { Figure } from '../../core/figure.ts';
import { within } from '../../core/period.ts';
import { placeWithin } from '../../core/place.ts';
import { isEveryone, sameVictims } from '../compare.ts';
import type { Audited, ExcessCheck } from './check.ts';

/** The number of a figure that is exact; nothing else can be too large. */
const exact = (figure: Figure): number | null =>
  figure.quantity.bound === 'exact' && figure.quantity.low === figure.quantity.high
    ? figure.quantity.low
    : null;

const isSubset = (part: Figure, whole: Figure): boolean =>
  isEveryone(whole.victims) ||
  (part.victims.length > 0 && part.victims.every(each => whole.victims.includes(each)));

/** Whether all a part counts is counted in the whole too, in fewer people, a smaller place or a shorter time. */
const isInside = (part: Figure, whole: Figure): boolean => {
  if (part.place === null || whole.place === null || part.period === null || whole.period === null)
    return false;
  const inside =
    placeWithin(part.place.value, whole.place.value) &&
    within(part.period.value, whole.period.value) &&
    isSubset(part, whole);
  const narrower =
    part.place.value !== whole.place.value ||
    part.period.value.from !== whole.period.value.from ||
    part.period.value.to !== whole.period.value.to ||
    !sameVictims(part.victims, whole.victims);
  return inside && narrower;
};

/** Parts that are larger than the whole the same body gives in the same article. */
export const auditExcess = ({ figures }: Pick<Audited, 'figures'>): ExcessCheck[] => {
  const counts = figures.filter(
    figure =>
      figure.scope === 'aggregate' &&
      figure.standing === 'current' &&
      figure.body !== null &&
      figure.actor === null,
  );
  return counts.flatMap(whole =>
    counts.flatMap((part): ExcessCheck[] => {
      const [most, number] = [exact(whole), exact(part)];
      const same =
        part.article === whole.article &&
        part.measure === whole.measure &&
        part.body?.value === whole.body?.value &&
        part.security === whole.security &&
        part.operations === whole.operations;
      return same && most !== null && number !== null && number > most && isInside(part, whole)
        ? [{ kind: 'excess', whole, part }]
        : [];
    }),
  );
};
