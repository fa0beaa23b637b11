import type { Shape } from '../units/units.ts';
import type { Draft } from './draft.ts';

const SAID =
  /\b(?:had (?:earlier|initially|previously|first)|initially|previously) (?:said|put|reported|confirmed|stated|announced|claimed|spoken of)\b/;
const CORRECTED = /\b(?:but|later|now|then|revised|corrected)\b/;

/** "Officials had earlier said 103 people were killed": a count that its sentence takes back. */
export const asSaidEarlier = (shape: Shape, draft: Draft): Draft => {
  if (draft.role !== 'total') return draft;
  const { folded } = shape.line;
  const clause = folded.slice(folded.slice(0, draft.from).lastIndexOf(';') + 1, draft.from).join(' ');
  const said = SAID.exec(clause);
  const stands = said === null || CORRECTED.test(clause.slice(said.index + said[0].length));
  return stands ? draft : { ...draft, role: 'superseded' };
};
