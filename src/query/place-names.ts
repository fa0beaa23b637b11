import { fold } from '../core/fold.ts';
import type { PlaceId } from '../core/place.ts';
import type { Services } from './services.ts';

/** Every name of a place, folded; of one that only articles name, the name its id holds. */
export const placeNames = (place: PlaceId, services: Services): string[] => {
  const known = services.gazetteer.byId(place);
  const last = place.split('/').at(-1)?.replaceAll('-', ' ') ?? place;
  return (known === null ? [last] : [known.name, ...known.aliases]).map(fold).filter(name => name.length > 1);
};

/** Whether a folded text holds a folded name as a word of its own. Folding drops apostrophes: "Punjab's" is "punjabs". */
export const holdsName = (text: string, name: string): boolean => {
  const at = text.indexOf(name);
  if (at < 0) return false;
  return (
    /[^\p{L}\p{N}]$/u.test(` ${text.slice(0, at)}`) &&
    /^s?(?![\p{L}\p{N}])/u.test(text.slice(at + name.length))
  );
};
