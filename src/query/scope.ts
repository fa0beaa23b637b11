import type { BodyId } from '../core/actor.ts';
import type { Figure, Reading, VictimClass } from '../core/figure.ts';
import { fold } from '../core/fold.ts';
import { samePeriod } from '../core/period.ts';
import type { PlaceId } from '../core/place.ts';
import { isEveryone } from './compare.ts';
import { narrowerWord } from './people.ts';
import type { AskedVictims, Plan } from './plan.ts';
import { onlyPeriod } from './plan.ts';

/** `same`: exactly those asked about; `wider`: the class, where a narrower word was asked; `part`: some of them. */
export type VictimsFit = 'same' | 'wider' | 'part';

const subset = (inner: readonly VictimClass[], outer: readonly VictimClass[]): boolean =>
  inner.every(each => outer.includes(each));

/**
 * Whether a figure counts the people asked about; null when it does not, or does not say.
 * @param ownDead for "shuhada": the figure is the toll of an incident without its attackers
 */
export const victimsFit = (
  asked: AskedVictims | null,
  figure: Pick<Figure, 'victims' | 'victimsDetail'>,
  ownDead = false,
): VictimsFit | null => {
  if (asked === null) return isEveryone(figure.victims) ? 'same' : 'part';
  if (figure.victims.length === 0) return asked.ownSide && ownDead ? 'same' : null;
  if (!subset(figure.victims, asked.classes)) return null;
  if (asked.ownSide) return 'same';
  const narrower = narrowerWord(figure);
  if (asked.stems.length > 0) {
    if (narrower === null) return 'wider';
    const words = fold(narrower).split(/[^\p{L}]+/u);
    return words.some(word => asked.stems.some(stem => word.startsWith(stem))) ? 'same' : null;
  }
  return narrower === null && figure.victims.length === asked.classes.length ? 'same' : 'part';
};

/** Whether the figure speaks of the place asked about as a whole; without one, of a country or of no place named. */
export const isWholePlace = (figure: Figure, place: PlaceId | null): boolean => {
  if (place !== null) return figure.place?.value === place;
  // "The remaining 24 took place elsewhere" names no place, but is a part.
  return figure.place === null ? figure.partOf === null : !figure.place.value.includes('/');
};

/** Whether the figure speaks of the whole period asked about; without one, every figure does. */
export const isWholePeriod = (figure: Figure, plan: Plan): boolean => {
  const asked = onlyPeriod(plan);
  return asked === null || (figure.period !== null && samePeriod(figure.period.value, asked.period));
};

/** "According to police": any police; a body with a name of its own: that one. */
export const isFromBody = (
  figure: { readonly body: Pick<Reading<BodyId>, 'value'> | null },
  plan: Plan,
  kindOf: (body: string) => string | null,
): boolean =>
  plan.bodies.length === 0 ||
  (figure.body !== null &&
    plan.bodies.some(
      body =>
        body.id === figure.body?.value ||
        ((body.kind === body.id || body.id === `${body.kind}s`) &&
          kindOf(figure.body?.value ?? '') === body.kind),
    ));
