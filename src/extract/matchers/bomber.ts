import type { People } from '../units/group.ts';
import type { Shape } from '../units/units.ts';
import type { Matcher } from './draft.ts';
import type { Running } from './running.ts';
import { draftsFor } from './subject.ts';

const DETONATED = /^(?:detonated|detonating)$/;
const BLEW = /^(?:blew|blowing|exploded|detonated)$/;
const SELVES = /^(?:himself|herself|themselves|itself)$/;

const isSuicide = (people: People): boolean =>
  people.side === 'militants' && (people.noun ?? '').startsWith('suicide');

/** "The assailants detonated" points to the bombers that a sentence before counted. */
const meant = (people: People, running: Running): People | null => {
  if (people.quantity !== null && people.form !== 'definite') return people;
  const before = running.people.findLast(({ side }) => side === 'militants');
  return before !== undefined && isSuicide(before) && before.plural === people.plural ? before : null;
};

/** Unit that says of somebody that he blew himself up; -1 when the clause says nothing of the kind. */
const verbOf = ({ units, line }: Shape, who: number, suicide: boolean): number =>
  units.findIndex((unit, i) => {
    if (i <= who || unit.symbol !== 'x') return false;
    const word = line.folded[unit.from] ?? '';
    return suicide && DETONATED.test(word)
      ? true
      : BLEW.test(word) && SELVES.test(line.folded[unit.from + 1] ?? '');
  });

/**
 * Reads "a suicide bomber detonated his vest", "two attackers blew themselves up": whoever does that is dead, though
 * print seldom says it again. The refiner `bombers-told` takes it back where the text counts attackers among its dead.
 */
export const bomber: Matcher = {
  name: 'bomber',
  pattern: /(?<who>[QTq])(?=[^;:&KIHRn]{0,20}?x)/dg,
  read: (match, shape, running) => {
    const who = match.at('who');
    const unit = who === null ? undefined : shape.units[who];
    const people = unit?.people[0];
    if (who === null || people?.side !== 'militants' || unit?.people.length !== 1) return [];
    const person = meant(people, running);
    if (person === null || person.quantity === null) return [];
    const verb = verbOf(shape, who, isSuicide(person));
    if (verb < 0 || /[;:&KIHRn]/.test(shape.letters.slice(who + 1, verb))) return [];
    const counted = { ...people, form: person.form, quantity: person.quantity, more: person.more };
    return draftsFor({ ...shape, units: shape.units.with(who, { ...unit, people: [counted] }) }, who, {
      rule: 'bomber',
      measure: 'fatalities',
      verb: [verb, verb + 1],
    });
  },
};
