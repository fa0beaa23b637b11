import type { Measure } from '../../core/figure.ts';
import type { Candidate } from '../article/assemble.ts';
import { type Told, told } from './largest.ts';
import { change, type Refiner } from './refiner.ts';

/** Readers whose total may stand behind the part. */
const AHEAD = new Set(['among-the-dead', 'of-the-dead']);
const MOST_AHEAD = 4;

/** "nine people, including five assailants": the five belong to the nearest total before them that is large enough. */
export const markParts: Refiner = {
  name: 'part',
  refine: candidates => {
    const totals = new Map<Measure, Told<Candidate>>();
    return candidates.map((candidate, i) => {
      const { draft, figure } = candidate;
      const low = figure.quantity.low ?? 0;
      const before = totals.get(figure.measure) ?? told<Candidate>();
      totals.set(figure.measure, before);
      if (draft.role === 'total') before.add(low, candidate);
      if (draft.role !== 'part') return candidate;
      // "Seven soldiers among 12 killed": the total stands behind.
      const ahead = AHEAD.has(draft.rule)
        ? candidates
            .slice(i + 1, i + 1 + MOST_AHEAD)
            .find(
              other =>
                other.figure.sentence === figure.sentence &&
                other.draft.role === 'total' &&
                other.figure.measure === figure.measure &&
                (other.figure.quantity.low ?? 0) >= low,
            )
        : undefined;
      if (ahead !== undefined) return change(candidate, 'part', { partOf: ahead.figure.id });
      // "is held responsible for about 300" is a share of all, the widest total the article names.
      const widest = draft.rule === 'accounts-for' && figure.actor !== null;
      const whole = widest ? before.first(low) : before.last(low);
      return whole === undefined ? candidate : change(candidate, 'part', { partOf: whole.figure.id });
    });
  },
};

/** "nine bodies were brought to his wards and five more lay at another": they make up the toll told before. */
export const bodiesArePart: Refiner = {
  name: 'bodies-of-toll',
  refine: candidates => {
    const tolls = new Map<number, Told<Candidate>>();
    return candidates.map(candidate => {
      const { figure, draft, incidents } = candidate;
      const low = figure.quantity.low ?? 0;
      if (draft.rule !== 'bodies') {
        if (figure.measure !== 'fatalities' || draft.role !== 'total') return candidate;
        for (const key of incidents) {
          const toll = tolls.get(key) ?? told<Candidate>();
          tolls.set(key, toll);
          toll.add(low, candidate);
        }
        return candidate;
      }
      const [key] = incidents;
      const toll = figure.partOf !== null || key === undefined ? undefined : tolls.get(key)?.first(low);
      return toll === undefined ? candidate : change(candidate, 'bodies-of-toll', { partOf: toll.figure.id });
    });
  },
};

/** A part counts what its whole counts: the same place and period, unless its own sentence names others. */
export const partsShareScope: Refiner = {
  name: 'scope-of-whole',
  refine: candidates => {
    const byId = new Map(candidates.map(one => [one.figure.id, one]));
    return candidates.map(candidate => {
      const whole = candidate.figure.partOf === null ? undefined : byId.get(candidate.figure.partOf);
      if (whole === undefined) return candidate;
      const { place, period, body, operations, scope } = whole.figure;
      const own = candidate.figure;
      return change(candidate, 'scope-of-whole', {
        place:
          own.place?.basis === 'stated'
            ? own.place
            : place === null
              ? own.place
              : { ...place, basis: 'carried' },
        period:
          own.period?.basis === 'stated'
            ? own.period
            : period === null
              ? own.period
              : { ...period, basis: 'carried' },
        body:
          own.body !== null && (own.body.basis === 'stated' || whole.figure.sentence !== own.sentence)
            ? own.body
            : body === null
              ? own.body
              : { ...body, basis: 'carried' },
        operations: own.operations ?? operations,
        scope: own.place?.basis === 'stated' && own.scope === 'incident' ? own.scope : scope,
      });
    });
  },
};

const YOUNG = new Set(['child', 'kid', 'infant', 'baby', 'toddler', 'boy', 'girl', 'minor']);

/** "47 unarmed residents, nine women among them": a part without a side is on the side of its whole; children are civilians. */
export const partsShareSide: Refiner = {
  name: 'side-of-whole',
  refine: candidates => {
    const byId = new Map(candidates.map(one => [one.figure.id, one]));
    return candidates.map(candidate => {
      const { figure } = candidate;
      const whole = figure.partOf === null ? undefined : byId.get(figure.partOf);
      if (whole === undefined || figure.victims.length > 0) return candidate;
      if (whole.figure.victims.length === 1)
        return change(candidate, 'side-of-whole', { victims: whole.figure.victims });
      return YOUNG.has(figure.victimsDetail ?? '')
        ? change(candidate, 'children', { victims: ['civilians'] })
        : candidate;
    });
  },
};
