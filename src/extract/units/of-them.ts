import type { Unit } from './unit.ts';
import type { Line } from './words.ts';

/** "two of them children": a group taken out of the one before it. */
export const isOfThem = (line: Line, unit: Unit | undefined): boolean =>
  unit?.people[0]?.partitive === true &&
  unit.people[0].form === 'counted' &&
  /\bof (?:them|whom|which|those)\b/.test(line.folded.slice(unit.from, unit.to).join(' '));
