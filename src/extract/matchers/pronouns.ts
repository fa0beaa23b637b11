import type { People } from '../units/group.ts';
import type { Shape } from '../units/units.ts';
import type { Draft, Matcher } from './draft.ts';
import { draftsFor, measureOf, wordsAt } from './subject.ts';

const MOST_BACK = 24;

/** Whom "him" or "them" points to: the last one, or the last few, named before; who stands right before the verb is its subject. */
const meantBy = (shape: Shape, verb: number, several: boolean): People | undefined =>
  shape.units
    .slice(Math.max(0, verb - MOST_BACK), verb - 1)
    .flatMap(unit => unit.people.filter(people => people.form !== 'bare'))
    .findLast(people => {
      const low = people.quantity?.low ?? 0;
      return several ? low > 1 : low === 1 && people.quantity?.high === 1;
    });

/** Reads "stopped a teacher and shot and killed her", "abducted two guards and killed them", "shot him dead". */
export const him: Matcher = {
  name: 'him',
  pattern: /(?<verb>[KkIiSm])(?<who>o|t(?=$|[,;p&cD]))(?<state>[ds]?)/dg,
  read: (match, shape) => {
    const [verb, who, state] = [match.at('verb'), match.at('who'), match.at('state')];
    const unit = who === null ? undefined : shape.units[who];
    if (verb === null || who === null || unit === undefined) return [];
    const word = wordsAt(shape, unit);
    if (!/^(?:him|her|them)$/.test(word)) return [];
    // "tried to kill him"
    if (/^(?:to|not|would|could|might|may|will)$/.test(wordsAt(shape, shape.units[verb - 1]))) return [];
    const result = match.after('state') === state ? null : state;
    const says = /[KkIi]/.test(shape.letters[verb] ?? '') ? verb : result;
    const measure = says === null ? null : measureOf(shape.units[says]);
    const meant = meantBy(shape, verb, word === 'them');
    const quantity =
      word === 'them' ? (meant?.quantity ?? null) : ({ low: 1, high: 1, bound: 'exact' } as const);
    // "The wound hurt him for years": only who was named is hurt by somebody.
    if (measure === null || quantity === null || (measure === 'injuries' && meant === undefined)) return [];
    return [
      {
        rule: 'him',
        measure,
        quantity,
        people: meant ?? null,
        from: unit.from,
        to: unit.to,
        verb: { from: shape.units[verb]?.from ?? unit.from, to: unit.to },
        statement: `him:${unit.from}`,
        role: 'total',
        hedged: false,
        sides: null,
      },
    ];
  },
};

/** Reads "A bomber killed himself and two policemen", "killing themselves and six worshippers": the killer is dead as well. */
export const himself: Matcher = {
  name: 'himself',
  pattern: /(?<verb>[Kk])(?<self>[ob])(?:,?&(?<also>[QNTPU]))?/dg,
  read: (match, shape) => {
    const [verb, self, also] = [match.at('verb'), match.at('self'), match.at('also')];
    if (verb === null || self === null) return [];
    if (!/^(?:himself|herself|themselves)$/.test(wordsAt(shape, shape.units[self]))) return [];
    const behind = /(?<who>[QNTP])[^;:KIkQNTP]{0,16}$/d.exec(
      shape.letters.slice(Math.max(0, verb - 17), verb),
    );
    const found = behind?.indices?.groups?.who?.[0];
    const who = found === undefined ? null : Math.max(0, verb - 17) + found;
    const reading = { rule: 'himself', measure: 'fatalities', verb: [verb, self + 1] } as const;
    // "A soldier killed himself" is no violence of a group.
    const attacks = who !== null && (also !== null || shape.units[who]?.people[0]?.side === 'militants');
    const attackers = attacks
      ? draftsFor(shape, who, reading).map(
          (draft): Draft =>
            draft.people === null ? draft : { ...draft, people: { ...draft.people, side: 'militants' } },
        )
      : [];
    return [...attackers, ...(also === null ? [] : draftsFor(shape, also, reading))];
  },
};
