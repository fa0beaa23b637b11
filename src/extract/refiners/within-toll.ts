import { change, type Refiner } from './refiner.ts';

/** "The death toll reached five as one more man died", "Another soldier succumbed, taking the toll to five": the toll holds them. */
export const withinToll: Refiner = {
  name: 'within-toll',
  refine: candidates => {
    const tolls = new Map(
      candidates
        .filter(one => one.draft.rule === 'toll' && one.draft.role === 'total')
        .map(one => [`${one.figure.sentence} ${one.figure.measure}`, one.figure]),
    );
    return candidates.map(candidate => {
      const { figure, draft } = candidate;
      const toll = tolls.get(`${figure.sentence} ${figure.measure}`);
      const onTop = draft.people?.more === true || draft.rule === 'bodies';
      if (toll === undefined || toll.id === figure.id || !onTop || draft.role !== 'total') return candidate;
      return (figure.quantity.low ?? 0) < (toll.quantity.low ?? 0)
        ? change(candidate, 'within-toll', { partOf: toll.id })
        : candidate;
    });
  },
};
